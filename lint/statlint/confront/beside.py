"""Edits that no form states: what the figures of other files show of those of a table."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront.carried_over import carried_over
from statlint.confront.cumulated import cumulated
from statlint.confront.revised import revised
from statlint.confront.roll_up import sums_over_parts
from statlint.facts import Facts
from statlint.form import Edit
from statlint.history import Neighbours


def edits_beside(facts: Facts, others: Neighbours) -> Iterator[Edit]:
    """Say what of a table follows from other files: sums over parts, what is carried over."""
    yield from sums_over_parts(facts, others)
    yield from carried_over(facts, others)
    yield from cumulated(facts, others)
    yield from revised(facts, others)
