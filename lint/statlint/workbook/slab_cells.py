"""Plain lines of a text file as columns, by as few steps as there can be."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from json import loads
from typing import TypeAlias, cast

from statlint.dataclass import dataclass

_DIGITS = b"0123456789"
_ZEROS = bytes.maketrans(_DIGITS, b"0" * 10)
_SIGNS = frozenset({"", "."})
_QUOTE = '"'

Column: TypeAlias = Sequence[str] | Sequence[int]


@dataclass(frozen=True, slots=True)
class Cut:
    """How rows are cut: how many cells a row has, and how many at its left may be no figures.

    Unless they are to be `is_read`, figures may be seen to be such and left out.
    """

    separator: str
    width: int
    left: int
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Cells:
    """The columns of some lines; those from `whole` on are whole numbers with `decimals`."""

    columns: Sequence[Column]
    whole: int
    decimals: Sequence[int] = ()


def cut_cells(lines: Sequence[str], cut: Cut) -> Cells | None:
    """Cut lines; None unless all have as many cells, and quotes stand around whole cells only."""
    rows = list(map(str.split, lines, repeat(cut.separator), repeat(cut.left)))
    if set(map(len, rows)) != {cut.left + 1}:
        return None
    *written, tails = zip(*rows, strict=True)
    stub = [_unquoted(column) for column in written]
    if None in stub:
        return None
    left = cast("list[Column]", stub)
    figures = _whole(tails, cut)
    if figures is not None:
        return Cells([*left, *figures.columns], cut.left, figures.decimals)
    columns = _texts(tails, cut)
    return Cells([*left, *columns], cut.width) if columns is not None else None


def _unquoted(column: Sequence[str]) -> Sequence[str] | None:
    """Take quotes off the cells of a column; None where one is not in quotes just as the others.

    A separator or the end of a line within quotes leaves a cell with one quote alone.
    """
    joined = "\n".join(column)
    quotes = joined.count(_QUOTE)
    if not quotes:
        return column
    around = joined.count('"\n"') == len(column) - 1 and joined[0] + joined[-1] == '""'
    return joined[1:-1].split('"\n"') if around and quotes == 2 * len(column) else None


@dataclass(frozen=True, slots=True)
class _Whole:
    """Columns of figures as whole numbers, and how many of their digits are decimals."""

    columns: Sequence[Sequence[int]]
    decimals: Sequence[int]


def _whole(tails: Sequence[str], cut: Cut) -> _Whole | None:
    """Read the figures of all rows at once, where each is made of digits, or all have a point.

    All rows must have their points in the same columns, with as many decimals in all of these.
    """
    joined = _bare("\n".join(tails), cut)
    if joined is None:
        return None
    first, _, _ = joined.partition("\n")
    written = joined.encode()
    one = first.encode().translate(None, _DIGITS)
    bare = written.translate(None, _DIGITS)
    if len(bare) != len(tails) * (len(one) + 1) - 1 or bare != b"\n".join([one] * len(tails)):
        return None
    signs = one.decode().split(cut.separator)
    if len(signs) != cut.width - cut.left or not _SIGNS.issuperset(signs):
        return None
    decimals = 0
    if "." in signs:
        decimals = len(first.split(cut.separator)[signs.index(".")].partition(".")[2])
        if not decimals or _ends(written, decimals, cut) != len(tails) * signs.count("."):
            return None
    read = _read(joined, cut, pointed=decimals > 0) if cut.is_read or not decimals else ()
    if read is None:
        return None
    places = range(len(signs))
    return _Whole(
        [read[place :: len(signs)] for place in places],
        [decimals if sign else 0 for sign in signs],
    )


def _bare(joined: str, cut: Cut) -> str | None:
    """Take the quotes off lines, where all cells are in quotes; None where only some are."""
    if not joined.isascii():
        return None
    quotes = joined.count(_QUOTE)
    if not quotes:
        return joined
    lines, within = joined.count("\n"), joined.count(cut.separator)
    between = joined.count(f'"{cut.separator}"') == within and joined.count('"\n"') == lines
    if not between or quotes != 2 * (lines + within + 1) or joined[0] + joined[-1] != '""':
        return None
    return joined.replace(_QUOTE, "")


def _ends(written: bytes, decimals: int, cut: Cut) -> int:
    """Count the figures with so many decimals."""
    zeros = written.translate(_ZEROS)
    end = b"0." + b"0" * decimals
    within = zeros.count(end + cut.separator.encode()) + zeros.count(end + b"\n")
    return within + zeros.endswith(end)


def _read(joined: str, cut: Cut, *, pointed: bool) -> list[int] | None:
    """Read figures as whole numbers, their points left out; None where one is blank or 007."""
    listed = joined.replace("\n", ",").replace(cut.separator, ",")
    if pointed:
        listed = listed.replace(".", "")
    try:
        # Blanks and leading zeros are none of its numbers.
        return cast("list[int]", loads(f"[{listed}]"))
    except ValueError:
        pass
    try:
        # Figures below 1 have leading zeros now.
        return list(map(int, listed.split(","))) if pointed else None
    except ValueError:
        return None


def _texts(tails: Sequence[str], cut: Cut) -> list[list[str]] | None:
    """Cut the right of rows into texts, where all have as many cells as they should."""
    figures = cut.width - cut.left
    if _QUOTE in "".join(tails):
        return None
    if set(map(str.count, tails, repeat(cut.separator))) != {figures - 1}:
        return None
    read = cut.separator.join(tails).split(cut.separator)
    return [read[place::figures] for place in range(figures)]
