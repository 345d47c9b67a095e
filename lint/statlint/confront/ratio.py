"""Shares, rates, means and growth: what their figures give against what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.confront.evaluate import NotApplicableError, evaluate
from statlint.confront.quantity import Exact, Quantity
from statlint.confront.scene import Scene
from statlint.confront.sides import sides_of
from statlint.confront.truth import Truth, compare
from statlint.facts import Fact
from statlint.finding import Origin
from statlint.form import Constant, Edit, Name, Operand, Operation, walk
from statlint.pattern import pattern_of
from statlint.values import Blank, Mark, plain

_FALLS = pattern_of(r"下降|降低|降幅|减幅|减少|decline|decrease|fall", re.IGNORECASE)
_EITHER_WAY = pattern_of(r"增|升|涨|变|rise|increase|change|growth", re.IGNORECASE)
_POINTS = "百分点"


def share_of(edit: Edit, scene: Scene) -> Fact | None:
    """Give the one cell that states the share; None where an edit has no such side."""
    sides = sides_of(edit)
    stated = sides[1] if sides else None
    return scene.resolve(stated) if isinstance(stated, Name) else None


def judge_ratio(
    parts: Operand, stated: Operand, scene: Scene
) -> tuple[Truth, tuple[Exact | None, Exact | None]]:
    """Judge an equation with a division; what is stated stands for all that rounds to it.

    Gives what both sides come to as well. A fall may be written without its sign where the head
    says that it is one. A difference of shares, in percentage points, is no growth:
    NotApplicableError.
    """
    share = scene.resolve(stated) if isinstance(stated, Name) else None
    grows = is_growth(parts)
    if share is not None and grows and _in_points(share):
        raise NotApplicableError
    due = evaluate(parts, scene)
    written = scene.quantity(share, rounded=True) if share else evaluate(stated, scene)
    truth = compare("=", due, written)
    if truth.surely is False and grows and share is not None and falls(share):
        truth = compare("=", due, -written)
    return truth, (due.value, written.value)


def is_growth(parts: Operand) -> bool:
    """Tell whether the figures give a change relative to where it starts: (a - b) / b."""
    for node in walk(parts):
        match node:
            case Operation(sign="/", left=change, right=base):
                if any(
                    isinstance(part, Operation) and _falls_by(part, base) for part in walk(change)
                ):
                    return True
            case Operation(sign="-", left=quotient, right=Constant()):
                if any(_divisors(quotient)):
                    return True
    return False


def _falls_by(change: Operation, base: Operand) -> bool:
    return change.sign == "-" and change.right == base


def falls(share: Fact) -> bool:
    """Tell whether the head over a growth rate says that it counts what is lost: 下降(%)."""
    label = plain(share.head_label)
    return bool(_FALLS.search(label)) and not _EITHER_WAY.search(label)


def has_no_whole(edit: Edit, scene: Scene) -> bool:
    """Tell whether a share is of nothing: its whole is surely 0, or a mark says there is none.

    Where no form says what a mark means, it may stand for a figure that is withheld.
    """
    sides = sides_of(edit)
    wholes = list(_divisors(sides[0])) if sides else []
    nothing = [whole for whole in wholes if _value(whole, scene).value == 0]
    cells = [fact for whole in nothing for fact in scene.facts(whole)]
    unknown = (Blank, Mark) if edit.origin is Origin.INFERRED else (Blank,)
    return bool(nothing) and not any(fact and isinstance(fact.reading, unknown) for fact in cells)


def grows_from_nothing(edit: Edit, scene: Scene) -> bool:
    """Tell whether figures grow from 0 to something: no rate says by how much."""
    sides = sides_of(edit)
    if sides is None or not is_growth(sides[0]):
        return False
    return any(fact and fact.figure and fact.figure.value for fact in scene.facts(sides[0]))


def _value(part: Operand, scene: Scene) -> Quantity:
    try:
        return evaluate(part, scene)
    except ZeroDivisionError:
        return Quantity.exactly(1)


def _divisors(part: Operand) -> Iterator[Operand]:
    for node in walk(part):
        if (
            isinstance(node, Operation)
            and node.sign == "/"
            and not isinstance(node.right, Constant)
        ):
            yield node.right


def _in_points(share: Fact) -> bool:
    unit = share.figure.unit if share.figure else None
    return unit == _POINTS or _POINTS in plain(share.head_label)
