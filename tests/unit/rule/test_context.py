"""Findings as rules make them: worded, placed, and stamped with rule and edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

import pytest

from statlint.confront import Confrontation, Instance
from statlint.finding import EditNote, Finding, Nature, Origin, Related
from statlint.form import EditKind
from statlint.rule import Context, Level, Rule, Severity, rule
from statlint.rule.clock import Clock
from statlint.table import Label
from statlint.values import CellRef, Language, Text
from tables import Entry, confrontation_of, form_of, grid_of, table_of

MESSAGES = {
    "plain": Text("无数字", "Nothing to say"),
    "sides": Text(
        "{line}·{head}：{left}/{right}/{difference}",
        "{line}, {head}: {left}, {right}, {difference}",
    ),
    "value": Text("「{text}」等 {count} 处", "“{text}” and {count} more"),
}


@rule(
    code="B901",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text("请核对", "Look again"),
)
def odd_total(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Total is odd."""
    for failed in confrontation.failed(EditKind.BALANCE):
        yield context.finding("plain", at=failed.target, edit=failed)


@dataclass(frozen=True)
class Case:
    """A context and a failed edit to make findings of."""

    context: Context
    failed: Instance


GRID = "Sex,甲\nMen,1\nWomen,2\nTotal,4.50\n"


def case_of(language: Language = "zh", edit: Entry = MappingProxyType({})) -> Case:
    stated: Entry = {
        "rule": "men + women = total",
        "per": "head",
        "name": {"zh": "合计", "en": "Sum"},
    }
    lines = ["men Men", "women Women", "total Total"]
    form = form_of(table_of(lines, ["x 甲"], {**stated, **edit}, kind="amount"))
    grid = grid_of(GRID, name="表一")
    confrontation = confrontation_of(form, grid)
    (failed,) = confrontation.instances
    rule_: Rule[Confrontation] = odd_total
    context = Context(
        rule_, "a/b.csv", language, Clock(date(2026, 11, 21)), confrontation.filled, {"表一": grid}
    )
    return Case(context, failed)


def test_a_finding_about_an_edit() -> None:
    case = case_of("en")
    found = case.context.finding(
        "sides", at=case.failed.target, edit=case.failed, related=case.failed.sources
    )

    assert replace(found, frame=None) == Finding(
        code="B901",
        name="odd-total",
        severity=Severity.ERROR,
        nature=Nature.MANDATORY,
        level=1,
        path="a/b.csv",
        sheet="表一",
        cell=CellRef(4, 2),
        message="Total, 甲: 3, 4.5, -1.5",
        advice="Look again",
        table="table",
        line="Total",
        head="甲",
        left="3",
        right="4.5",
        difference="-1.5",
        edit=EditNote("E1", "Sum", "men + women = total", Origin.FORM, "Men + Women = Total"),
        related=(Related("表一", CellRef(2, 2), "1"), Related("表一", CellRef(3, 2), "2")),
        value="4.50",
    )
    assert found.frame is not None


def test_a_finding_about_a_file_has_no_place() -> None:
    found = case_of().context.finding("plain")

    assert (found.message, found.advice) == ("无数字", "请核对")
    assert (found.severity, found.nature) == (Severity.WARNING, Nature.QUERY)
    assert (found.sheet, found.cell, found.line, found.head, found.value, found.frame) == (
        None,
    ) * 6
    assert (found.left, found.right, found.difference, found.edit) == (None,) * 4


def test_a_finding_about_a_label() -> None:
    label = Label("本年\n新收", "表一", CellRef(1, 1))
    found = case_of().context.finding("value", at=label, table="applications", count=3)

    assert found.message == "「本年新收」等 3 处"
    assert (found.line, found.head, found.value, found.table) == (
        "本年新收",
        None,
        "本年\n新收",
        "applications",
    )


def test_a_finding_may_state_both_sides_itself() -> None:
    found = case_of("en").context.finding("sides", left=5, right=3)

    assert (found.left, found.right, found.difference) == ("5", "3", "2")
    assert found.message == ", : 5, 3, 2"


@pytest.mark.parametrize(
    ("stated", "severity", "nature"),
    [
        ({}, Severity.ERROR, Nature.MANDATORY),
        ({"nature": "query"}, Severity.WARNING, Nature.QUERY),
        ({"nature": "query", "severity": "information"}, Severity.INFORMATION, Nature.QUERY),
    ],
)
def test_severity_and_nature_come_from_the_edit(
    stated: dict[str, object], severity: Severity, nature: Nature
) -> None:
    case = case_of(edit=stated)
    found = case.context.finding("plain", edit=case.failed)

    assert (found.severity, found.nature) == (severity, nature)


def test_a_rule_may_say_another_severity() -> None:
    case = case_of()

    assert case.context.finding("plain", severity=Severity.ERROR).nature is Nature.MANDATORY
    assert (
        case.context.finding("plain", edit=case.failed, severity=Severity.INFORMATION).severity
        is Severity.INFORMATION
    )


def test_an_edit_that_failed_may_bring_its_own_words() -> None:
    case = case_of(
        edit={
            "message": {"zh": "{edit}{left}≠{right}", "en": "{edit}: {left}, {right}"},
            "advice": {"zh": "请补填", "en": "Fill it in"},
        }
    )
    found = case.context.finding("plain", at=case.failed.target, edit=case.failed)

    assert (found.message, found.advice) == ("合计3≠4.5", "请补填")


def test_words_for_a_failure_are_not_used_for_anything_else() -> None:
    grid = GRID.replace("4.50", "")
    form = form_of(
        table_of(
            ["men Men", "women Women", "total Total"],
            ["x 甲"],
            {
                "rule": "men + women = total",
                "per": "head",
                "message": {"zh": "不等", "en": "Not equal"},
            },
        )
    )
    (open_,) = confrontation_of(form, grid).instances
    found = case_of().context.finding("plain", edit=open_)

    assert (open_.gapes, found.message, found.nature) == (True, "无数字", Nature.MANDATORY)


@pytest.mark.parametrize(
    "template",
    ["{line}", "{head}", "{left}", "{right}", "{difference}", "{text}", "{edit}"],
)
def test_every_placeholder_of_an_edit_can_be_filled(template: str) -> None:
    case = case_of(
        edit={
            "rule": "if men > 0 then women = 0",
            "message": {"zh": f"<{template}>", "en": template},
        }
    )
    found = case.context.finding("plain", edit=case.failed)

    assert found.message.startswith("<")


def test_braces_in_a_label_are_only_braces() -> None:
    label = Label("{left}{0}", None, CellRef(1, 1))

    assert case_of("en").context.finding("value", at=label, count=1).message == (
        "“{left}{0}” and 1 more"
    )


def test_without_a_form_an_edit_is_told_as_it_is_written() -> None:
    case = case_of()
    bare = replace(case.context, filled=None)
    note = bare.finding("plain", edit=case.failed).edit

    assert note is not None
    assert (note.text, note.words) == ("men + women = total", "men + women = total")
