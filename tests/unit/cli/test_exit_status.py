"""The exit status of `statlint check`, over every combination that matters.

0: nothing at or above the fail level; 1: at least one such finding; 2: the work could not be done.
2 beats 1 beats 0, and --exit-zero takes away the 1 alone. (130 is tested where a run is broken
off: test_check_command, test_watch.)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import statlint_rules
from statlint.reporters import REPORTERS
from statlint.rule.registry import load_rules
from unit.cli.commanding import CLEAN, WRONG, run

FILES = {
    "clean": ("clean.csv", CLEAN),
    "information": ("information.csv", CLEAN.replace(b",73,0,", b",73,00,")),
    "error": ("error.csv", WRONG),
    "unreadable": ("unreadable.xlsx", b"PK\x03\x04 and no more"),
}
"""Files by the worst that is found in them: names and what stands in them."""
AS_WARNING = ("--config", 'severity.B101 = "warning"')
WORDS = {
    "clean": ("clean.csv",),
    "no file": ("empty",),
    "information": ("information.csv",),
    "warning": ("error.csv", *AS_WARNING),
    "error": ("error.csv",),
    "unreadable": ("unreadable.xlsx",),
    "error left out": ("error.csv", "--ignore", "B101"),
    "error ignored in the file": ("error.csv", "--config", 'per-file-ignores."error.*" = ["B"]'),
    "error in the baseline": ("error.csv", "--baseline", "known.json"),
    "error justified": ("justified.csv", "--config", 'justify.allow = ["B101"]'),
    "error justified but not allowed": ("justified.csv",),
    "error and clean": ("clean.csv", "error.csv"),
    "warning and unreadable": ("unreadable.xlsx", "error.csv", *AS_WARNING),
}
"""What is typed where there is work to do."""
IMPOSSIBLE = {
    "no such path": ("error.csv", "absent.csv"),
    "no such rule": ("error.csv", "--select", "Q999"),
    "no such form": ("error.csv", "--form", "absent"),
    "broken form": ("error.csv", "--form", "broken.toml"),
    "broken settings": ("error.csv", "--config", "broken.toml"),
    "wrong value": ("error.csv", "--config", 'fail-level = "terrible"'),
    "no such option": ("error.csv", "--no-such-option"),
    "report over the file": ("error.csv", "--output", "error.csv"),
    "report nowhere": ("error.csv", "--output", "absent/report.txt"),
    "no such previous": ("error.csv", "--previous", "absent"),
    "no such baseline": ("error.csv", "--baseline", "absent.json"),
}
"""What is typed where the work cannot be done."""
TABLE = """
                                 error  warning  information
clean                                0        0            0
no file                              0        0            0
information                          0        0            1
warning                              0        1            1
error                                1        1            1
unreadable                           1        1            1
error left out                       0        0            0
error ignored in the file            0        0            0
error in the baseline                0        0            0
error justified                      0        0            0
error justified but not allowed      1        1            1
error and clean                      1        1            1
warning and unreadable               1        1            1
"""
"""The status of each case at each fail level."""


def cells() -> Iterator[tuple[str, str, int]]:
    """Go through the table: case, fail level, status."""
    first, *lines = TABLE.strip("\n").splitlines()
    for line in lines:
        name, *statuses = (part for part in line.split("  ") if part)
        for level, status in zip(first.split(), statuses, strict=True):
            yield name, level, int(status)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with a file of each kind, what is known of one and reasons for another."""
    folder = tmp_path_factory.mktemp("statuses")
    for name, content in FILES.values():
        (folder / name).write_bytes(content)
    (folder / "empty").mkdir()
    (folder / "broken.toml").write_text("id =\n", encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _in_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


@pytest.fixture(scope="module", autouse=True)
def _accepted(folder: Path) -> None:
    """Write the baseline, and the reasons, as a user would."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run("check", "error.csv", "--baseline", "known.json", "--write-baseline")
        (folder / "justified.csv").write_bytes(WRONG)
        allowed = ("--config", 'justify.allow = ["B101"]')
        run("justify", "justified.csv", *allowed, "--reason", "as printed", "--by", "W")


@pytest.fixture
def _crashing_rule(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    load_rules.cache_clear()
    monkeypatch.setitem(statlint_rules.RULES, "F099", "unit.cli.crashing")
    yield
    load_rules.cache_clear()


def status(*words: str) -> int:
    return run("check", "--no-infer", *words).exit_code


def test_the_table_has_every_case() -> None:
    assert {name for name, _, _ in cells()} == set(WORDS)


@pytest.mark.parametrize(("name", "level", "expected"), list(cells()))
def test_the_status_follows_findings_and_fail_level(name: str, level: str, expected: int) -> None:
    words = (*WORDS[name], "--fail-level", level, "--output-format", "concise")

    assert (status(*words), status(*words, "--exit-zero")) == (expected, 0)


@pytest.mark.parametrize("name", list(WORDS))
def test_the_status_does_not_depend_on_what_is_kept_of_the_last_run(name: str) -> None:
    first = status(*WORDS[name])

    assert [first] * 2 == [status(*WORDS[name]), status(*WORDS[name], "--no-cache")]


@pytest.mark.parametrize("name", list(IMPOSSIBLE))
def test_work_that_cannot_be_done_beats_what_was_found(name: str) -> None:
    assert (status(*IMPOSSIBLE[name]), status(*IMPOSSIBLE[name], "--exit-zero")) == (2, 2)


@pytest.mark.parametrize("shape", ["", "--quiet --statistics --max-findings=0", "--output=report"])
@pytest.mark.parametrize("output_format", list(REPORTERS))
def test_the_status_does_not_depend_on_the_report(output_format: str, shape: str) -> None:
    words = ("--output-format", output_format, *shape.split())

    assert [status(*WORDS[name], *words) for name in ("information", "error")] == [0, 1]


@pytest.mark.usefixtures("_crashing_rule")
@pytest.mark.parametrize("output_format", list(REPORTERS))
def test_a_crashed_rule_beats_all_findings(output_format: str) -> None:
    words = (*WORDS["error"], "--output-format", output_format)

    assert (status(*words), status(*words, "--exit-zero")) == (2, 2)


@pytest.mark.usefixtures("_crashing_rule")
@pytest.mark.parametrize("name", ["clean", "unreadable", "error in the baseline"])
def test_a_crashed_rule_beats_a_clean_run_too(name: str) -> None:
    assert status(*WORDS[name]) == 2
