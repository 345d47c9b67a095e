"""What is told of failed edits that have one cause."""

from __future__ import annotations

from statlint.confront import Instance
from statlint.dataclass import dataclass
from statlint.diagnosis import Certainty
from statlint.facts import Fact
from statlint.finding import Alternative, Diagnosis

_SUREST = 0.9999
"""The highest probability that is said: nothing about a table is certain."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is told of some failed edits together: how much is known, and what may be meant.

    `suspects` are the cells that may be wrong, the most likely first.
    """

    instances: tuple[Instance, ...]
    certainty: Certainty
    alternatives: tuple[Alternative, ...] = ()
    message: str = ""
    suspects: tuple[Fact, ...] = ()

    @property
    def spoilt(self) -> frozenset[Fact]:
        """The cells of which all that is told has this cause: what is located, or is no figure."""
        located = self.certainty is Certainty.LOCATED
        return frozenset(
            fact for fact in self.suspects if fact.path is None and (located or fact.figure is None)
        )

    def in_words(self) -> Diagnosis:
        """Give what is reported: no cell, and with it no sheet, is kept."""
        return Diagnosis("", "", None, (), self.alternatives, self.certainty.value, self.message)


def said(probability: float) -> float:
    """Round a probability as it is said."""
    return min(round(probability, 4), _SUREST)
