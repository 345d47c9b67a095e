"""A submitted file as stored: sheets of cells, and what became of opening it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from statlint.values import CellRange, CellRef, Number, Text

if TYPE_CHECKING:
    from statlint.workbook.stream import Stream


class CellKind(StrEnum):
    """What a stored cell holds."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"
    NO_RESULT = "no-result"
    """A formula whose result the file does not store."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something: its value, the text as written, format and formula.

    `text` is what the file holds: the characters of a text, the digits of a number, `#REF!` of an
    error. `number` is the exact value of a NUMBER cell and None otherwise.
    `formula` starts with `=`; an array formula stands in braces, `{=B2:B5*2}`, in each cell that it
    fills. An empty cell has no Cell at all.
    """

    ref: CellRef
    kind: CellKind
    text: str
    number: Number | None = None
    number_format: str | None = None
    formula: str | None = None


class SheetState(StrEnum):
    """Whether a sheet's tab can be seen."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very-hidden"


@dataclass(frozen=True, slots=True)
class Silenced:
    """Excel's own warnings that someone switched off for a range: number-as-text, formula."""

    range: CellRange
    warnings: frozenset[str]


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A name for cells: what it stands for as written, and the sheet it is for (None: all)."""

    name: str
    text: str
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; a text file is one sheet without a name. Cells come row by row.

    `continued` are lines of a text file that only go on with the row begun above them, inside a
    quoted cell: its rows are those lines apart, though nothing lies between them. `empty_texts`
    are the rows and columns of cells that hold a text without a sign: formulas take them for texts.
    `indents` are row, column and indent of the texts that their cells set in.
    """

    name: str | None
    cells: tuple[Cell, ...]
    merges: tuple[CellRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    state: SheetState = SheetState.VISIBLE
    continued: frozenset[int] = frozenset()
    silenced: tuple[Silenced, ...] = ()
    empty_texts: frozenset[tuple[int, int]] = frozenset()
    indents: tuple[tuple[int, int, int], ...] = ()


class Container(StrEnum):
    """What a file is by its content."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    DELIMITED = "delimited text"
    HTML = "html"
    MHTML = "mhtml"
    XML_SPREADSHEET = "xml spreadsheet 2003"
    WORD = "word document"
    OLD_WORD = "old word document"
    OLE = "ole container"
    PDF = "pdf"
    IMAGE = "image"
    ARCHIVE = "archive"
    SYLK = "sylk"
    BINARY = "binary"
    NOTHING = "nothing"


class Unseen(StrEnum):
    """What an engine cannot see in its format; rules on it are listed as not checked."""

    ERROR_VALUES = "error-values"
    NUMBER_FORMATS = "number-formats"
    FORMULAS = "formulas"
    HIDDEN_PARTS = "hidden-parts"
    MERGES = "merges"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file was read: encoding, separator, and whether the encoding is in doubt."""

    encoding: str
    separator: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that could be opened."""

    sheets: tuple[Sheet, ...]
    container: Container
    dialect: Dialect | None = None
    unseen: frozenset[Unseen] = frozenset()
    date_1904: bool = False
    names: tuple[DefinedName, ...] = ()
    links: tuple[str, ...] = ()
    """Other files that formulas refer to, in the order of their numbers: [1], [2] …"""
    as_displayed: bool = False
    """Whether Excel reckons with figures as displayed ("set precision as displayed")."""
    stream: Stream | None = None
    """The rows of a text file that is too long to be held as cells; it has none then."""


class Fault(StrEnum):
    """Why a file could not be opened."""

    NO_ACCESS = "no-access"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    NO_SHEET = "no-sheet"
    TEXT_DAMAGED = "text-damaged"


@dataclass(frozen=True, slots=True)
class Opening:
    """What became of opening one submitted file.

    `workbook` is None exactly where `fault` is set. `announced` is the ending of the name in lower
    case without the dot; `container` is what the first bytes say. `detail` says a fault more
    closely (a limit, a position, what an unsupported file is), never with a traceback. `named` is
    False for a file that was found in a folder and may be no table at all.
    """

    path: str
    announced: str
    container: Container
    workbook: Workbook | None = None
    fault: Fault | None = None
    detail: Text | None = None
    named: bool = True
