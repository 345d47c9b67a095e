"""Relations within a table that are neither sums nor rates: places, products, running totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.inference.carried import find_carried
from statlint.inference.cumulative import find_cumulative
from statlint.inference.flows import find_flows
from statlint.inference.leagues import find_leagues
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.products import find_products
from statlint.inference.ranks import find_ranks
from statlint.inference.signed import find_signed
from statlint.inference.spans import find_spans


def find_others(matrix: Matrix, known: Sequence[Relation] = ()) -> tuple[Relation, ...]:
    """Find places in rankings, products, and figures that go on from the one before.

    `known` are the sums and rates found before, which say the same of some strips already.
    """
    carried = find_carried(matrix)
    return (
        *carried,
        *(one for one in find_cumulative(matrix) if not _is_said(one, carried, known)),
        *find_flows(matrix, known, carried),
        *find_signed(matrix, known),
        *find_leagues(matrix, known),
        *find_products(matrix, known),
        *find_ranks(matrix),
        *find_spans(matrix, known),
    )


def _is_said(chain: Relation, carried: Iterable[Relation], known: Iterable[Relation]) -> bool:
    """Tell whether a balance is opened with the one before, and closed by a sum already."""
    ends = {(one.aggregate, one.parts[0]) for one in carried}
    return any(
        one.operator is Operator.SUM
        and one.axis is chain.axis
        and any(
            chain.aggregate in pair and {one.aggregate, *one.parts} >= {*pair, chain.parts[-1]}
            for pair in ends
        )
        for one in known
    )
