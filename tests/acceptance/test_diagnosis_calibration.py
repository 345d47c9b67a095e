"""What the diagnosis says on made tables: right where it is sure, and located where sums cross."""

from __future__ import annotations

from random import Random

import pytest

from diagnosis_tables.judge import Verdict, judge
from diagnosis_tables.shapes import SHAPES, made
from diagnosis_tables.slips import KNOWN, UNKNOWN, slips_in
from submissions.random_reports import SIZES

CROSSED = ("two ways", "nested")
ONE_FIGURE = ("digit", "transposed", "dropped", "added", "doubled", "sign", "factor")
SEED = 7_000
FEWEST_RIGHT = 0.95


def verdicts(shape: str, kind: str, slips: int) -> list[Verdict]:
    """Judge some slips of a kind in tables of a shape; those that break no edit are left out."""
    found = []
    for at in range(slips):
        table = made(shape, SIZES[at % len(SIZES)].name, SEED + at)
        changes = slips_in(table, kind, Random(f"{shape} {kind} {at}"))  # noqa: S311
        if changes is not None:
            found.append(judge(table, changes, with_before=False))
    return [one for one in found if one.seen]


@pytest.mark.parametrize("shape", CROSSED)
@pytest.mark.parametrize("kind", ONE_FIGURE)
def test_a_wrong_figure_in_crossing_sums_is_located(shape: str, kind: str) -> None:
    found = verdicts(shape, kind, 6)

    assert [one.right for one in found] == [True] * len(found)


def test_what_is_said_for_sure_is_so() -> None:
    claims = [
        claim
        for shape in SHAPES
        for kind in (*KNOWN, *UNKNOWN)
        for one in verdicts(shape, kind, 2)
        for claim in one.claims
    ]

    assert len(claims) > len(SHAPES) * len(KNOWN) / 2
    assert sum(true for _, true in claims) / len(claims) >= FEWEST_RIGHT
