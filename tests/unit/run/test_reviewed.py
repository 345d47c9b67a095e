"""What of a filled-in marked copy becomes of the findings of a fresh check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import Finding, Nature, Policy
from statlint.justification.home import Home
from statlint.justification.judge import Ground, judge
from statlint.justification.model import entry_of
from statlint.justification.sidecar import Sidecar
from statlint.justification.terms import Terms
from statlint.marking.review import Review, ReviewRow
from statlint.run.explained import Explained
from statlint.run.reviewed import Taken, Untaken, taken_from
from statlint.run.stamp import stamped_as
from statlint.values import CellRef
from unit.justification.found import found

TODAY = date(2026, 11, 22)
NAME = "town.csv"
RAN = {"B101", "P204"}


def query(value: str, **more: object) -> Finding:
    """Give a finding that may be justified."""
    return found(value, nature=Nature.QUERY, **more)


ONE = query("33")
OTHER = query("40", cell=CellRef(5, 2), line="Other")
HARD = found("50", cell=CellRef(6, 2), line="Hard")


def explained(*findings: Finding, reasons: Sequence[tuple[Finding, str]] = ()) -> Explained:
    """Give what may be justified, with a sidecar of so many reasons."""
    entries = tuple(
        replace(entry_of(finding, 1), reason=reason, date=TODAY) for finding, reason in reasons
    )
    sidecar = Sidecar("town.csv.statlint.toml", entries)
    ground = Ground(Terms(Policy(), TODAY), {}, lambda _: True)
    judged = judge(sidecar, findings, ground)[1].judged
    of_findings = {id(one.finding): one for one in judged if one.finding is not None}
    home = Home(sidecar.path)
    return Explained("2024/town.csv", home, findings, sidecar, judged, ground, of_findings)


def marks_of(*findings: Finding) -> list[str]:
    """Give the fingerprints of the findings of one file."""
    return [mark for mark, _ in stamped_as(findings, NAME)]


def mark_of(finding: Finding) -> str:
    """Give the fingerprint of the only finding of a file."""
    return marks_of(finding)[0]


def row(mark: str, text: str = "", *, at: int = 9, finding: Finding = ONE) -> ReviewRow:
    """Make a row about a finding."""
    return ReviewRow(at, mark, f"{finding.code} total", str(finding.cell), text)


def taken(of: Explained | None, *rows: ReviewRow, original: str = NAME) -> Taken:
    """Take what rows say."""
    review = Review("审核结果", original, rows)
    return taken_from(review, of, ran=RAN, places_of=lambda one: (str(one.cell),))


def told(taken: Taken) -> tuple[list[tuple[str, str]], int, int, list[tuple[int, str]]]:
    """Say it in short: labels with reasons, counts, rows in vain."""
    given = [(finding.line or "", text) for finding, text in taken.given]
    untaken = [(row.row, why.value) for row, why in taken.untaken]
    return given, taken.known, taken.blank, untaken


def test_each_row_finds_its_finding() -> None:
    first, second = marks_of(ONE, OTHER)
    rows = (row(second, "b", at=9, finding=OTHER), row(first, "a", at=10))

    assert told(taken(explained(ONE, OTHER), *rows)) == ([("Other", "b"), ("Total", "a")], 0, 0, [])


def test_rows_that_say_nothing_are_counted() -> None:
    first, second = marks_of(ONE, OTHER)

    assert told(taken(explained(ONE, OTHER), row(first), row(second, "b"))) == (
        [("Other", "b")],
        0,
        1,
        [],
    )


def test_what_must_be_put_right_is_not_taken() -> None:
    assert told(taken(explained(HARD), row(mark_of(HARD), "it is so", finding=HARD))) == (
        [],
        0,
        0,
        [(9, "mandatory")],
    )


@pytest.mark.parametrize("text", ["——", "/", "#NAME?"])
def test_a_sign_alone_is_no_reason(text: str) -> None:
    assert told(taken(explained(ONE), row(mark_of(ONE), text))) == ([], 0, 0, [(9, "empty")])


@pytest.mark.parametrize("text", ["as printed", "as\nprinted", " As printed"])
def test_the_same_reason_again_is_known(text: str) -> None:
    of = explained(ONE, reasons=[(ONE, "as printed")])

    assert told(taken(of, row(mark_of(ONE), text))) == ([], 1, 0, [])


def test_another_reason_takes_its_place() -> None:
    of = explained(ONE, reasons=[(ONE, "as printed")])

    assert told(taken(of, row(mark_of(ONE), "as agreed"))) == ([("Total", "as agreed")], 0, 0, [])


def test_a_reason_that_counts_no_more_is_given_anew() -> None:
    of = explained(ONE, reasons=[(query("32"), "as printed")])

    assert told(taken(of, row(mark_of(ONE), "as printed")))[0] == [("Total", "as printed")]


def test_changed_figures_are_told_from_what_is_gone() -> None:
    now = explained(query("34"))
    lost = row("0" * 20, "gone", at=11, finding=replace(OTHER, code="P204"))
    elsewhere = row("1" * 20, "not asked", at=12, finding=replace(ONE, code="P201"))

    assert told(taken(now, row(mark_of(ONE), "as printed"), lost, elsewhere)) == (
        [],
        0,
        0,
        [(9, "changed"), (11, "gone"), (12, "not-looked")],
    )


def test_where_nothing_is_found_all_is_gone() -> None:
    assert told(taken(None, row(mark_of(ONE), "as printed"), row("0" * 20))) == (
        [],
        0,
        1,
        [(9, "gone")],
    )


def test_a_finding_beside_is_no_change_of_another() -> None:
    beside = query("34")
    rows = (row(mark_of(beside), at=9), row(mark_of(ONE), "as printed", at=10))

    assert told(taken(explained(beside), *rows)) == ([], 0, 1, [(10, "gone")])


def test_a_doubled_row_counts_once_and_a_contradiction_is_told() -> None:
    mark = mark_of(ONE)
    rows = (row(mark, "a", at=9), row(mark, " a ", at=10), row(mark, "b", at=11))

    assert told(taken(explained(ONE), *rows)) == ([("Total", "a")], 0, 0, [(11, "twice")])


def test_a_renamed_original_is_known_by_its_old_name() -> None:
    of = explained(replace(ONE, path="2024/new name.csv"))

    assert told(taken(of, row(mark_of(ONE), "a")))[0] == [("Total", "a")]
    assert told(taken(explained(ONE), row(mark_of(ONE), "a"), original=""))[0] == [("Total", "a")]


def test_ordinals_that_count_other_files_find_what_is_left() -> None:
    mark = mark_of(ONE)
    alike = (ONE, replace(ONE, cell=CellRef(9, 2)))
    rows = (row(f"{mark}-3", "second", at=9), row(f"{mark}-2", "first", at=10))

    result = taken(explained(*alike), *rows)

    assert [(finding.cell, text) for finding, text in result.given] == [
        (CellRef(4, 2), "second"),
        (CellRef(9, 2), "first"),
    ]
    assert result.untaken == ()


@given(
    st.lists(st.sampled_from(["", "a", "—", "b"]), min_size=4, max_size=4),
    st.permutations(range(4)),
)
def test_every_row_is_told_of_once_in_any_order(texts: list[str], order: list[int]) -> None:
    findings = (ONE, OTHER, HARD, query("60", line="Gone"))
    marks = marks_of(*findings)
    rows = [row(marks[at], texts[at], at=at, finding=findings[at]) for at in order]

    given, known, blank, untaken = told(taken(explained(*findings[:3]), *rows))

    assert len(given) + known + blank + len(untaken) == 4
    assert sorted(given) == sorted(
        (findings[at].line or "", texts[at]) for at in (0, 1) if texts[at] in {"a", "b"}
    )


def test_all_is_said_in_both_languages() -> None:
    assert [why for why in Untaken if not (why.words.zh and why.words.en)] == []
