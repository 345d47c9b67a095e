"""An edit as an equation of weighted cells, and whether it would hold with other figures."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.confront.linear import Linear, difference
from statlint.confront.model import Instance, Verdict
from statlint.confront.quantity import negative
from statlint.confront.sides import sides_of
from statlint.confront.verdict import verdict_of
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.form import Comparison, EditKind, Name
from statlint.values import Figure, Number, decimals_of

_EQUATIONS = frozenset({EditKind.BALANCE, EditKind.FLOW, EditKind.SHARES})


def linear_of(instance: Instance) -> Linear | None:
    """Give an edit as a sum of its cells, whatever its verdict; None where it is no equation."""
    condition = instance.edit.condition
    if instance.edit.kind not in _EQUATIONS:
        return None
    if not isinstance(condition, Comparison) or condition.sign != "=":
        return None
    return _difference(instance)


def bound_of(instance: Instance) -> Linear | None:
    """Give a comparison as a sum that must not be negative; None where it is none of sums."""
    condition = instance.edit.condition
    if not isinstance(condition, Comparison) or condition.sign not in {"<=", ">="}:
        return None
    linear = _difference(instance)
    if linear is None or condition.sign == ">=":
        return linear
    terms = tuple((fact, negative(weight)) for fact, weight in linear.terms)
    return Linear(terms, negative(linear.constant))


def _difference(instance: Instance) -> Linear | None:
    sides, scene = sides_of(instance.edit), instance.scene
    return None if sides is None or scene is None else difference(*sides, scene)


def holds_with(instance: Instance, changes: Mapping[Fact, Number]) -> bool:
    """Tell whether an edit would hold if some of its cells held other figures."""
    return verdict_with(instance, changes) is not Verdict.FAILS


def verdict_with(instance: Instance, changes: Mapping[Fact, Number]) -> Verdict:
    """Say what would become of an edit if some cells held other figures."""
    scene = instance.scene
    if scene is None:
        return Verdict.FAILS
    changed = {fact: _with_figure(fact, value) for fact, value in changes.items()}
    resolve = scene.resolve

    def resolve_changed(name: Name) -> Fact | None:
        fact = resolve(name)
        return fact if fact is None else changed.get(fact, fact)

    # Places are taken among the figures as they then are, so no board is kept.
    tried = replace(scene, resolve=resolve_changed, board=None)
    facts = [changed.get(fact, fact) for fact in instance.facts]
    verdict, _ = verdict_of(instance.edit, tried, facts)
    return verdict


def _with_figure(fact: Fact, value: Number) -> Fact:
    figure = fact.figure or Figure(0, "")
    decimals = max(figure.decimals, decimals_of(value))
    return replace(fact, reading=replace(figure, value=value, decimals=decimals, shown=None))
