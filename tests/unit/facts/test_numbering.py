"""Running numbers of a table: what stands in its cells, what slipped, what is meant."""

from __future__ import annotations

import pytest

from statlint.facts import Facts, Slip, numberings
from tables import Entry, facts_of, form_of, table_of

HEADS: list[str | Entry] = [
    {"key": "no", "label": "序号", "format": "ordinal"},
    {"key": "document", "label": "材料名称", "names": "document"},
    "copies 份数",
]
LINES: list[str | Entry] = [{"key": "document", "label": "材料", "repeat": True}]
FORM = form_of(table_of(LINES, HEADS))


def listed(numbers: str) -> Facts:
    rows = "".join(
        f"{'' if number == '_' else number},材料{at},1\n"
        for at, number in enumerate(numbers.split())
    )
    return facts_of(FORM, f"序号,材料名称,份数\n{rows}")


@pytest.mark.parametrize(
    ("numbers", "slips"),
    [
        pytest.param("1 2 3", [], id="none"),
        pytest.param("1 2 4 5", [Slip.GAP], id="a gap"),
        pytest.param("2 3 4", [Slip.START], id="a late start"),
        pytest.param("1 2 2 3 4", [Slip.DOUBLE], id="a double"),
        pytest.param("1 2 _ 4 5", [Slip.BLANK], id="a blank"),
        pytest.param("3 4 1 6", [Slip.START, Slip.WRONG], id="behind what is due"),
    ],
)
def test_each_break_has_its_slip(numbers: str, slips: list[Slip]) -> None:
    (numbering,) = numberings(listed(numbers))

    assert [numbering.slip(one) for one in numbering.breaks] == slips


@pytest.mark.parametrize(
    ("numbers", "meant"),
    [
        pytest.param("1 2 3", "1 2 3", id="what stands there"),
        pytest.param("1 2 2 4", "1 2 3 4", id="what is due in place of a double"),
        pytest.param("1 2 _ 4", "1 2 3 4", id="what is due in place of a blank"),
        pytest.param("1 2 _ 3", "1 2 3", id="nothing where a line only goes on"),
        pytest.param("1 2 4", "1 2 4", id="a gap stays one"),
    ],
)
def test_lines_are_meant_to_have_numbers(numbers: str, meant: str) -> None:
    (numbering,) = numberings(listed(numbers))

    assert [number.path for _, number in numbering.meant()] == [
        (int(number),) for number in meant.split()
    ]


def test_a_table_without_such_a_head_has_no_numbers() -> None:
    form = form_of(table_of(LINES, HEADS[1:]))

    assert list(numberings(facts_of(form, "材料名称,份数\n材料,1\n"))) == []
