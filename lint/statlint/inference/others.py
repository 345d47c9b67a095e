"""Relations within a table that are neither sums nor rates: places, products, running totals."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.inference.cumulative import find_cumulative
from statlint.inference.matrix import Matrix
from statlint.inference.model import Relation
from statlint.inference.products import find_products
from statlint.inference.ranks import find_ranks


def find_others(matrix: Matrix, known: Sequence[Relation] = ()) -> tuple[Relation, ...]:
    """Find places in rankings, products, and figures that go on from the one before.

    `known` are the sums and rates found before, which say the same of some strips already.
    """
    return (
        *find_cumulative(matrix),
        *find_products(matrix, known),
        *find_ranks(matrix),
    )
