"""Parts of a relation joined by signs: 3 × won + drawn, (checked − faulty) ÷ checked."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.inference import Operator, Relation


def signed_parts(relation: Relation, names: Sequence[str]) -> str:
    """Write parts with how often each counts, and what they are divided by."""
    terms = list(zip(relation.weighing, names, strict=True))
    if relation.operator is not Operator.DIVISION:
        return _added(terms)
    cut = len(terms) - relation.below
    return f"{_bracketed(terms[:cut])} ÷ {_bracketed(terms[cut:])}"


def _added(terms: Sequence[tuple[int, str]]) -> str:
    (weight, name), *rest = terms
    told = _times(weight, name)
    for further, other in rest:
        told += f" {'−' if further < 0 else '+'} {_times(further, other)}"
    return told


def _times(weight: int, name: str) -> str:
    return name if abs(weight) == 1 else f"{abs(weight)} × {name}"


def _bracketed(terms: Sequence[tuple[int, str]]) -> str:
    return _added(terms) if len(terms) == 1 else f"({_added(terms)})"
