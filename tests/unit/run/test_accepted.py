"""A check of real files with justifications beside them: what is accepted, and what is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.finding import Finding, Policy, Report
from statlint.justification.model import entry_of
from statlint.justification.write import changed
from statlint.run import check_paths
from statlint.run.explained import explained_in
from statlint.run.works import prepare

FIXTURES = Path(__file__).parents[3] / "fixtures"
TODAY = date(2026, 11, 22)
ALL = Settings(policy=Policy(allow=tuple("BDFMPRSTUWX")))
BULLETIN = FIXTURES / "companions" / "安平县2016年第三季度政务公开通报（有误）.csv"
INFERRED = FIXTURES / "inference" / "2023年人口主要构成.csv"
REPORT = FIXTURES / "documents" / "瑶海区2019年年报（文字）.txt"


def check(path: Path, settings: Settings = ALL) -> Report:
    return check_paths([path], settings, today=TODAY)


def explain(path: Path, settings: Settings = ALL) -> None:
    """Write a reason for all that is found in a file."""
    new = [replace(entry_of(one, 1), reason="属实") for one in check(path, settings).findings]
    name = f"{path}.statlint.toml"
    Path(name).write_text(changed("", name, new=new, language="zh"), encoding="utf-8")


def open_in(report: Report) -> list[str]:
    return [one.code for one in report.findings if one.justified is None]


def copied(original: Path, folder: Path, change: Callable[[str], str] = str) -> Path:
    """Copy a text into a folder, changed."""
    text = original.read_bytes().decode("utf-8-sig")
    path = folder / original.name
    path.write_text(change(text), encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("original", [BULLETIN, INFERRED, REPORT], ids=["form", "none", "text"])
@pytest.mark.parametrize(
    ("settings", "change"),
    [
        pytest.param(ALL, str, id="nothing"),
        pytest.param(replace(ALL, language="zh"), str, id="another language"),
        pytest.param(ALL, "\n\n{}".format, id="rows above"),
        pytest.param(ALL, "新加的一段。\n\n{}".format, id="a paragraph above"),
    ],
)
def test_what_does_not_matter_leaves_reasons_standing(
    original: Path, settings: Settings, change: Callable[[str], str], tmp_path: Path
) -> None:
    path = copied(original, tmp_path)
    explain(path)
    found = len(check(path).findings)
    copied(original, tmp_path, change)

    report = check(path, settings)

    assert (open_in(report), report.justified) == ([], found)
    assert found > 1


def test_a_figure_that_changes_brings_back_what_it_is_in(tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)
    copied(INFERRED, tmp_path, lambda text: text.replace("17091", "17092"))

    assert open_in(check(path)) == ["J004", "J004", "B101", "B101"]


def test_what_is_told_of_reasons_stands_before_the_cells(tmp_path: Path) -> None:
    path = copied(BULLETIN, tmp_path)
    (tmp_path / f"{path.name}.statlint.toml").write_text("[[justified]]\n")

    codes = [one.code for one in check(path).findings]

    assert codes[0] == "J001"
    assert "J001" in check(path).files[0].ran
    assert codes.count("J001") == 1


def test_the_counts_tell_that_reasons_were_looked_at(tmp_path: Path) -> None:
    path = copied(BULLETIN, tmp_path)
    before = check(path).outcomes
    (tmp_path / f"{path.name}.statlint.toml").write_text("[[justified]]\n")

    after = check(path).outcomes

    assert (after.failed - before.failed, after.passed - before.passed) == (1, 5)


def test_rules_on_reasons_may_be_left_out(tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)
    copied(INFERRED, tmp_path, lambda text: text.replace("17091", "17092"))

    assert open_in(check(path, replace(ALL, ignore=("J",)))) == ["B101", "B101"]


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(replace(ALL, infer=False), id="no relations are looked for"),
        pytest.param(replace(ALL, ignore=("B101",)), id="the rule is left out"),
        pytest.param(replace(ALL, select=("J",)), id="other rules run"),
    ],
)
def test_what_nobody_looked_for_is_not_called_unused(settings: Settings, tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)

    assert [one.code for one in check(path, settings).findings if one.code[0] == "J"] == []


def test_what_is_found_with_last_years_table_is_not_called_unused_without(tmp_path: Path) -> None:
    submissions = FIXTURES / "submissions"
    (tmp_path / "a.csv").write_bytes(
        (submissions / "suqian-2024-gbk.csv").read_bytes().replace(b",118,3,0,", b",117,3,0,", 1)
    )
    before, settings = submissions / "suqian-2023.xlsx", replace(ALL, select=("P", "J"))
    path, sidecar = tmp_path / "a.csv", tmp_path / "a.csv.statlint.toml"
    report = check_paths([path], settings, previous=[before], today=TODAY)
    (one,) = explained_in(report, prepare(settings, today=TODAY))
    entries = [replace(one.entry_of(found), reason="属实") for found in one.findings]
    sidecar.write_text(changed("", str(sidecar), new=entries, language="zh"), encoding="utf-8")

    assert [(entry.rule, entry.others) for entry in entries][:1] == [("P201", ("previous",))]
    again = check_paths([path], settings, previous=[before], today=TODAY)
    assert (open_in(again), again.justified) == ([], len(entries))
    assert open_in(check(path, settings)) == []


def test_a_file_that_cannot_be_read_leaves_its_reasons_alone(tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)
    path.write_bytes(b"")

    assert open_in(check(path)) == ["F003"]


def test_findings_are_gone_through_as_if_nobody_had_given_a_reason(tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)
    report = check(path)

    (one,) = explained_in(report, prepare(ALL, today=TODAY))

    def known(findings: tuple[Finding, ...]) -> list[str]:
        return [found.fingerprint for found in findings]

    assert known(one.findings) == known(tuple(report.findings))
    assert all(found.justified is None and one.is_explained(found) for found in one.findings)
    assert [one.entry_of(found).rule for found in one.findings] == ["B101"] * len(one.findings)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param("B999", ["B101", "J006"], id="a rule that there is none of"),
        pytest.param("BJ101", ["B101"], id="a rule of a pack that is not here"),
    ],
)
def test_a_reason_for_no_rule_is_told(code: str, told: list[str], tmp_path: Path) -> None:
    path = copied(INFERRED, tmp_path)
    explain(path)
    sidecar = tmp_path / f"{path.name}.statlint.toml"
    written = sidecar.read_text(encoding="utf-8").replace('"B101"', f'"{code}"')
    sidecar.write_text(written, encoding="utf-8")

    assert sorted(set(open_in(check(path)))) == told
