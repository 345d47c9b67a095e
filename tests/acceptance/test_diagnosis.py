"""Slips in files: what is said to be sure is so, of the official forms and of a table without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from unicodedata import normalize

import pytest

from diagnosis_tables.shapes import OFFICIAL, made
from diagnosis_tables.slips import KNOWN, UNKNOWN, mistyped, slips_in
from statlint.config import Settings
from statlint.finding import Alternative, Diagnosis, Report
from statlint.run import check_paths
from statlint.values import CellRef, Number
from submissions.catalogue import ALL_LAYOUTS
from submissions.layout import Layout
from submissions.model import ANNUAL_2021, APPLICATIONS, Slot
from submissions.model import Report as Reported
from submissions.random_reports import SIZES, random_report

TODAY = date(2026, 11, 22)
SUBMISSIONS = Path(__file__).parents[2] / "fixtures" / "submissions"
COUNTY = SIZES[1]
LAYOUTS = [layout for layout in ALL_LAYOUTS if not layout.hides_zeros and not layout.provokes]
NAMED = {"official print", "table three turned", "full-width digits", "totals as formulas"}
FIGURES = ("digit", "transposed", "dropped", "added", "doubled", "sign", "factor")

Fix = Mapping[tuple[str | None, CellRef], Decimal]
"""Cells, by sheet and place, with the figures that they should have."""


def checked(name: str, content: bytes) -> Report:
    report = check_paths([(name, content)], Settings(language="zh"), today=TODAY)
    assert report.crashes == ()
    return report


def fix_of(told: Alternative) -> Fix:
    return {(cell.sheet, cell.cell): figure(cell.proposed) for cell in told.cells if cell.proposed}


def figure(text: str) -> Decimal:
    plain = normalize("NFKC", text).replace(",", "").replace("，", "")
    return Decimal("".join(sign for sign in plain if sign in "-.0123456789"))


def sure(report: Report) -> list[Diagnosis]:
    return [one for one in report.diagnoses if one.certainty in {"located", "block"}]


def untrue(report: Report, truth: Fix) -> list[str]:
    """Give what is said to be sure and is not so."""
    return [
        one.message
        for one in sure(report)
        for cell, proposed in fix_of(one.alternatives[0]).items()
        if truth.get(cell) != proposed
    ] + [one.message for one in sure(report) if not _is_wrong(one.alternatives[0], truth)]


def _is_wrong(told: Alternative, truth: Fix) -> bool:
    """Tell whether cells left open are wrong; up to half of them may be right by chance."""
    still = [(cell.sheet, cell.cell) for cell in told.cells if not cell.proposed]
    return 2 * sum(cell in truth for cell in still) >= len(still)


def laid_out(
    reported: Reported, changes: Mapping[Slot, Number | None], layout: Layout
) -> tuple[Report, Fix]:
    """Check a report with some figures changed, and tell what they should be, by cell."""
    new = dict(changes)
    file = layout.make(reported.with_figures(new))
    truth = {
        (place.sheet, place.cell): figure(str(reported.figures[slot] or 0))
        for slot in new
        if (place := file.places.get(slot))
    }
    return checked(file.name, file.data), truth


def slipped(form: str, kind: str) -> tuple[Report, Fix]:
    """Make a slip in a report, in some layout, and check the file."""
    rng = Random(f"{form} {kind}")  # noqa: S311 - figures to change, not secrets
    reported = random_report(form, COUNTY, 1)
    changes = slips_in(made(form, COUNTY.name, 1), kind, rng) or {}
    new = {Slot(*slot): number for slot, number in changes.items()}
    layout = rng.choice([one for one in LAYOUTS if one.suits(reported)])
    return laid_out(reported, new, layout)


def test_what_is_said_to_be_sure_is_so() -> None:
    """Hold it to 2 %: several figures may be off together by as much as one would be alone."""
    found = [slipped(form, kind) for form in OFFICIAL for kind in (*KNOWN, *UNKNOWN)]

    claims = sum(len(sure(report)) for report, _ in found)
    wrong = [one for report, truth in found for one in untrue(report, truth)]
    assert claims > len(found) / 2
    assert len(wrong) <= claims / 50, wrong


@pytest.mark.parametrize("kind", FIGURES)
@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.name in NAMED], ids=lambda one: one.name
)
def test_a_wrong_figure_is_located(layout: Layout, kind: str) -> None:
    reported = random_report(ANNUAL_2021, COUNTY, 5)
    slot = Slot(APPLICATIONS, "r1", "nat")
    wrong = mistyped(int(str(reported.figures[slot])), kind, Random(kind))  # noqa: S311

    report, truth = laid_out(reported, {slot: wrong}, layout)

    assert [fix_of(one.alternatives[0]) for one in sure(report)] == [truth]
    assert {found.diagnosis for found in report.findings if found.edit} == {"d1"}


BLOCK = ("u1", "u2", "u3", "n1", "n2")
BLOCK_HEADS = ("nat", "biz")
MOVED = [
    pytest.param(BLOCK, 0, "shifted", id="down, zeros left"),
    pytest.param(BLOCK, None, "shifted", id="down, blanks left"),
    pytest.param(BLOCK[::-1], 0, "shifted", id="up, zeros left"),
]


@pytest.mark.parametrize(("lines", "left", "reason"), MOVED)
@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.name in NAMED], ids=lambda one: one.name
)
def test_a_block_that_moved_on_is_located(
    layout: Layout, lines: Sequence[str], left: int | None, reason: str
) -> None:
    reported = random_report(ANNUAL_2021, SIZES[2], 3)
    right = {
        head: [int(str(reported.figures[Slot(APPLICATIONS, line, head)])) for line in lines]
        for head in BLOCK_HEADS
    }
    changes: dict[Slot, Number | None] = {
        Slot(APPLICATIONS, line, head): seen
        for head, figures in right.items()
        for line, seen, own in zip(lines, [left, *figures], figures, strict=False)
        if seen != own
    }

    report, truth = laid_out(reported, changes, layout)

    assert [fix_of(one.alternatives[0]) for one in sure(report)] == [truth]
    assert [one.alternatives[0].reason for one in sure(report)] == [reason]


@pytest.mark.parametrize("factor", [10, 10_000])
@pytest.mark.parametrize(
    "layout", [one for one in LAYOUTS if one.name in NAMED], ids=lambda one: one.name
)
def test_a_block_in_another_unit_is_located(layout: Layout, factor: int) -> None:
    reported = random_report(ANNUAL_2021, SIZES[2], 3)
    slots = [Slot(APPLICATIONS, line, head) for line in BLOCK for head in BLOCK_HEADS]
    changes: dict[Slot, Number | None] = {
        slot: int(str(reported.figures[slot])) * factor for slot in slots if reported.figures[slot]
    }

    report, truth = laid_out(reported, changes, layout)

    assert [fix_of(one.alternatives[0]) for one in sure(report)] == [truth]
    assert [one.alternatives[0].reason for one in sure(report)] == ["other-unit"]


@pytest.mark.parametrize("form", OFFICIAL)
@pytest.mark.parametrize("layout", LAYOUTS[::6], ids=lambda one: one.name)
def test_what_holds_has_no_cause(layout: Layout, form: str) -> None:
    reported = random_report(form, COUNTY, 2)

    assert not layout.suits(reported) or laid_out(reported, {}, layout)[0].diagnoses == ()


LINES = ("城关镇", "东山镇", "南河镇", "西岭乡", "北塘乡", "中心街道", "合计")
HEADS = ("受理", "办结", "转办", "退回", "合计")
RIGHT = (
    (126, 308, 283, 71, 788),
    (194, 314, 247, 325, 1080),
    (302, 38, 315, 11, 666),
    (245, 137, 287, 124, 793),
    (103, 372, 245, 281, 1001),
    (286, 248, 208, 332, 1074),
    (1256, 1417, 1585, 1144, 5402),
)


def written(figures: Sequence[Sequence[int | str]]) -> bytes:
    rows = [",".join([label, *map(str, row)]) for label, row in zip(LINES, figures, strict=True)]
    return "\n".join(["2024年办件情况统计表", ",".join(["乡镇", *HEADS]), *rows]).encode()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"C5": 83}, "transposed", id="two digits exchanged"),
        pytest.param({"C5": ""}, "blank", id="a figure left out"),
        pytest.param({"B4": 314, "C4": 194}, "swapped", id="two neighbours exchanged"),
        pytest.param(
            {"B7": 1030, "C7": 3720, "D7": 2450, "E7": 2810, "F7": 10010},
            "other-unit",
            id="a line in another unit",
        ),
        pytest.param(
            {"B7": 0, "C7": 103, "D7": 372, "E7": 245, "F7": 281}, "shifted", id="a line moved on"
        ),
        pytest.param(
            {"B9": 1011, "C9": 1280, "D9": 1298, "E9": 1020, "F9": 4609},
            "omitted-parts",
            id="a line left out of the total",
        ),
    ],
)
def test_a_table_without_a_form_tells_as_much(
    changes: Mapping[str, int | str], reason: str
) -> None:
    figures: list[list[int | str]] = [list(row) for row in RIGHT]
    truth: dict[tuple[str | None, CellRef], Decimal] = {}
    for name, wrong in changes.items():
        cell = CellRef.parse(name)
        figures[cell.row - 3][cell.column - 2] = wrong
        truth[None, cell] = Decimal(RIGHT[cell.row - 3][cell.column - 2])

    report = checked("a.csv", written(figures))

    assert [fix_of(one.alternatives[0]) for one in sure(report)] == [truth]
    assert [one.alternatives[0].reason for one in sure(report)] == [reason]


BESIDE = (
    (209, 181, 147, 93),
    (88, 275, 164, 122),
    (317, 94, 206, 58),
    (151, 262, 79, 137),
    (276, 119, 183, 64),
    (132, 347, 98, 215),
)


def beside_each_other(lines: range, heads: range) -> tuple[bytes, set[CellRef]]:
    """Write two tables of the same lines and heads; a block of the second is that of the first."""
    others = [[*row, sum(row)] for row in BESIDE]
    others.append([sum(values) for values in zip(*others, strict=True)])
    for line in lines:
        for head in heads:
            others[line][head] = RIGHT[line][head]
    first = "表一 ".encode() + written(RIGHT)
    second = "表二 ".encode() + written(others).replace("办件".encode(), "信访".encode())
    table = first + b"\n\n" + second
    return table, {CellRef(13 + line, 2 + head) for line in lines for head in heads}


def test_a_block_copied_from_a_table_beside_is_named_with_it() -> None:
    """The figures that edits tell are told; the message names the table."""
    content, block = beside_each_other(range(3, 4), range(4))

    (cause,) = checked("a.csv", content).diagnoses

    (told,) = cause.alternatives
    assert (cause.certainty, told.reason) == ("block", "copied")
    assert {cell.cell for cell in told.cells} == block
    assert {cell.proposed for cell in told.cells} == {""}
    assert "与「表一 2024年办件情况统计表」完全相同，请核对该块是否误粘贴而来" in cause.message


def test_a_table_that_holds_without_a_form_has_no_cause() -> None:
    assert checked("a.csv", written(RIGHT)).diagnoses == ()


def test_parts_left_out_are_among_the_first() -> None:
    """Yaohai in 2019 left those refused (1+1+1) out of its total, and balanced the rest with it."""
    (file,) = SUBMISSIONS.glob("瑶海区*.xlsx")

    (cause,) = checked(file.name, file.read_bytes()).diagnoses

    omitted = [one for one in cause.alternatives if one.reason == "omitted-parts"]
    assert len(cause.alternatives) <= 5
    assert "I48 可能应为 127（现为 124，漏加「（三）不予公开」）" in omitted[0].message
