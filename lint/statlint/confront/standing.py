"""Places in a ranking: how many figures stand before one."""

from __future__ import annotations

from statlint.confront.quantity import UNKNOWN, Quantity
from statlint.confront.scene import Scene
from statlint.facts import Fact
from statlint.form import Call


def standing(call: Call, scene: Scene) -> Quantity:
    """Give the place of the first figure among the others, the highest first.

    `place` leaves a gap after equal ones (1, 2, 2, 4), `dense` does not (1, 2, 2, 3). Figures count
    as stored, never as an interval. A blank may stand anywhere, so may what cannot be read.
    """
    own, *others = [fact for argument in call.arguments for fact in scene.facts(argument)]
    if own is None or None in others:
        return UNKNOWN
    rest = [fact for fact in others if fact is not None and fact is not own]
    if own.figure is None and not own.empty:
        return Quantity(None, None, None, 1, len(rest) + 1)
    dense = call.function == "dense"
    value = _place(own, rest, dense=dense)
    if own.figure is None:
        return Quantity(value, value, value, 1, len(rest) + 1)
    known = [fact for fact in rest if fact.figure]
    least = _place(own, known, dense=dense)
    return Quantity(
        value, value, value, least, None if least is None else least + len(rest) - len(known)
    )


def _place(own: Fact, others: list[Fact], *, dense: bool) -> int | None:
    """Count those before a figure, blanks as 0; None where one of them cannot be read."""
    height = own.figure.value if own.figure else 0
    if any(fact.figure is None and not fact.empty for fact in others):
        return None
    heights = [fact.figure.value if fact.figure else 0 for fact in others]
    before = [other for other in heights if other > height]
    return 1 + (len(set(before)) if dense else len(before))
