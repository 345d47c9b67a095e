"""Texts that are no figures, but look like the one that their edits ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from statlint.confront import Confrontation, Instance, Verdict, verdict_with
from statlint.dataclass import dataclass
from statlint.diagnosis.unread import Meanings, tells, waits
from statlint.facts import Fact
from statlint.values import Number

_BY_CHANCE = 0.01
"""How often an edit holds with a figure that is not meant."""
_WRONG_BESIDE = 0.02
"""How often another figure of an edit is wrong."""
_SURE = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """A cell that holds no figure, the one that is meant, and how likely.

    `held` are the edits, open so far, that hold with it; `broken` those that do not.
    """

    fact: Fact
    figure: Number
    probability: float
    held: tuple[Instance, ...]
    broken: tuple[Instance, ...]


def agreements(
    confrontations: Sequence[Confrontation], unread: Meanings, figures: Mapping[Fact, Number]
) -> Iterator[Agreement]:
    """Go through the unread cells whose likely meaning their edits bear out.

    `figures` are those found so far, of any cell: of these cells nothing is left to be told.
    """
    known = {fact: one.value for fact, one in unread.items()} | dict(figures)
    waiting = [one for each in confrontations for one in each.instances if waits(one, unread)]
    for fact, meant in unread.items():
        if fact not in figures:
            own = {one: verdict_with(one, known) for one in waiting if fact in one.facts}
            held = tuple(one for one, verdict in own.items() if verdict is Verdict.HOLDS)
            broken = tuple(one for one, verdict in own.items() if verdict is Verdict.FAILS)
            probability = _probability(meant.odds, sum(map(tells, held)), len(broken))
            if probability >= _SURE:
                yield Agreement(fact, meant.value, probability, held, broken)


def _probability(odds: float, telling: int, broken: int) -> float:
    """Weigh that the meaning is right against that the edits hold by chance."""
    if not telling:
        return 0.0
    right, wrong = odds * _WRONG_BESIDE**broken, (1 - odds) * _BY_CHANCE**telling
    return right / (right + wrong)
