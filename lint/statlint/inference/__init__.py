"""From tables that no form describes to the relations between their figures."""

from statlint.inference.cells import CellRelation, cell_relations
from statlint.inference.infer import across_heads, understand
from statlint.inference.model import Axis, Operator, Relation, Understood
from statlint.inference.pool import pooled_relations, understand_together

__all__ = [
    "Axis",
    "CellRelation",
    "Operator",
    "Relation",
    "Understood",
    "across_heads",
    "cell_relations",
    "pooled_relations",
    "understand",
    "understand_together",
]
