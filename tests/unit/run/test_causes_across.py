"""Causes of what fails between the forms of several files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.confront import confront
from statlint.facts import Filing, read_facts
from statlint.form import Form
from statlint.history import Neighbours, Relation, beside
from statlint.run.causes import causes_of
from tables import filled_of, form_of, table_of

LINES = ["men Men", "women Women", "total Total"]
HEADS = ["a Towns", "b Villages", "all Both"]
Table = Sequence[Sequence[int]]


def whole(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """Add the total line and the total head to two lines of two figures."""
    lines = [*rows, [sum(cells) for cells in zip(*rows, strict=True)]]
    return [[*line, sum(line)] for line in lines]


NORTH = whole([[112, 20], [31, 47]])
SOUTH = whole([[57, 81], [139, 214]])
WEST = whole([[102, 76], [66, 193]])


def added(*tables: Table) -> list[list[int]]:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def with_cell(table: Table, line: int, head: int, figure: int) -> list[list[int]]:
    changed = [list(row) for row in table]
    changed[line][head] = figure
    return changed


def summed_form() -> Form:
    over_parts = [{"rule": f"{key} = sum(parts.{key})", "per": "head"} for key in KEYS]
    inside = [
        {"rule": "men + women = total", "per": "head"},
        {"rule": "a + b = all", "per": "line"},
    ]
    return form_of(table_of(LINES, HEADS, *inside, *over_parts))


KEYS = ("men", "women", "total")


def filing_of(form: Form, table: Table, path: str) -> Filing:
    labels = ("Men", "Women", "Total")
    rows = [f"{label},{','.join(map(str, row))}" for label, row in zip(labels, table, strict=True)]
    filled = filled_of(form, "\n".join(["Sex,Towns,Villages,Both", *rows]))
    return Filing(path, filled, tuple(read_facts(one) for one in filled.tables))


def told(total: Table, parts: Mapping[str, Table]) -> list[tuple[str, list[str], int]]:
    form = summed_form()
    own = filing_of(form, total, "all.csv")
    neighbours = tuple(
        beside(filing_of(form, table, path), Relation.PARTS) for path, table in parts.items()
    )
    confrontation = confront(own.filled, own.facts, others=Neighbours({"parts": neighbours}))
    return [
        (one.certainty.value, [each.message for each in one.alternatives], len(one.instances))
        for one in causes_of([confrontation], None, "en")
    ]


PARTS = {"north.csv": NORTH, "south.csv": SOUTH, "west.csv": WEST}


def test_a_part_left_out_is_one_cause() -> None:
    assert told(added(NORTH, WEST), PARTS) == [
        (
            "located",
            [
                (
                    "The total leaves out “south.csv”: 9 differences are exactly its figures, "
                    "likelihood 99%"
                )
            ],
            9,
        )
    ]


def test_two_parts_alike_are_one_handed_in_twice() -> None:
    assert told(added(NORTH, SOUTH), {"a.csv": NORTH, "b.csv": NORTH, "south.csv": SOUTH}) == [
        (
            "located",
            [
                (
                    "“a.csv”, “b.csv” have the same figures throughout, perhaps one table handed "
                    "in twice: these 9 differences may come from that, likelihood 99%"
                )
            ],
            9,
        )
    ]


def test_several_events_are_listed() -> None:
    nine = [[9 * cell for cell in row] for row in NORTH]
    ten = [[10 * cell for cell in row] for row in NORTH]

    ((certainty, messages, count),) = told(ten, {"nine.csv": nine, "ten.csv": ten})

    assert (certainty, len(messages), count) == ("one-of", 2, 9)


def test_a_figure_wrong_in_a_part_is_found_there() -> None:
    wrong = {**PARTS, "south.csv": with_cell(SOUTH, 1, 0, 193)}

    assert told(added(NORTH, SOUTH, WEST), wrong) == [
        (
            "located",
            [
                (
                    "south.csv!B3 may have to be 139 (now 193, two digits swapped): "
                    "then all 3 broken edits hold, likelihood > 99%"
                )
            ],
            3,
        )
    ]


def test_a_figure_wrong_in_the_total_is_found_here() -> None:
    total = with_cell(added(NORTH, SOUTH, WEST), 1, 0, 263)

    assert told(total, PARTS) == [
        (
            "located",
            [
                (
                    "B3 may have to be 236 (now 263, two digits swapped): "
                    "then all 3 broken edits hold, likelihood > 99%"
                )
            ],
            3,
        )
    ]
