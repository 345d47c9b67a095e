"""Rows as nearly all programs write them, read without expat: tag by tag, or at one stroke.

A row is taken only where what is recognised of it is the whole of it, sign by sign. Rows of a
shape that has come often are read by a pattern made of one of them, with its figures left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING
from statlint.workbook.engines import limits
from statlint.workbook.model import CellKind
from statlint.workbook.sheets.cells import CellReader, to_read
from statlint.workbook.sheets.signs import resolve
from statlint.workbook.sheets.values import NO_RESULT, TEXTS

if TYPE_CHECKING:
    from statlint.workbook.cells import Pattern
    from statlint.workbook.sheets.values import Way

_ROW = r'\s*<row r="([0-9]{1,7})"((?:\s+[\w:]+="[^"<>&\t\n]*")*)\s*>\s*'
_ATTRIBUTE = r'\s+([\w:]+)="([^"<>&\t\n]*)"'
_CELL = (
    r'(<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>&]*?)(?:/>|>'
    r"(?:(<f)([^<>&]*?)(?:/>|>([^<]*)</f>))?"
    r'(?:(<v)(?:\s*/>|>([^<]*)</v>)|<is><t(?: xml:space="preserve")?>([^<]+)</t></is>)?'
    r"</c>)\s*)"
)
_NUMBER, _SAYS, _FORMULA, _OF_IT, _SAID, _STORED, _VALUE, _TEXT = range(3, 11)
"""Groups of a cell: what it says of itself and of its formula, the formula, that it has a value."""
_OPEN = ((_NUMBER, r"\1"), (_SAID, "([^<]*)"), (_VALUE, "([^<]+)"), (_TEXT, "([^<]+)"))
_OFTEN = 64
_STROKES = 8
_WIDEST = 512
"""Cells of a row that is read at one stroke."""
_SHAPES = 1_024
_OF_ROW = frozenset("spans s customFormat ht hidden customHeight outlineLevel collapsed".split())
_OF_CELL = frozenset("s t cm vm ph".split())
_OF_FORMULA = frozenset("t si ref ca".split())
_ON = frozenset({"1", "true"})


@dataclass(slots=True, eq=False)
class Shape:
    """How a row is written, its number and what it says aside.

    `shared` are the places of shared texts among the values; `formulas` are the place among the
    cells that hold something, the attributes, and whether there is a result that says something;
    `indents` are column and indent.
    """

    pattern: Pattern
    ways: Sequence[tuple[int, Way]]
    shared: tuple[int, ...]
    formulas: tuple[tuple[int, Mapping[str, str], bool], ...]
    indents: tuple[tuple[int, int], ...]
    hidden: bool
    met: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Stroke:
    """A shape as a pattern: which of its groups are values, which the texts of formulas."""

    shape: Shape
    whole: re.Pattern[str]
    values: Callable[[tuple[str, ...]], tuple[str, ...]]
    said: tuple[int, ...]


class RowTaker:
    """Take the rows of one sheet that are written as ever."""

    def __init__(self, cells: CellReader, hidden_rows: list[int], head: str) -> None:
        """Keep where cells go to; `head` is what precedes the rows and declares prefixes."""
        self._cells = cells
        self._hidden_rows = hidden_rows
        root = head[head.find("<worksheet") :]
        self._prefixes = frozenset(re.findall(r'\sxmlns:(\w+)="', root[: root.find(">")]))
        self._row = re.compile(_ROW)
        self._attribute = re.compile(_ATTRIBUTE)
        self._cell = re.compile(_CELL)
        self._shapes: dict[object, Shape | None] = {}
        self._known: dict[tuple[str, frozenset[str]], dict[str, str]] = {}
        self._strokes: list[_Stroke] = []

    def take(self, row: str) -> bool:
        """Take a row, but for the tag that closes it, if it is written as ever."""
        try:
            for one in self._strokes:
                found = one.whole.fullmatch(row)
                if found is not None:
                    groups = found.groups()
                    said = _read(["" if at < 0 else groups[at] for at in one.said], row)
                    return self._keep(one.shape, groups[0], _read(one.values(groups), row), said)
            return self._take_apart(row)
        except ValueError:
            # A figure that is none; expat comes to the same row and says so.
            return False

    def _take_apart(self, row: str) -> bool:
        head = self._row.match(row)
        found = self._cell.findall(row, head.end()) if head else ()
        if not head or not found or sum([len(one[0]) for one in found]) < len(row) - head.end():
            return False
        _, letters, numbers, *told, values, texts = zip(*found, strict=True)
        number = head[1]
        if numbers.count(number) < len(numbers):
            return False
        attributes = self._attributes(head[2], _OF_ROW)
        hidden = attributes.get("hidden") in _ON or float(attributes.get("ht", "1")) == 0
        filled = tuple(map(bool, values)), any(texts) and tuple(map(bool, texts))
        says, formulas, of_formulas, _, stored = told
        key = hidden, letters, says, formulas, of_formulas, stored, filled
        if key not in self._shapes:
            if len(self._shapes) >= _SHAPES:
                self._shapes.clear()
            self._shapes[key] = self._shape(found, hidden=hidden)
        shape = self._shapes[key]
        if shape is None:
            return False
        shape.met += 1
        if shape.met == _OFTEN and len(found) <= _WIDEST:
            self._learn(shape, row, head.end())
        written = filter(None, chain.from_iterable(zip(values, texts, strict=True)))
        said = [one[_SAID - 1] for one in found if one[_FORMULA - 1]] if shape.formulas else []
        return self._keep(shape, number, _read(written, row), _read(said, row))

    def _attributes(self, written: str, known: frozenset[str]) -> dict[str, str]:
        """Read attributes; raises ValueError for any that nothing is known of."""
        known_before = self._known.get((written, known))
        if known_before is not None:
            return known_before
        pairs = self._attribute.findall(written)
        found: dict[str, str] = dict(pairs)
        size = sum(len(name) + len(value) for name, value in pairs) + len(' =""') * len(pairs)
        if size != len(written) or len(found) != len(pairs):
            raise ValueError(written)
        for name in found.keys() - known:
            if name.partition(":")[0] not in self._prefixes:
                raise ValueError(written)
        if len(self._known) < _SHAPES:
            self._known[written, known] = found
        return found

    def _shape(self, found: Sequence[tuple[str, ...]], *, hidden: bool) -> Shape | None:
        """See how a row is written; None where more goes on in it than here is known of."""
        columns: list[int] = []
        ways: list[Way] = []
        shared: list[int] = []
        formulas: list[tuple[int, Mapping[str, str], bool]] = []
        indents: list[tuple[int, int]] = []
        values = 0
        for cell in found:
            attributes = self._attributes(cell[_SAYS - 1], _OF_CELL)
            kind, style = _kind_of(cell, attributes.get("t", "n")), attributes.get("s", "0")
            filled = bool(cell[_VALUE - 1] or cell[_TEXT - 1])
            if kind is None:
                continue
            if cell[_FORMULA - 1]:
                says = self._attributes(cell[_OF_IT - 1], _OF_FORMULA)
                if says.get("t", "shared") != "shared":
                    return None
                formulas.append((len(columns), says, filled))
            column = self._cells.column(cell[1])
            if kind == "s":
                shared.append(values)
            if kind in TEXTS and (indent := self._cells.indent(style)):
                indents.append((column, indent))
            values += filled
            columns.append(column)
            ways.append(self._cells.way(kind, style))
        pattern = self._cells.pattern(tuple(columns), tuple(way.look for way in ways))
        if pattern.mixed or (columns and columns[-1] > limits.COLUMNS):
            return None
        read = to_read(ways)
        return Shape(pattern, read, tuple(shared), tuple(formulas), tuple(indents), hidden)

    def _keep(self, shape: Shape, number: str, values: list[str], said: Sequence[str]) -> bool:
        cells, pattern = self._cells, shape.pattern
        for at in shape.shared:
            if not cells.shared(int(values[at])):
                return False
        row = int(number)
        cells.begin_row(number)
        if cells.formulas.spreads or not 0 < row <= limits.ROWS:
            return False
        formulas: list[str | None] = [None] * len(pattern.columns) if shape.formulas else []
        for (place, says, has_result), text in zip(shape.formulas, said, strict=True):
            reckoned = cells.formulas.read(says, text, row, pattern.columns[place])
            formulas[place] = reckoned
            if not has_result:
                no_result = pattern.looks[place].kind is CellKind.NO_RESULT
                values.insert(place, reckoned if no_result else "")
        if shape.hidden:
            self._hidden_rows.append(row)
        if shape.indents:
            cells.indents += [(row, *indent) for indent in shape.indents]
        if values:
            cells.keep(pattern, shape.ways, values, formulas)
        return True

    def _learn(self, shape: Shape, row: str, begin: int) -> None:
        """Make a pattern of a row, with what it says left open."""
        number = row.find(' r="') + len(' r="')
        open_at = [(number, row.find('"', number), "([0-9]{1,7})")]
        values, said = [], []
        for cell in self._cell.finditer(row, begin):
            if cell[_FORMULA]:
                said.append(-1)
            for group, written in _OPEN:
                if cell[group] is None or (group == _VALUE and not cell[group]):
                    continue
                if group == _SAID:
                    said[-1] = sum(one[2] != r"\1" for one in open_at)
                elif group != _NUMBER:
                    values.append(sum(one[2] != r"\1" for one in open_at))
                open_at.append((*cell.span(group), written))
        if len(values) < 2 or len(self._strokes) >= _STROKES:  # noqa: PLR2004 - as itemgetter has it
            return
        pieces, at = [], 0
        for start, end, written in open_at:
            pieces += [re.escape(row[at:start]), written]
            at = end
        whole = re.compile("".join((*pieces, re.escape(row[at:]))))
        self._strokes.append(_Stroke(shape, whole, itemgetter(*values), tuple(said)))


def _kind_of(cell: Sequence[str], kind: str) -> str | None:
    """Give how the value of a cell is written; None where the cell holds nothing.

    Raises ValueError for a value in the wrong place, and for a text without a sign.
    """
    value, text = cell[_VALUE - 1], cell[_TEXT - 1]
    if (text and kind != "inlineStr") or (value and kind == "inlineStr"):
        raise ValueError(kind)
    if value or text:
        return kind
    if cell[_STORED - 1] and kind == "str":
        if cell[_FORMULA - 1]:
            return kind
        raise ValueError(kind)
    return NO_RESULT if cell[_FORMULA - 1] else None


def _read(written: Iterable[str], row: str) -> list[str]:
    """Give what stands in a row with its references to signs made signs."""
    return [*map(resolve, written)] if "&" in row else [*written]
