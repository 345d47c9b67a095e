"""From tables that no form describes to the relations between their figures."""

from statlint.inference.cells import CellRelation, cell_relations
from statlint.inference.infer import relations_of, shared_relations, understand
from statlint.inference.model import Axis, Operator, Relation, Understood

__all__ = [
    "Axis",
    "CellRelation",
    "Operator",
    "Relation",
    "Understood",
    "cell_relations",
    "relations_of",
    "shared_relations",
    "understand",
]
