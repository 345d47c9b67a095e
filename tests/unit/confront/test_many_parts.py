"""Totals over very many parts: their cells are found again when they are asked for."""

from __future__ import annotations

import gc

import pytest

from statlint.confront import Confrontation, Verdict, confront
from statlint.diagnosis import part_causes
from statlint.facts import Filing, Moulds, read_facts
from statlint.history import Neighbours, Relation, beside
from tables import filled_of, form_of, table_of

PARTS = 150
FORM = form_of(table_of(["a A", "b B"], ["x X", "y Y"]))
PART = "Case,X,Y\nA,1,{n}\nB,0,2"


def confronted(total: str) -> Confrontation:
    moulds = Moulds()
    filled = filled_of(FORM, total)
    own = Filing("whole.csv", filled, tuple(map(read_facts, filled.tables)))
    parts = []
    for number in range(PARTS):
        part = filled_of(FORM, PART.format(n=number))
        read = Filing(f"{number}.csv", part, tuple(map(read_facts, part.tables)))
        kept = moulds.cast(read)
        assert kept is not None
        parts.append(beside(kept, Relation.PARTS, own))
    return confront(filled, own.facts, others=Neighbours({Relation.PARTS: tuple(parts)}))


RIGHT = f"Case,X,Y\nA,{PARTS},{PARTS * (PARTS - 1) // 2}\nB,0,{2 * PARTS}"


def test_the_cells_of_a_total_that_holds_are_found_again() -> None:
    found = confronted(RIGHT)
    gc.collect()

    total = next(one for one in found.instances if one.target and one.target.text == str(PARTS))
    assert [one.verdict for one in found.instances] == [Verdict.HOLDS] * 4
    assert [fact.path for fact in total.facts if fact.path] == [f"{n}.csv" for n in range(PARTS)]
    assert len(total.facts) == PARTS + 1
    assert total.facts[0] in total.facts
    assert [fact.path for fact in total.facts[-2:]] == [fact.path for fact in [*total.facts][-2:]]


@pytest.mark.parametrize(
    ("total", "failed"),
    [
        pytest.param(RIGHT.replace("150", "151"), 1, id="a figure of the total"),
        pytest.param(RIGHT.replace("11175", "11176"), 1, id="another"),
    ],
)
def test_the_cells_of_a_total_that_fails_are_held(total: str, failed: int) -> None:
    found = confronted(total)

    broken = list(found.failed_across(Relation.PARTS))
    assert len(broken) == failed
    assert [len(one.facts) for one in broken] == [PARTS + 1]
    assert part_causes(found) == ()
