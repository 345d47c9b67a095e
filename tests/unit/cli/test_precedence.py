"""What becomes of a finding where several say something of it: the order of docs/accepting.md."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from unit.cli.commanding import run
from unit.workbook.packages import make_excel

FORM = """\
id = "people"
title = { zh = "人口", en = "People" }
source = { zh = "示例", en = "Example" }
first-year = 2020

[[table]]
key = "people"
title = { zh = "人口", en = "People" }
unit = "人"
stubheads = ["指标"]
head = [{ key = "men", label = "男" }, { key = "women", label = "女" }]
line = [{ key = "young", label = "少年" }, { key = "aged", label = "老年" }]
"""
ROWS = (("人口",), ("指标", "男", "女"), ("少年", "11", 12), ("老年", 21, 22))
"""The figure of B3 is a text: D106, information, 核实性."""
IGNORED = '<ignoredErrors><ignoredError sqref="B3" numberStoredAsText="1"/></ignoredErrors>'
SETTINGS = 'form = "form.toml"\nselect = ["D106", "J"]\nfail-level = "information"\n'
STATED = {
    "per-file": '[per-file-ignores]\n"a.xlsx" = ["D106"]\n',
    "severity": '[severity]\nD106 = "error"\n',
}
OPTIONS = {
    "ignore": ("--ignore", "D106"),
    "fail-level": ("--fail-level", "error"),
    "exit-zero": ("--exit-zero",),
}
OPEN = ("D106", "information", None)
WORSE = ("D106", "error", None)
STALE = ("J007", "information", None)
"""The baseline holds what is accepted on other grounds."""


def on(grounds: str, severity: str = "information") -> tuple[str, str, str]:
    return "D106", severity, grounds


TABLE = {
    "nothing": ([OPEN], 1),
    "ignore": ([], 0),
    "ignore per-file": ([], 0),
    "ignore severity": ([], 0),
    "ignore excel": ([], 0),
    "ignore sidecar": ([], 0),
    "ignore baseline": ([], 0),
    "ignore fail-level": ([], 0),
    "per-file": ([], 0),
    "per-file severity": ([], 0),
    "per-file excel": ([], 0),
    "per-file sidecar": ([], 0),
    "per-file baseline": ([], 0),
    "severity": ([WORSE], 1),
    "severity excel": ([on("workbook", "error")], 0),
    "severity sidecar": ([on("sidecar", "error")], 0),
    "severity baseline": ([on("baseline", "error")], 0),
    "severity fail-level": ([WORSE], 1),
    "severity exit-zero": ([WORSE], 0),
    "excel": ([on("workbook")], 0),
    "excel sidecar": ([on("workbook")], 0),
    "excel baseline": ([on("workbook"), STALE], 1),
    "excel fail-level": ([on("workbook")], 0),
    "sidecar": ([on("sidecar")], 0),
    "sidecar baseline": ([on("sidecar"), STALE], 1),
    "sidecar fail-level": ([on("sidecar")], 0),
    "baseline": ([on("baseline")], 0),
    "baseline fail-level": ([on("baseline")], 0),
    "fail-level": ([OPEN], 0),
    "exit-zero": ([OPEN], 0),
    "excel sidecar baseline": ([on("workbook"), STALE], 1),
    "ignore per-file severity excel sidecar baseline fail-level exit-zero": ([], 0),
    "severity excel sidecar baseline exit-zero": ([on("workbook", "error"), STALE], 0),
}
"""What is stated of the finding, what the report says of it, and the exit status."""


def workbook(after: str = "") -> bytes:
    rows = (
        "".join(cell(number, at, value) for at, value in enumerate(row))
        for number, row in enumerate(ROWS, 1)
    )
    written = (f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, 1))
    return make_excel("".join(written), after=after)


def cell(row: int, at: int, value: str | int) -> str:
    place = f"{'ABC'[at]}{row}"
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository in which the finding is accepted in each of the ways."""
    folder = tmp_path_factory.mktemp("accepted")
    with pytest.MonkeyPatch.context() as standing:
        standing.chdir(folder)
        write_plain(folder)
        run("check", "a.xlsx", "--write-baseline")
        run("justify", "a.xlsx", "--code", "D106", "--reason", "so we got it", "--by", "Wang")
    assert (folder / "statlint-baseline.json").is_file()
    assert (folder / "a.xlsx.statlint.toml").is_file()
    return folder


def write_plain(folder: Path) -> None:
    (folder / "form.toml").write_text(FORM, encoding="utf-8")
    (folder / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "a.xlsx").write_bytes(workbook())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the same repository, with nothing accepted."""
    monkeypatch.chdir(tmp_path)
    write_plain(tmp_path)
    return tmp_path


def state(words: list[str], folder: Path, accepted: Path) -> None:
    """State something of the finding in files, in each of the ways named."""
    tables = "".join(STATED[word] for word in words if word in STATED)
    (folder / "statlint.toml").write_text(SETTINGS + tables, encoding="utf-8")
    if "excel" in words:
        (folder / "a.xlsx").write_bytes(workbook(IGNORED))
    if "sidecar" in words:
        shutil.copy(accepted / "a.xlsx.statlint.toml", folder)
    if "baseline" in words:
        shutil.copy(accepted / "statlint-baseline.json", folder)


@pytest.mark.parametrize("stated", TABLE)
def test_what_stands_before_what(folder: Path, accepted: Path, stated: str) -> None:
    words = stated.split()
    state(words, folder, accepted)
    options = [option for word in words for option in OPTIONS.get(word, ())]

    result = run("check", "a.xlsx", "--output-format", "json", *options)

    told = [
        (one["code"], one["severity"], one["justified"] and one["justified"]["grounds"])
        for one in json.loads(result.stdout)["findings"]
    ]
    assert (told, result.exit_code) == TABLE[stated]


@pytest.mark.parametrize(
    ("policy", "findings"),
    [
        pytest.param("excel = false", [on("sidecar"), STALE], id="Excel has no say"),
        pytest.param(
            'forbid = ["D106"]', [OPEN, ("J003", "error", None)], id="nobody may accept it"
        ),
        pytest.param('forbid = ["D"]', [OPEN, ("J003", "error", None)], id="nor its family"),
        pytest.param("author = true", [on("workbook"), STALE], id="an author is named"),
    ],
)
def test_what_the_policy_says(
    folder: Path, accepted: Path, policy: str, findings: list[tuple[str, str, str | None]]
) -> None:
    state(["excel", "sidecar", "baseline"], folder, accepted)
    (folder / "statlint.toml").write_text(f"{SETTINGS}[justify]\n{policy}\n", encoding="utf-8")

    result = run("check", "a.xlsx", "--output-format", "json")

    told = [
        (one["code"], one["severity"], one["justified"] and one["justified"]["grounds"])
        for one in json.loads(result.stdout)["findings"]
    ]
    assert sorted(told) == sorted(findings)
