"""Places in a ranking: how many figures stand before one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from statlint.confront.quantity import UNKNOWN, Quantity
from statlint.confront.ranking import WAYS
from statlint.confront.scene import Board, Scene
from statlint.facts import Fact
from statlint.form import Call
from statlint.values import Number, exact


def direction(call: Call) -> int:
    """Tell which figure has the first place: the highest (1), or the lowest (-1)."""
    return -1 if call.function in WAYS[-1] else 1


def ways(call: Call) -> tuple[str, str]:
    """Give the functions that count the same way, with gaps after ties and without."""
    return WAYS[direction(call)]


def height_of(value: Number, call: Call) -> Number:
    """Give how high a figure stands in a ranking: the lowest first, it is turned round."""
    return value if direction(call) > 0 else exact.subtract(0, value)


def board_of(call: Call, scene: Scene) -> Board | None:
    """Gather the figures that a place is taken among; None where a cell of them is missing."""
    found = [fact for part in call.arguments[1:] for fact in scene.facts(part)]
    cells = [fact for fact in found if fact is not None]
    if len(cells) < len(found):
        return None
    heights = sorted(height_of(fact.figure.value, call) for fact in cells if fact.figure)
    blanks = tuple(fact for fact in cells if not fact.figure)
    return Board(tuple(heights), tuple(sorted(set(heights))), blanks, len(cells))


def standing(call: Call, scene: Scene) -> Quantity:
    """Give the place of the first figure among the others, the highest or the lowest first.

    `place` leaves a gap after equal ones (1, 2, 2, 4), `dense` does not (1, 2, 2, 3). Figures count
    as stored, never as an interval. A blank may stand anywhere, so may what cannot be read; where
    the lowest is first, who has no figure (did not finish) has no place and takes none.
    """
    (own,) = scene.facts(call.arguments[0])
    board = scene.board or board_of(call, scene)
    if own is None or board is None:
        return UNKNOWN
    gaps, dense = ways(call)
    heights = board.distinct if call.function == dense else board.heights
    upwards = direction(call) < 0
    others = [fact for fact in board.unknown if fact is not own]
    if own.figure is None and upwards:
        return UNKNOWN
    if own.figure is None:
        value = _above(0, heights) if own.empty and _readable(others) else None
        return Quantity(value, value, value, 1, board.size)
    height = height_of(own.figure.value, call)
    least = _above(height, heights)
    value = least if _readable(others) else None
    if value is not None and height < 0 and not upwards:
        value += len(others) if call.function == gaps else int(bool(others) and 0 not in heights)
    return Quantity(value, value, value, least, least + len(others))


def _above(height: Number, heights: Sequence[Number]) -> int:
    """Give the place behind all that is higher."""
    return 1 + len(heights) - bisect_right(heights, height)


def _readable(cells: Iterable[Fact]) -> bool:
    return all(cell.empty for cell in cells)
