"""The made tables are what they say they are: their relations hold in the figures they print."""

from __future__ import annotations

from decimal import Decimal

import pytest

from inference_tables.keys import Key, Place
from inference_tables.made.looks import LOOKS, Look, mixed_look
from inference_tables.made.tables import Made, tables

MIXED = [mixed_look(seed) for seed in range(30)]
TIMES = (1, 100, 1000, 10000, 100000)


def figures_of(made: Made) -> dict[Place, Decimal]:
    printed = made.figures.all()
    return {place: printed[spot] for spot, place in made.page.places.items()}


def quotients(parts: list[Decimal]) -> list[tuple[Decimal, Decimal]]:
    """Give what may be divided by what: of three parts one is taken away, or two are added up."""
    if len(parts) == 2:
        return [(parts[0], parts[1])]
    one, other, last = parts
    return [(one - other, last), (one, other + last)]


def holds(key: Key, figures: dict[Place, Decimal], *, fine: bool) -> bool:
    whole = figures[key.aggregate]
    parts = [figures[part] for part in key.parts]
    added = sum(parts, Decimal(0))
    unit = Decimal(1).scaleb(int(whole.as_tuple().exponent))
    if fine and key.operator != "sum":
        return True  # it follows from digits that are not printed
    match key.operator:
        case "sum" | "cumulative":
            exact = not fine and whole == int(whole)
            return abs(whole - added) <= (0 if exact else unit * (len(parts) + 1) / 2)
        case "average":
            return abs(whole - added / len(parts)) <= unit
        case "division":
            rates = [over / below for over, below in quotients(parts) if below]
            return any(abs(whole - rate * times) <= unit for rate in rates for times in TIMES)
        case "relative-change":
            return abs(whole - (parts[0] / parts[1] - 1) * 100) <= unit
        case "product":
            return abs(whole - parts[0] * parts[1]) <= unit
        case _:
            return True


@pytest.mark.parametrize("looks", [LOOKS, MIXED], ids=["listed looks", "mixed looks"])
def test_relations_hold(looks: list[Look]) -> None:
    wrong = [
        (made.name, key)
        for made in tables(looks, 5, 100)
        for key in made.truth.due
        if not holds(key, figures_of(made), fine=made.plan.fine > 0)
    ]

    assert wrong == []


def test_a_mistake_changes_one_cell_and_what_it_says() -> None:
    made = [(one, one.mistaken(at)) for at, one in enumerate(tables(LOOKS, 5, 60))]
    changes = [
        [
            place
            for place, cell in one.page.cells.items()
            if wrong.table.page.cells[place].text != cell.text
        ]
        == [wrong.place]
        for one, wrong in made
        if wrong is not None
    ]

    assert (len(changes) > 40, all(changes)) == (True, True)


def test_the_same_seed_gives_the_same_tables() -> None:
    first, second = ([one.source for one in tables(LOOKS[:4], 3, 8)] for _ in range(2))

    assert [one[1] for one in first if one[0].endswith("csv")] == [
        one[1] for one in second if one[0].endswith("csv")
    ]


def test_looks_have_names_of_their_own() -> None:
    assert len({look.name for look in LOOKS}) == len(LOOKS) >= 25
