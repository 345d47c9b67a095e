"""The cells that a balance edit adds up to its total, whether it holds or not."""

from __future__ import annotations

from statlint.confront.linear import weights
from statlint.confront.model import Instance
from statlint.confront.quantity import Exact
from statlint.confront.sides import sides_of
from statlint.facts import Fact
from statlint.form import EditKind


def parts_of(instance: Instance) -> dict[Fact, Exact]:
    """Give the weight of each part in the total; empty where the edit is no plain sum."""
    sides = sides_of(instance.edit)
    if instance.edit.kind is not EditKind.BALANCE or sides is None or instance.scene is None:
        return {}
    found = dict(weights(*sides, instance.scene))
    total = found.pop(instance.target, None) if instance.target is not None else None
    return found if total == -1 else {}
