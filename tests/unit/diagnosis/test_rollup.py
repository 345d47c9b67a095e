"""Whole parts that explain why sums over parts fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from statlint.confront import Confrontation, confront
from statlint.diagnosis.rollup import part_causes
from statlint.facts import Filing, read_facts
from statlint.form import Form
from statlint.history import Neighbours, Relation, beside
from tables import filled_of, form_of, table_of

LINES = ["men Men", "women Women", "total Total"]
HEADS = ["a Towns", "b Villages"]
Table = Sequence[Sequence[int]]
NORTH: Table = ((11, 20), (31, 47), (42, 67))
SOUTH: Table = ((5, 8), (13, 21), (18, 29))
WEST: Table = ((102, 7), (66, 19), (168, 26))
PARTS = {"north.csv": NORTH, "south.csv": SOUTH, "west.csv": WEST}


@pytest.fixture(scope="module")
def form() -> Form:
    return form_of(
        table_of(
            LINES,
            HEADS,
            *(
                {"rule": f"{line} = sum(parts.{line})", "per": "head"}
                for line in ("men", "women", "total")
            ),
        )
    )


def grid_of(table: Table) -> str:
    rows = [
        f"{label},{','.join(map(str, row))}"
        for label, row in zip(("Men", "Women", "Total"), table, strict=True)
    ]
    return "\n".join(["Sex,Towns,Villages", *rows])


def added(*tables: Table) -> list[list[int]]:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def scaled(table: Table, by: int) -> Table:
    return [[cell * by for cell in row] for row in table]


def filing_of(form: Form, table: Table, path: str) -> Filing:
    filled = filled_of(form, grid_of(table))
    return Filing(path, filled, tuple(read_facts(one) for one in filled.tables))


def confronted(form: Form, total: Table, parts: Mapping[str, Table]) -> Confrontation:
    own = filing_of(form, total, "all.csv")
    beside_it = tuple(
        beside(filing_of(form, table, path), Relation.PARTS) for path, table in parts.items()
    )
    return confront(own.filled, own.facts, others=Neighbours({"parts": beside_it}))


def told(confrontation: Confrontation, **before: Filing) -> list[tuple[object, ...]]:
    earlier = {f"{name}.csv": beside(filing, Relation.PREVIOUS) for name, filing in before.items()}
    return [
        (str(event.slip), event.paths, len(one.instances), event.factor)
        for one in part_causes(confrontation, earlier)
        for event in one.events
    ]


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        pytest.param(added(NORTH, SOUTH, WEST), [], id="nothing wrong"),
        pytest.param(
            added(NORTH, WEST), [("omitted-parts", ("south.csv",), 6, 1)], id="a part left out"
        ),
        pytest.param(
            added(NORTH, SOUTH, SOUTH, WEST),
            [("counted-twice", ("south.csv",), 6, 1)],
            id="a part counted twice",
        ),
        pytest.param(
            added(WEST),
            [("omitted-parts", ("north.csv", "south.csv"), 6, 1)],
            id="two parts left out",
        ),
    ],
)
def test_a_part_as_a_whole_is_told(
    form: Form, total: Table, expected: list[tuple[object, ...]]
) -> None:
    assert told(confronted(form, total, PARTS)) == expected


def test_a_part_in_another_unit_is_told(form: Form) -> None:
    parts = {**PARTS, "south.csv": scaled(SOUTH, 100)}

    assert told(confronted(form, added(NORTH, SOUTH, WEST), parts)) == [
        ("other-unit", ("south.csv",), 6, 100)
    ]


def test_last_year_s_file_of_a_part_is_told(form: Form) -> None:
    then: Table = ((4, 9), (10, 17), (14, 26))
    earlier = filing_of(form, then, "then.csv")

    confrontation = confronted(form, added(NORTH, then, WEST), PARTS)

    assert told(confrontation, south=earlier) == [("stale-total", ("south.csv",), 6, 1)]


def test_a_part_with_last_year_s_figures_is_told(form: Form) -> None:
    earlier = filing_of(form, SOUTH, "then.csv")
    now: Table = ((6, 7), (15, 20), (21, 27))

    confrontation = confronted(form, added(NORTH, now, WEST), PARTS)

    assert told(confrontation, south=earlier) == [("copied", ("south.csv",), 6, 1)]


def test_one_wrong_figure_is_no_part(form: Form) -> None:
    total = added(NORTH, SOUTH, WEST)
    total[0][0] += 11

    assert told(confronted(form, total, PARTS)) == []


def in_one_column(total: Sequence[int], **parts: Sequence[int]) -> Confrontation:
    """Confront a long column of figures with those of parts."""
    lines = [f"l{number} Line {number}" for number in range(len(total))]
    sums = [
        {"rule": f"{line} = sum(parts.{line})", "per": "head"}
        for line in (each.partition(" ")[0] for each in lines)
    ]
    form = form_of(table_of(lines, ["a Towns"], *sums))

    def filing(figures: Sequence[int], path: str) -> Filing:
        rows = (f"Line {at},{one}" for at, one in enumerate(figures))
        filled = filled_of(form, "\n".join(["Line,Towns", *rows]))
        return Filing(path, filled, tuple(read_facts(one) for one in filled.tables))

    own = filing(total, "all.csv")
    beside_it = tuple(
        beside(filing(figures, f"{name}.csv"), Relation.PARTS) for name, figures in parts.items()
    )
    return confront(own.filled, own.facts, others=Neighbours({"parts": beside_it}))


def test_a_part_left_out_is_told_beside_a_wrong_figure() -> None:
    north = [7 * number + 3 for number in range(12)]
    south = [number * number + 2 for number in range(12)]

    confrontation = in_one_column([north[0] + 1000, *north[1:]], north=north, south=south)

    assert told(confrontation) == [("omitted-parts", ("south.csv",), 11, 1)]


def test_two_parts_alike_are_one(form: Form) -> None:
    parts = {**PARTS, "east.csv": SOUTH}

    assert told(confronted(form, added(NORTH, SOUTH, WEST), parts)) == [
        ("doubled", ("south.csv", "east.csv"), 6, 1)
    ]


def test_two_parts_alike_in_place_of_two_are_told() -> None:
    south, east = [7, 12, 3, 40, 21, 9, 33, 5, 18, 6], [1, 6, 2, 31, 8, 8, 13, 2, 3, 5]
    total = [one + other for one, other in zip(south, east, strict=True)]

    assert told(in_one_column(total, south=south, east=south)) == [
        ("doubled", ("south.csv", "east.csv"), 10, 1)
    ]


def test_events_that_explain_as_much_are_told_together() -> None:
    base = [3, 7, 11, 20, 31]
    nine, ten = [9 * one for one in base], [10 * one for one in base]

    assert told(in_one_column(ten, nine=nine, ten=ten)) == [
        ("omitted-parts", ("nine.csv",), 5, 1),
        ("other-unit", ("ten.csv",), 5, 10),
    ]


def test_a_total_with_more_throughout_lacks_a_part() -> None:
    part = [5 * number for number in range(10)]
    total = [figure + 3 + number**2 for number, figure in enumerate(part)]

    assert told(in_one_column(total, north=part)) == [("missing-part", (), 10, 1)]


def test_many_gaps_both_ways_are_no_slips_one_by_one() -> None:
    part = [50 + 5 * number for number in range(10)]
    total = [figure + (-1) ** number * number for number, figure in enumerate(part)]

    assert told(in_one_column(total, north=part)) == [("copied", (), 9, 1)]
