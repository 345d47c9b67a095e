"""The two sides of an edit, and the cell to look at first when it fails."""

from __future__ import annotations

from statlint.confront.longest import first_fall
from statlint.confront.scene import Scene
from statlint.facts import Fact
from statlint.form import Comparison, Condition, Edit, EditKind, Implication, Name, Operand, Test

_STATED = {EditKind.BALANCE, EditKind.RATIO, EditKind.RANK}


def sides_of(edit: Edit) -> tuple[Operand, Operand] | None:
    """Give both sides of an edit that is a comparison; a stated total or share comes last."""
    condition = edit.condition
    if not isinstance(condition, Comparison):
        return None
    if is_turned(edit):
        return condition.right, condition.left
    return condition.left, condition.right


def is_turned(edit: Edit) -> bool:
    """Tell whether a comparison is written with the stated total or share before the rest."""
    condition = edit.condition
    return (
        edit.kind in _STATED
        and isinstance(condition, Comparison)
        and isinstance(condition.left, Name)
        and (not isinstance(condition.right, Name) or bool(condition.right.source))
    )


def target_of(edit: Edit, scene: Scene) -> Fact | None:
    """Give the cell to look at first: the stated total, the part, what follows from the rest."""
    sides = sides_of(edit)
    if sides is not None and edit.kind in _STATED | {EditKind.FLOW}:
        return _first(sides[1], scene) or _first(sides[0], scene)
    if isinstance(edit.condition, Implication):
        found = _first(edit.condition.consequence, scene)
        return found or _first(edit.condition, scene)
    if isinstance(edit.condition, Test) and edit.condition.function == "rises":
        fall = first_fall(scene.facts(edit.condition))
        return fall if fall and not fall.path else _first(edit.condition, scene)
    return _first(edit.condition, scene)


def _first(part: Operand | Condition, scene: Scene) -> Fact | None:
    if isinstance(part, Name):
        return None if part.source else scene.resolve(part)
    for name in scene.names(part):
        # What is to be looked at stands in the file that is checked.
        fact = None if name.source else scene.resolve(name)
        if fact is not None:
            return fact
    return None
