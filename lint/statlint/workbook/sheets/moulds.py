"""Sheets that are filled copies of one another: what differs is cast into what is known of one.

A sheet is split into what it says between its tags, and all the rest: its skeleton. Where the same
skeleton has come before, it is known which of the texts are the figures and words of cells (a
mould, made by `dye`); other figures and words may stand there, and all else has to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.workbook.cells import Cast, Cells
from statlint.workbook.model import CellKind, Sheet, SheetState

if TYPE_CHECKING:
    from statlint.values.limits import Limits
    from statlint.workbook.sheets.styles import Style
    from statlint.workbook.sheets.values import Values, Way

Skeleton: TypeAlias = tuple[str, ...]
_MOST_BYTES = 1 << 18
_MOST_MOULDS = 16
"""Moulds that are kept, each some ten times as large as its sheet."""
_MOST_MET = 1_024
_LONGEST = 255
"""Signs of a text that may stand in place of another."""
_HEAD = 200
ROWS = "\x1e"
"""Stands between rows; no part can hold it."""
_TEXT = re.compile(r">([^<&>]+)</")
_PLAIN = re.compile(r"(?:(?:0|[1-9][0-9]{0,14}) )*")
"""Figures as they are to be kept, with a blank behind each."""
_USUAL = re.compile(r"(?:-?[0-9]+(?:\.[0-9]+)? )*")
"""Figures as they are kept, but for those with an exponent."""
_ODD = re.compile("[\\x00-\\x1f\ufffe\uffff]|_x")
"""What no text may hold, what is changed when it is read, and what stands for another sign."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """A sheet to be read: its name and state, what its cells refer to, and what reads any sheet."""

    name: str
    state: str
    values: Values
    styles: Mapping[str, Style]
    limits: Limits
    read: Callable[[bytes], Sheet]
    """Raises Refusal."""


@dataclass(frozen=True, slots=True, eq=False)
class Mould:
    """What is known of a skeleton: where its figures and words stand, and the sheet around them.

    The texts at `fixed` have to be `said`. `order` are those of cells as these come in `rows`; of
    them `figures` are the places of figures, `words` those of words, and `ways` say how figures are
    read that are not written plainly. Cells name the `shared` texts, which are words as well, the
    last of `words_at`.
    """

    styles: Mapping[str, Style]
    date_1904: bool
    sheet: Sheet
    cells: Cells
    fixed: tuple[int, ...]
    said: tuple[str, ...]
    order: tuple[int, ...]
    rows: str
    figures: tuple[int, ...]
    words: tuple[int, ...]
    ways: tuple[Way, ...]
    figures_at: tuple[tuple[int, int], ...]
    words_at: tuple[tuple[int, int], ...]
    shared: tuple[int, ...]
    kept: dict[Hashable, object] = field(default_factory=dict, repr=False)

    def cast(self, texts: Sequence[str], order: Order) -> Sheet | None:
        """Make the sheet that says other texts; None where that cannot be."""
        if not self._fits(order) or [texts[at] for at in self.fixed] != list(self.said):
            return None
        written = [texts[at] for at in self.order]
        words = tuple([written[at] for at in self.words])
        if words and any(map(_ODD.search, words)):
            return None
        if max(map(len, written), default=0) > min(_LONGEST, order.limits.text_length):
            return None
        figures = [written[at] for at in self.figures]
        plain = _PLAIN.fullmatch(" ".join((*figures, ""))) is not None
        if not plain:
            if not self._are_read(written, order.values):
                return None
            figures = [written[at] for at in self.figures]
            plain = _USUAL.fullmatch(" ".join((*figures, ""))) is not None
        rows = (self.rows % tuple(written)).split(ROWS)
        shared = order.values.texts
        words = (*words, *[shared[at] for at in self.shared])
        cells = self.cells.filled(
            rows, shared, Cast(self, tuple(figures) if plain else None, words)
        )
        return replace(self.sheet, name=order.name, state=SheetState(order.state), cells=cells)

    def _fits(self, order: Order) -> bool:
        """Tell whether a workbook has what the skeleton refers to."""
        values = order.values
        if order.styles is not self.styles and order.styles != self.styles:
            return False
        if values.date_1904 is not self.date_1904 or values.long:
            return False
        texts, shared = values.texts, self.shared
        return not shared or (max(shared) < len(texts) and all(texts[at] for at in shared))

    def _are_read(self, written: list[str], values: Values) -> bool:
        """Read all figures, in their places; False where one of them is none."""
        for at, way in zip(self.figures, self.ways, strict=True):
            kind, written[at] = values.read(way, written[at])
            if kind is not CellKind.NUMBER:
                return False
        return True


class Moulds:
    """The moulds of the sheets that this process has read; those not used for longest go first."""

    def __init__(self) -> None:
        """Begin with none."""
        self._moulds: dict[Skeleton, Mould | None] = {}
        self._met: dict[int, None] = {}

    def read(self, content: bytes, order: Order) -> Sheet:
        """Read the part of a sheet, by what is known of its skeleton where that will do.

        Raises Refusal, where what reads any sheet does.
        """
        found = _split(content)
        if found is None:
            return order.read(content)
        skeleton, texts = found
        if skeleton in self._moulds:
            mould = self._moulds.pop(skeleton)
            self._moulds[skeleton] = mould
            cast = mould.cast(texts, order) if mould is not None else None
            return order.read(content) if cast is None else cast
        sheet = order.read(content)
        if self._has_met(hash(skeleton)):
            from statlint.workbook.sheets.dye import mould_of

            if len(self._moulds) >= _MOST_MOULDS:
                del self._moulds[next(iter(self._moulds))]
            self._moulds[skeleton] = mould_of(skeleton, texts, sheet, order)
        return sheet

    def _has_met(self, key: int) -> bool:
        """Tell whether a skeleton has come before: to make a mould costs as much as to read it."""
        if key in self._met:
            del self._met[key]
            return True
        if len(self._met) >= _MOST_MET:
            self._met.clear()
        self._met[key] = None
        return False

    def __len__(self) -> int:
        """Count them."""
        return len(self._moulds)

    def clear(self) -> None:
        """Forget all of them."""
        self._moulds.clear()
        self._met.clear()


MOULDS = Moulds()
"""What this process has read."""


def _split(content: bytes) -> tuple[Skeleton, Sequence[str]] | None:
    """Part a sheet into its skeleton and what it says; None for a large one, or no UTF-8."""
    head = content[:_HEAD].lower()
    if len(content) > _MOST_BYTES or (b"encoding" in head and b"utf-8" not in head):
        return None
    try:
        pieces = _TEXT.split(content.decode())
    except UnicodeDecodeError:
        return None
    return tuple(pieces[::2]), pieces[1::2]


def joined(skeleton: Skeleton, texts: Sequence[str]) -> bytes:
    """Put a sheet together again."""
    between = [f">{text}</{after}" for text, after in zip(texts, skeleton[1:], strict=True)]
    return "".join((skeleton[0], *between)).encode()
