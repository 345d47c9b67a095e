"""One sheet in one pass over its part; the dimension that it declares is not believed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from statlint.typed import TYPE_CHECKING
from statlint.values import CellRange, CellRef, Text
from statlint.workbook.engines.limits import COLUMNS, SILENCED
from statlint.workbook.engines.ranges import read_range
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault, Sheet, SheetState, Silenced
from statlint.workbook.sheets.cells import CellReader
from statlint.workbook.sheets.known import KNOWN
from statlint.workbook.sheets.markup import named, refuse
from statlint.workbook.sheets.pieces import Pieces
from statlint.workbook.sheets.rows import RowTaker

if TYPE_CHECKING:
    from statlint.values.limits import Limits
    from statlint.workbook.sheets.parts import Parts
    from statlint.workbook.sheets.styles import Style
    from statlint.workbook.sheets.values import Values

_WORDS = named(*"sheetData row c v f is t rPh col mergeCell ignoredError".split())
_ON = frozenset({"1", "true"})
_USUAL = 1 << 18
"""Bytes of a sheet up to which it may be a filled copy of another."""
_AMONG_ROWS = 2
"""How deep expat is between two rows."""


class SheetReader:
    """The handlers of one sheet's part, and what they have found."""

    __slots__ = (
        *("_among_rows", "_attributes", "_cells", "_depth", "_formula", "_formula_says"),
        *("_hidden_columns", "_inline", "_limits", "_spoken", "_taker", "_value"),
        *("hidden_rows", "merges", "silenced", "texts"),
    )

    def __init__(self, cells: CellReader, limits: Limits) -> None:
        """Begin outside of all elements."""
        self.texts: list[str] = []
        self.merges: list[CellRange] = []
        self.hidden_rows: list[int] = []
        self.silenced: list[Silenced] = []
        self._cells = cells
        self._limits = limits
        self._depth = 0
        self._among_rows = False
        self._taker: RowTaker | None = None
        self._hidden_columns = bytearray(COLUMNS + 1)
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._inline: list[str] | None = None
        self._formula: tuple[dict[str, str], str] | None = None
        self._formula_says: dict[str, str] = {}
        self._spoken = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element; most of them are cells and their values."""
        self._depth += 1
        if self._depth > self._limits.depth:
            refuse(self._limits, "depth", self._depth)
        word = _WORDS.get(name)
        if word == "v" or word == "t":  # noqa: PLR1714 - no set: this is run for every cell
            self.texts.clear()
        elif word == "c":
            self.texts.clear()
            self._attributes = attributes
            self._value = self._inline = self._formula = None
        elif word == "f":
            self.texts.clear()
            self._formula_says = attributes
        elif word is not None:
            self._start_other(word, attributes)

    def end(self, name: str) -> None:
        """End an element; a cell is read when it is whole."""
        self._depth -= 1
        word = _WORDS.get(name)
        if word == "v":
            if self._value is None:
                self._value = "".join(self.texts)
        elif word == "c":
            inline = None if self._inline is None else "".join(self._inline)
            self._cells.read(self._attributes, self._value, inline, self._formula)
        elif word == "f":
            if self._formula is None:
                self._formula = (self._formula_says, "".join(self.texts))
        elif word == "t":
            if self._inline is not None and not self._spoken:
                self._inline += self.texts
        elif word == "rPh":
            self._spoken = False
        elif word == "sheetData":
            self._among_rows = False

    def begin_rows(self, head: bytes) -> bool:
        """Tell whether rows follow that may be taken as text; `head` is what precedes them."""
        if not head.rstrip().endswith(b"<sheetData>") or not self.between_rows():
            return False
        self._taker = RowTaker(self._cells, self.hidden_rows, head.decode())
        return True

    def between_rows(self) -> bool:
        """Tell whether expat has read whole rows and nothing more."""
        return self._among_rows and self._depth == _AMONG_ROWS

    def take(self, row: str) -> bool:
        """Take a row as text, if it is written as ever."""
        return self._taker is not None and self._taker.take(row)

    def _start_other(self, word: str, attributes: dict[str, str]) -> None:
        if word == "row":
            self.texts.clear()
            self._cells.begin_row(attributes.get("r"))
            if _is_hidden(attributes, "ht"):
                self.hidden_rows.append(self._cells.row)
        elif word == "sheetData":
            self._among_rows = self._depth == _AMONG_ROWS
        elif word == "is":
            self._inline = []
        elif word == "rPh":
            self._spoken = True
        elif word == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif word == "ignoredError":
            self.silenced += _read_silenced(attributes, SILENCED - len(self.silenced))
        elif _is_hidden(attributes, "width"):
            self._hide(int(attributes.get("min", "0")), int(attributes.get("max", "0")))

    def _merge(self, written: str) -> None:
        """Keep a merged range; it is never expanded."""
        merge = _range(written)
        if merge is None:
            words = Text(
                f"合并单元格的范围「{written}」不成立", f"“{written}” is no range to merge"
            )
            raise Refusal(Fault.DAMAGED, words)
        self.merges.append(merge)
        if len(self.merges) > self._limits.merges:
            refuse(self._limits, "merges", len(self.merges))

    def _hide(self, first: int, last: int) -> None:
        first, last = max(first, 1), min(last, COLUMNS)
        if first <= last:
            self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)

    def hidden_columns(self, last: int) -> frozenset[int]:
        """Give the hidden columns that are used; a hidden stretch often runs to the last of all."""
        return frozenset(one for one in range(1, last + 1) if self._hidden_columns[one])


def read_sheet(
    call: tuple[str, str, str], parts: Parts, values: Values, styles: Mapping[str, Style]
) -> Sheet:
    """Read one sheet, by its name, its state and its part.

    Where this process has read workbooks of the same program before, the sheet may be like another.
    """
    content = _content(parts, call[2]) if KNOWN.has_met else None
    if content is None:
        return _read(call, parts, CellReader(values, styles, parts.limits))
    from statlint.workbook.sheets.moulds import MOULDS, Order

    def read(content: bytes) -> Sheet:
        return _read(call, parts, CellReader(values, styles, parts.limits), (content,))

    return MOULDS.read(content, Order(*call[:2], values, styles, parts.limits, read))


def _content(parts: Parts, part: str) -> bytes | None:
    """Unpack a part of usual size as a whole; None for any other, and for one that is damaged."""
    if parts.package.size(part) > _USUAL:
        return None
    try:
        return b"".join(parts.package.pieces(part))
    except Refusal:
        return None


def _read(
    call: tuple[str, str, str],
    parts: Parts,
    gathered: CellReader,
    content: Iterable[bytes] | None = None,
) -> Sheet:
    """Read one sheet; from its `content` where that is unpacked."""
    name, state, part = call
    reader = SheetReader(gathered, parts.limits)
    rows = Pieces(b"<row", b"</row>", reader.begin_rows, reader.between_rows)

    def through(pieces: Iterator[bytes]) -> Iterator[bytes]:
        return rows.handed_on(pieces if content is None else iter(content), reader.take)

    parts.scanner.scan(part, reader.start, reader.end, reader.texts, through)
    cells = gathered.finish()
    return Sheet(
        name=name,
        cells=cells,
        merges=tuple(reader.merges),
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_columns=reader.hidden_columns(cells.last_column),
        state=SheetState(state),
        silenced=tuple(reader.silenced),
        empty_texts=frozenset(gathered.empty_texts),
        indents=tuple(gathered.indents),
        long_texts=tuple(gathered.long_texts),
    )


@lru_cache(maxsize=4_096)
def _range(written: str) -> CellRange | None:
    # The tables of a form have the same merged cells, file by file.
    found = read_range(written)
    return CellRange(CellRef(*found[:2]), CellRef(*found[2:])) if found else None


def _is_hidden(attributes: Mapping[str, str], extent: str) -> bool:
    """Tell whether a row or column is hidden, be it by no height or width at all."""
    return attributes.get("hidden") in _ON or float(attributes.get(extent, "1")) == 0


def _read_silenced(attributes: Mapping[str, str], most: int) -> list[Silenced]:
    """Read for which ranges the program's own warnings are switched off, and which of them."""
    kinds = frozenset(kind for kind, on in attributes.items() if kind != "sqref" and on in _ON)
    ranges = map(_range, attributes.get("sqref", "").split(maxsplit=most)[:most])
    return [Silenced(one, kinds) for one in ranges if one is not None] if kinds else []
