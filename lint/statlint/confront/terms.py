"""An edit as an equation of weighted cells, and whether it would hold with other figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from statlint.confront.linear import weights
from statlint.confront.model import Instance, Verdict
from statlint.confront.quantity import Exact
from statlint.confront.sides import sides_of
from statlint.confront.verdict import verdict_of
from statlint.facts import Fact
from statlint.form import Comparison, EditKind, Name
from statlint.values import Figure, Number, decimals_of

_EQUATIONS = frozenset({EditKind.BALANCE, EditKind.FLOW, EditKind.SHARES})


def terms_of(instance: Instance) -> tuple[tuple[Fact, Exact], ...]:
    """Give the weight of each cell in left − right, whatever its verdict; empty if not linear."""
    if instance.weights:
        return instance.weights
    sides = sides_of(instance.edit)
    if sides is None or instance.scene is None or instance.edit.kind not in _EQUATIONS:
        return ()
    condition = instance.edit.condition
    if not isinstance(condition, Comparison) or condition.sign != "=":
        return ()
    return weights(*sides, instance.scene)


def constant_of(instance: Instance, terms: tuple[tuple[Fact, Exact], ...]) -> Fraction | None:
    """Give what left − right has beside its cells; None where a side could not be reckoned."""
    if instance.difference is None:
        return None
    cells = sum(
        (Fraction(weight) * Fraction(fact.figure.value) for fact, weight in terms if fact.figure),
        Fraction(0),
    )
    return Fraction(instance.difference) - cells


def holds_with(instance: Instance, changes: Mapping[Fact, Number]) -> bool:
    """Tell whether an edit would hold if some of its cells held other figures."""
    scene = instance.scene
    if scene is None:
        return False
    changed = {fact: _with_figure(fact, value) for fact, value in changes.items()}
    resolve = scene.resolve

    def resolve_changed(name: Name) -> Fact | None:
        fact = resolve(name)
        return fact if fact is None else changed.get(fact, fact)

    # Places are taken among the figures as they then are, so no board is kept.
    tried = replace(scene, resolve=resolve_changed, board=None)
    facts = [changed.get(fact, fact) for fact in instance.facts]
    verdict, _ = verdict_of(instance.edit, tried, facts)
    return verdict is not Verdict.FAILS


def _with_figure(fact: Fact, value: Number) -> Fact:
    figure = fact.figure or Figure(0, "")
    decimals = max(figure.decimals, decimals_of(value))
    return replace(fact, reading=replace(figure, value=value, decimals=decimals, shown=None))
