"""Made tables whose relations are known: understood, left alone when right, told of when wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

import pytest

from inference_tables.judge import said_of, verdict, written
from inference_tables.keys import crossing, found_in
from inference_tables.made.boxheads import BOXHEADS
from inference_tables.made.looks import LOOKS, PLAIN, Look, mixed_look
from inference_tables.made.stubs import STUBS
from inference_tables.made.tables import KINDS, Made, Wrong, plan_of, tables
from inference_tables.tally import Tally

SEED = 41
MIXED = [mixed_look(seed) for seed in range(40)]
in_each_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)


def tally_of(made: Iterable[Made]) -> Tally:
    tally = Tally()
    for one in made:
        found = found_in(one.grids())
        tally.add(one.truth.due, found, one.truth.allowed(found))
    return tally


def wrong_in(made: Iterable[Made], seed: int) -> list[Wrong[Made]]:
    tried = [one.mistaken(seed + at) for at, one in enumerate(made)]
    return [one for one in tried if one is not None]


def is_found(wrong: Wrong[Made], others: Sequence[Made] = ()) -> bool:
    beside = [(f"other {at} {one.source[0]}", one.source[1]) for at, one in enumerate(others)]
    right = wrong.right
    before, after = (said_of([one.source, *beside]) for one in (right, wrong.table))
    name = right.source[0]
    return verdict(before, [one for one in after if one.path == name], wrong.place).found


def width(wrong: Wrong[Made]) -> int:
    return crossing(wrong.table.truth.due)[wrong.key]


@in_each_look
def test_relations_are_found_in_every_look(look: Look) -> None:
    tally = tally_of(tables([look], SEED, 24))

    assert (tally.precision > 0.97, tally.f1 > 0.9) == (True, True), "\n".join(tally.lines())


@pytest.mark.parametrize("stub", STUBS)
def test_relations_of_every_stub_are_found(stub: str) -> None:
    kinds = [kind for kind in KINDS if kind[0] == stub]
    tally = tally_of(Made(plan_of(kind, SEED), PLAIN, SEED) for kind in kinds)

    assert tally.f1 > 0.9, "\n".join(tally.lines())


@pytest.mark.parametrize("boxhead", BOXHEADS)
def test_relations_of_every_boxhead_are_found(boxhead: str) -> None:
    kinds = [kind for kind in KINDS if kind[1] == boxhead]
    tally = tally_of(Made(plan_of(kind, SEED), PLAIN, SEED) for kind in kinds)

    assert tally.f1 > 0.9, "\n".join(tally.lines())


@pytest.mark.parametrize("looks", [LOOKS, MIXED], ids=["listed looks", "mixed looks"])
def test_tables_without_a_mistake_are_left_alone(looks: Sequence[Look]) -> None:
    made = list(tables(looks, SEED, 100))

    told = [f"{one.name}: {written(said)}" for one in made for said in said_of([one.source])[:1]]

    assert len(told) <= len(made) // 50, "\n".join(told)


def test_wrong_figures_are_found() -> None:
    wrong = wrong_in(tables(LOOKS, SEED, 100), SEED)

    many = [is_found(one) for one in wrong if width(one) >= 4]
    few = [is_found(one) for one in wrong if width(one) < 4]

    assert sum(many) >= 0.8 * len(many), f"{sum(many)} of {len(many)}"
    assert sum(few) >= 0.4 * len(few), f"{sum(few)} of {len(few)}"


def test_wrong_figures_are_found_beside_other_files_of_the_layout() -> None:
    few = [one for one in wrong_in(tables(LOOKS, SEED, 100), SEED) if width(one) < 4]

    found = [is_found(one, others_of(one.right)) for one in islice(few, 10)]

    assert sum(found) >= 0.8 * len(found), f"{sum(found)} of {len(found)}"


def others_of(made: Made) -> list[Made]:
    return [replace(made, seed=made.seed + at, wrong=()) for at in range(1, 20)]
