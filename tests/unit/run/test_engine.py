"""Rules at work on a file: what passed, failed, was skipped or crashed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from statlint.config import Settings
from statlint.confront import Confrontation
from statlint.finding import Finding, NotChecked, Outcomes, Reason
from statlint.rule import AnyRule, Context, Level, Occasion, Severity, rule
from statlint.run.engine import FileRun
from statlint.run.roster import Roster
from statlint.values import CellRef, Text
from statlint.workbook import Container, Opening, Workbook
from tables import confrontation_of, form_of, table_of

OPENING = Opening("a.csv", "csv", Container.DELIMITED, Workbook((), Container.DELIMITED))
MESSAGES = {"said": Text("有话要说", "Something to say"), "broken": Text("{gone}", "{gone}")}
ADVICE = Text("请核对", "Look again")


@rule(
    code="F901",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def odd_name(opening: Opening, context: Context) -> Iterator[Finding]:
    """Name is odd."""
    if opening.announced == "odd":
        yield context.finding("said")


@rule(
    code="F902",
    level=Level.FILE,
    on=Opening,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
)
def small_remark(opening: Opening, context: Context) -> Iterator[Finding]:
    """Something is remarked."""
    yield context.finding("said", path=opening.path)


@rule(
    code="F903",
    level=Level.FILE,
    on=Opening,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    requires=("F901",),
)
def needs_a_name(opening: Opening, context: Context) -> Iterator[Finding]:
    """Name is needed."""
    yield context.finding("said", text=opening.path)


@rule(
    code="F904",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def broken_rule(opening: Opening, context: Context) -> Iterator[Finding]:
    """Rule crashes after its first finding."""
    yield context.finding("said", text=opening.path)
    yield context.finding("broken")


@rule(
    code="B901",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def any_failure(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Edit fails."""
    for instance in confrontation.instances:
        if instance.fails:
            yield context.finding("said", at=instance.target, edit=instance)


def run_of(*rules: AnyRule, announced: str = "csv") -> FileRun:
    run = FileRun("a.csv", Roster(rules), Settings(), date(2026, 11, 21))
    run.apply(Opening("a.csv", announced, Container.DELIMITED, OPENING.workbook))
    return run


@pytest.mark.parametrize(
    ("rules", "announced", "codes", "outcomes"),
    [
        pytest.param([odd_name], "csv", [], Outcomes(passed=1), id="passed"),
        pytest.param([odd_name], "odd", ["F901"], Outcomes(failed=1), id="failed"),
        pytest.param(
            [small_remark], "csv", ["F902"], Outcomes(passed=1), id="a remark is no failure"
        ),
        pytest.param([any_failure], "csv", [], Outcomes(), id="made for something else"),
        pytest.param(
            [odd_name, small_remark, needs_a_name],
            "csv",
            ["F902", "F903"],
            Outcomes(passed=2, failed=1),
            id="what it requires passed",
        ),
        pytest.param(
            [odd_name, needs_a_name],
            "odd",
            ["F901"],
            Outcomes(failed=1, not_checked=1),
            id="what it requires failed",
        ),
        pytest.param(
            [broken_rule, small_remark],
            "csv",
            ["F902"],
            Outcomes(passed=1, crashed=1),
            id="a crash leaves the next rule",
        ),
    ],
)
def test_each_rule_has_an_outcome(
    rules: list[AnyRule], announced: str, codes: list[str], outcomes: Outcomes
) -> None:
    run = run_of(*rules, announced=announced)

    assert [found.code for found in run.findings] == codes
    assert run.outcomes == outcomes


def test_a_rule_that_was_skipped_is_listed() -> None:
    run = run_of(odd_name, needs_a_name, announced="odd")

    assert run.not_checked == [NotChecked("a.csv", None, None, "F903", Reason.REQUIRED_RULE)]


def test_a_rule_is_skipped_for_an_error_on_an_earlier_subject_too() -> None:
    run = run_of(odd_name, announced="odd")
    run.roster = Roster([needs_a_name])
    run.apply(OPENING)

    assert [one.edit for one in run.not_checked] == ["F903"]


def test_a_warning_or_remark_of_the_required_rule_skips_nothing() -> None:
    run = run_of(small_remark)
    needy = rule(
        code="F905",
        level=Level.FILE,
        on=Opening,
        severity=Severity.ERROR,
        messages=MESSAGES,
        advice=ADVICE,
        requires=("F902",),
    )(needs_a_name.check)
    run.roster = Roster([needy])
    run.apply(OPENING)

    assert [one.edit for one in run.not_checked] == []


def test_a_crash_is_told_with_its_traceback() -> None:
    (crash,) = run_of(broken_rule).crashes

    assert (crash.code, crash.path, crash.error) == ("F904", "a.csv", "KeyError('gone')")
    assert "broken_rule" in crash.traceback


GRID = "Sex,甲,乙,丙\nMen,1,1,1\nWomen,2,2,\nTotal,9,4,9"
FORM = form_of(
    table_of(
        ["men Men", "women Women", "total Total"],
        ["x 甲", "y 乙", "z 丙"],
        {"rule": "men + women = total", "per": "head"},
        {"rule": "men < total", "per": "head", "severity": "information"},
        {"rule": "total.x > 50", "severity": "information"},
    )
)


def test_edits_are_counted_one_by_one() -> None:
    confrontation = confrontation_of(FORM, GRID)
    run = FileRun("a.csv", Roster([any_failure]), Settings(), date(2026, 11, 21))
    run.count_edits(confrontation)
    run.apply(confrontation)

    assert [(str(found.cell), found.edit.id if found.edit else "") for found in run.findings] == [
        ("B4", "E1"),
        ("C4", "E1"),
        ("B4", "E3"),
    ]
    assert run.outcomes == Outcomes(passed=4, failed=2, not_checked=1)


def test_an_edit_that_stays_open_is_listed_with_its_place() -> None:
    run = FileRun("a.csv", Roster([]), Settings(), date(2026, 11, 21))
    run.count_edits(confrontation_of(FORM, GRID))

    assert run.not_checked == [
        NotChecked("a.csv", None, CellRef(4, 4), "E1", Reason.BLANK_PARTS, "Total", "丙")
    ]


def test_it_is_noted_that_a_rule_asked_for_the_day() -> None:
    @rule(
        code="D904",
        level=Level.FILE,
        on=Opening,
        severity=Severity.ERROR,
        messages={},
        advice=Text("", ""),
    )
    def late(opening: Opening, context: Context) -> Iterator[Finding]:
        """Ask for the day."""
        assert opening.path
        assert context.today == date(2026, 11, 21)
        yield from ()

    asked = []
    for rules in ([late], []):
        run = FileRun("a.csv", Roster(rules), Settings(), date(2026, 11, 21))
        run.apply(Opening("a.csv", "csv", Container.DELIMITED))
        assert run.crashes == []
        asked.append(run.clock.asked)

    assert asked == [True, False]


@rule(
    code="F906",
    level=Level.FILE,
    on=Opening,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAULT, Occasion.ENDING),
)
def any_occasion(opening: Opening, context: Context) -> Iterator[Finding]:
    """Speak whenever it is asked."""
    yield context.finding("said", text=opening.path)


@pytest.mark.parametrize(
    ("announced", "codes", "outcomes"),
    [
        pytest.param("csv", [], Outcomes(passed=1), id="nothing to speak of"),
        pytest.param("odd", ["F906"], Outcomes(failed=1), id="an occasion"),
    ],
)
def test_a_rule_that_is_not_asked_has_passed(
    announced: str, codes: list[str], outcomes: Outcomes
) -> None:
    run = run_of(any_occasion, announced=announced)

    assert [found.code for found in run.findings] == codes
    assert (run.outcomes, run.ran.codes) == (outcomes, ("F906",))
