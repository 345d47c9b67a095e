"""Shares, ratios, changes and means: all that follows from other figures by division."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.inference.averages import find_averages
from statlint.inference.averages_beside import find_beside
from statlint.inference.averages_moving import find_moving
from statlint.inference.averages_trimmed import find_trimmed
from statlint.inference.model import Relation
from statlint.inference.rates_along import find_rates_along
from statlint.inference.rates_between import find_rates_between
from statlint.inference.rates_compound import find_compound
from statlint.inference.rates_steps import Steps


def find_rates(steps: Steps, sums: Sequence[Relation]) -> tuple[Relation, ...]:
    """Find the strips that are quotients or means of others; `sums` are those known already."""
    between = find_rates_between(steps, sums)
    known = (*between, *find_rates_along(steps, between))
    means = find_averages(steps, sums, known)
    taken = {one.aggregate for one in (*known, *means)}
    told = (
        *known,
        *means,
        *find_trimmed(steps, taken),
        *find_moving(steps, taken),
        *find_beside(steps, sums, taken),
    )
    return (*told, *find_compound(steps, (*sums, *told)))
