"""Fingerprints stay the same wherever a file lies; findings of one cause share a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.diagnosis import Certainty, group
from statlint.finding import (
    Alternative,
    Diagnosis,
    EditNote,
    Finding,
    Frame,
    Nature,
    Origin,
    Proposal,
    Related,
    Severity,
)
from statlint.run.stamp import Stamps
from statlint.run.told import Told
from statlint.run.with_causes import with_causes
from statlint.values import CellRef
from tables import confrontation_of, form_of, table_of

FOUND = Finding(
    code="B101",
    name="unbalanced-total",
    severity=Severity.ERROR,
    nature=Nature.MANDATORY,
    level=1,
    path="a/b/report.xlsx",
    sheet="表三",
    cell=CellRef(27, 4),
    message="parts add to 127",
    advice="look again",
    table="applications",
    line="(七)总计",
    head="自然人",
    left="127",
    right="124",
    difference="3",
    edit=EditNote("A2", "Sum", "sum(r1:o3) = total", Origin.FORM, "…"),
    value="124",
)


def mark(found: Finding) -> str:
    ((one,), _) = Stamps().stamp([found], {})
    return one.fingerprint


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FOUND, path="elsewhere/report.xlsx"), id="another folder"),
        pytest.param(replace(FOUND, cell=CellRef(29, 4)), id="another row"),
        pytest.param(replace(FOUND, sheet="Sheet3"), id="another sheet"),
        pytest.param(replace(FOUND, message="各项合计 127", advice="核对"), id="another language"),
        pytest.param(replace(FOUND, severity=Severity.WARNING), id="another severity"),
        pytest.param(
            replace(FOUND, related=(Related("表三", CellRef(1, 1), "1"),)), id="other related cells"
        ),
        pytest.param(replace(FOUND, frame=Frame((), (), (), frozenset())), id="another frame"),
        pytest.param(replace(FOUND, value=" 124\n"), id="white space around the figure"),
    ],
)
def test_a_fingerprint_stays_the_same(other: Finding) -> None:
    assert mark(other) == mark(FOUND)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(FOUND, path="a/b/other.xlsx"), id="another file"),
        pytest.param(replace(FOUND, code="B102"), id="another rule"),
        pytest.param(replace(FOUND, table="reviews"), id="another table"),
        pytest.param(replace(FOUND, line="(六)其他处理"), id="another line"),
        pytest.param(replace(FOUND, head="总计"), id="another head"),
        pytest.param(replace(FOUND, value="125"), id="another figure"),
        pytest.param(replace(FOUND, left="128"), id="other parts"),
        pytest.param(replace(FOUND, right="125"), id="another total"),
        pytest.param(replace(FOUND, edit=None), id="no edit"),
        pytest.param(
            replace(FOUND, edit=EditNote("A3", "Sum", "", Origin.FORM)), id="another edit"
        ),
        pytest.param(replace(FOUND, line=None, head="(七)总计 自然人"), id="words moved over"),
    ],
)
def test_a_fingerprint_tells_findings_apart(other: Finding) -> None:
    assert mark(other) != mark(FOUND)


def test_findings_alike_get_an_ordinal() -> None:
    (one, other, two, three), _ = Stamps().stamp(
        [FOUND, replace(FOUND, head="总计"), FOUND, FOUND], {}
    )

    assert [two.fingerprint, three.fingerprint] == [
        f"{one.fingerprint}-2",
        f"{one.fingerprint}-3",
    ]
    assert [len(one.fingerprint), len(other.fingerprint)] == [20, 20]


def test_groups_are_numbered_as_they_come() -> None:
    findings = [
        replace(FOUND, diagnosis="5"),
        replace(FOUND, head="总计"),
        replace(FOUND, head="其他", diagnosis="2"),
        replace(FOUND, line="a", diagnosis="5"),
        replace(FOUND, line="b", path="z.csv", diagnosis="5"),
    ]
    marked, diagnoses = Stamps().stamp(findings, {})
    prints = [found.fingerprint for found in marked]

    assert [found.diagnosis for found in marked] == ["d1", None, "d2", "d1", "d3"]
    assert diagnoses == (
        Diagnosis("d1", "a/b/report.xlsx", "表三", (prints[0], prints[3])),
        Diagnosis("d2", "a/b/report.xlsx", "表三", (prints[2],)),
        Diagnosis("d3", "z.csv", "表三", (prints[4],)),
    )


def test_fingerprints_and_groups_go_on_from_file_to_file() -> None:
    stamps = Stamps()
    grouped = replace(FOUND, diagnosis="0")

    marked = [stamps.stamp([replace(grouped, path=path)], {})[0][0] for path in ("a.csv", "b.csv")]
    again, _ = stamps.stamp([replace(grouped, path="c/b.csv")], {})

    assert [one.diagnosis for one in (*marked, *again)] == ["d1", "d2", "d3"]
    assert again[0].fingerprint == f"{marked[1].fingerprint}-2"


def test_nothing_found_is_nothing_stamped() -> None:
    assert Stamps().stamp([], {}) == ((), ())


FORM = form_of(
    table_of(
        ["men Men", "women Women", "total Total"],
        ["x X", "y Y", "z Z"],
        {"id": "D", "rule": "men + women = total", "per": "head"},
        {"id": "R", "rule": "x + y = z", "per": "line"},
    )
)


def test_only_findings_that_share_a_cause_are_marked() -> None:
    confrontation = confrontation_of(FORM, "Sex,X,Y,Z\nMen,1,2,3\nWomen,9,4,7\nTotal,4,6,11")
    failed = [one for one in confrontation.instances if one.fails]
    findings = [
        replace(
            FOUND,
            sheet=None,
            cell=one.target.cell if one.target else None,
            edit=EditNote(one.edit.id, "", "", Origin.FORM),
        )
        for one in failed
    ]
    causes = [Told(members, Certainty.LINE) for members in group(failed)]
    marked = with_causes([*findings, replace(FOUND, edit=None)], causes)

    assert [(one.edit.id, one.where) for one in failed] == [
        ("D", "x"),
        ("D", "z"),
        ("R", "women"),
        ("R", "total"),
    ]
    assert [found.diagnosis for found in marked] == ["0", "1", "0", "1", None]


def test_a_finding_left_alone_by_the_others_is_not_marked() -> None:
    confrontation = confrontation_of(FORM, "Sex,X,Y,Z\nMen,1,2,3\nWomen,9,4,7\nTotal,4,6,10")
    failed = [one for one in confrontation.instances if one.fails]
    alone = replace(FOUND, sheet=None, cell=CellRef(4, 2), edit=EditNote("D", "", "", Origin.FORM))

    causes = [Told(members, Certainty.LINE) for members in group(failed)]

    assert with_causes([alone], causes) == [alone]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(CellRef(4, 2), "0", id="a cause that names the total"),
        pytest.param(CellRef(2, 2), None, id="a cause that names another cell"),
    ],
)
def test_what_a_formula_says_stands_by_itself(cell: CellRef, expected: str | None) -> None:
    confrontation = confrontation_of(FORM, "Sex,X,Y,Z\nMen,1,2,3\nWomen,3,4,7\nTotal,9,6,10")
    failed = tuple(one for one in confrontation.instances if one.fails and one.edit.id == "D")
    by_formula = replace(FOUND, sheet=None, cell=CellRef(4, 2), edit=None)
    one = Alternative((Proposal(None, cell, "9", "4"),), "other", 0.9, "B4")

    marked = with_causes([by_formula], [Told(failed, Certainty.ONE_OF, (one,), "B4")])

    assert [found.diagnosis for found in marked] == [expected]
