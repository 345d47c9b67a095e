"""The two sides of an edit, and the cell to look at first when it fails."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront.scene import Scene
from statlint.facts import Fact
from statlint.form import Comparison, Condition, Edit, EditKind, Implication, Name, Operand, Test

_STATED = frozenset({EditKind.BALANCE, EditKind.RATIO, EditKind.RANK})
_STATED_OR_FLOW = _STATED | {EditKind.FLOW}


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
    if isinstance(edit.condition, Test) and edit.condition.function == "rises":
        from statlint.confront.longest import first_fall

        fall = first_fall(scene.facts(edit.condition))
        if fall and not fall.path:
            return fall
    found = map(scene.resolve, target_names(edit, scene))
    return next((fact for fact in found if fact is not None), None)


def target_names(edit: Edit, scene: Scene) -> Iterator[Name]:
    """Go through the names of cells to look at: the first that is there is the one."""
    for part in _telling(edit):
        for name in scene.names(part):
            # What is to be looked at stands in the file that is checked.
            if not name.source:
                yield name


def _telling(edit: Edit) -> tuple[Operand | Condition, ...]:
    sides = sides_of(edit)
    if sides is not None and edit.kind in _STATED_OR_FLOW:
        return sides[1], sides[0]
    if isinstance(edit.condition, Implication):
        return edit.condition.consequence, edit.condition
    return (edit.condition,)
