"""The occasions on which rules say they may speak: on all others they have nothing to say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from rules import confronting
from rules.cases import Case, all_cases
from rules.confronting import TODAY, confront_case, found_in, shipped_rules
from statlint.config import Settings
from statlint.rule import AnyRule
from statlint.run import prepare
from statlint.run.one import check_one
from statlint.workbook import open_workbook

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = sorted(
    path
    for folder in ("formulas", "inference", "submissions", "workbooks")
    for path in (FIXTURES / folder).iterdir()
    if path.suffix in {".csv", ".ods", ".xlsx"}
)


@cache
def always_asked() -> dict[str, AnyRule]:
    """Give the rules as if they had something to say of every subject."""
    return {name: replace(rule, when=()) for name, rule in shipped_rules().items()}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.rule}: {case.id}")
def test_no_rule_has_more_to_say_when_it_is_always_asked(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = found_in(case)
    monkeypatch.setattr(confronting, "shipped_rules", always_asked)

    assert found == confront_case(case)


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: str(path.relative_to(FIXTURES)).replace("/", ": ")
)
def test_no_rule_has_more_to_say_of_a_file_as_sent(path: Path) -> None:
    opening = open_workbook(path.name, path.read_bytes())
    found = [
        check_one(opening, prepare(Settings(), today=TODAY, rules=tuple(rules.values())))
        for rules in (shipped_rules(), always_asked())
    ]

    assert found[0].crashes == ()
    assert found[0].findings == found[1].findings
    assert found[0].file == found[1].file


def test_most_rules_on_tables_and_edits_tell_their_occasions() -> None:
    subjects = {"Opening", "Search", "FilledForm", "Facts", "Confrontation", "Vicinity"}
    silent = [
        rule.code for rule in shipped_rules().values() if rule.subject in subjects and not rule.when
    ]

    assert silent == []
