"""What the value of a cell says: its kind and its text, by the way it is written."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.typed import NamedTuple, TypeAlias
from statlint.workbook.cells import Look
from statlint.workbook.engines.exact import exact_number, without_noise
from statlint.workbook.engines.limits import LONGEST_IN_CELL
from statlint.workbook.model import CellKind
from statlint.workbook.sheets.signs import decode

Held: TypeAlias = tuple[CellKind, str]
"""What a cell holds: its kind and its text."""

TEXTS = frozenset({"s", "str", "inlineStr"})
"""The ways in which texts are written."""
NO_RESULT = "no-result"
"""Stands for the way in which no result of a formula is written."""
_ON = frozenset({"1", "true"})
_AT_HAND = 65_536
_NOISY = 16
"""Signs from which on a fraction has more digits than Excel keeps."""
_KINDS = {
    "n": CellKind.NUMBER,
    "b": CellKind.BOOLEAN,
    "d": CellKind.DATE,
    "e": CellKind.ERROR,
    NO_RESULT: CellKind.NO_RESULT,
}
"""What values are by how they are written; all else is text."""


class Way(NamedTuple):
    """How the value of a cell is written, what it then mostly is, and how that is shown."""

    kind: str
    dated: bool
    look: Look
    plain: bool
    """Whether it is a figure, and one that is shown as such."""


def way_of(kind: str, number_format: str, *, dated: bool) -> Way:
    """Give a way in which values are written."""
    look = Look(_KINDS.get(kind, CellKind.TEXT), number_format, kind == "s")
    return Way(kind, dated, look, plain=kind == "n" and not dated)


class Values:
    """Read the values of a workbook's cells."""

    __slots__ = ("_numbers", "date_1904", "long", "texts")

    def __init__(self, texts: Sequence[str], *, date_1904: bool) -> None:
        """Keep what the values refer to: the texts that cells share, and the first of all days."""
        self.texts = texts
        self.long = frozenset(
            str(number) for number, text in enumerate(texts) if len(text) > LONGEST_IN_CELL
        )
        """The numbers of those that are longer than a cell of Excel can hold."""
        self.date_1904 = date_1904
        # Most figures of a table stand in it, or in the next one, more than once.
        self._numbers: dict[str, Held] = {}

    def read(self, way: Way, written: str) -> Held:
        """Give kind and text of a value; NaN and the like, which is no number, stays a text."""
        kind = way.kind
        if kind == "n" and not way.dated:
            rounded = without_noise(written) if len(written) > _NOISY else None
            if rounded is not None:
                return CellKind.NUMBER, rounded
            return self._numbers.get(written) or self._number(written)
        if kind == "n":
            return self._dated(self._number(written), written)
        if kind == "b":
            return CellKind.BOOLEAN, "TRUE" if written.strip() in _ON else "FALSE"
        if kind == "d":
            return CellKind.DATE, written.removesuffix("T00:00:00")
        if kind in {"s", NO_RESULT}:
            return way.look.kind, written
        return way.look.kind, decode(written)

    def _number(self, written: str) -> Held:
        exact = exact_number(written)
        held = (CellKind.TEXT, written) if exact is None else (CellKind.NUMBER, exact[1])
        if len(self._numbers) >= _AT_HAND:
            self._numbers.clear()
        self._numbers[written] = held
        return held

    def _dated(self, held: Held, written: str) -> Held:
        """Give the date that a number is shown as; the number itself outside the calendar."""
        if held[0] is CellKind.TEXT:
            return held
        from statlint.workbook.engines.dates import iso_date

        date = iso_date(float(written), date_1904=self.date_1904)
        return held if date is None else (CellKind.DATE, date)
