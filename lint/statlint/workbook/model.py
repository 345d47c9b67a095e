"""A submitted file as stored: sheets of cells, and what became of opening it."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING
from statlint.values import CellRange, CellRef, Number, Text
from statlint.values.place import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    cells: Sequence[Cell]
    merges: tuple[CellRange, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    state: SheetState = SheetState.VISIBLE
    continued: frozenset[int] = frozenset()
    silenced: tuple[Silenced, ...] = ()
    empty_texts: frozenset[tuple[int, int]] = frozenset()
    indents: tuple[tuple[int, int, int], ...] = ()
    long_texts: tuple[CellRef, ...] = ()
    """Where a text is longer than a cell of Excel can hold."""


class ParagraphKind(StrEnum):
    """What a paragraph of a document is by the way it is stored."""

    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    """One of a list."""
    FOOTNOTE = "footnote"
    TEXT_BOX = "text box"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document, as a reader sees it.

    `place` tells it from all others: paragraphs are counted from 1 in the order of reading, empty
    ones and those within tables left out; footnotes and text boxes have numbers of their own.
    `text` has the signs as written, with line feeds where a line is broken by hand; what was struck
    out by a tracked change is not in it. `numbering` is the number that the program itself prints
    before it (一、, (二), 3.), `level` that of a heading, from 1 (0: none).
    """

    place: Place
    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    numbering: str = ""
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a document in the order of reading: paragraphs, and the places of tables.

    Each table is a sheet of the workbook whose name is its place.
    """

    blocks: tuple[Paragraph | Place, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs alone."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))


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
    PLAIN_TEXT = "plain text"
    """Sentences, not rows of a table."""
    MARKDOWN = "markdown"
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
    EMBEDDED_TABLES = "embedded-tables"
    """Workbooks set into a document: only a picture of them is seen."""
    PICTURES = "pictures"
    """Pictures of a document that has no table: these may be its tables."""


class Outward(StrEnum):
    """What a file brings that could run, or that leads out of it; none of it is run or followed."""

    MACROS = "macros"
    CONNECTIONS = "connections"
    """Sources of data that the office program would ask."""
    LINKS = "links"
    """Other files whose figures the office program would fetch."""
    CONTROLS = "controls"
    """Buttons and fields that are programs of their own."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file was read: encoding, separator, and whether the encoding is in doubt."""

    encoding: str
    separator: str
    doubtful: bool = False
    other: int | None = None
    """The first line of a text that is in another encoding than the lines before it."""


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
    document: Document | None = None
    """The text around the tables, where the file is a document; it may have no sheet then."""
    converted_by: str | None = None
    """The program with its version that made a .docx of the file first; None for most files."""
    outward: frozenset[Outward] = frozenset()


class Fault(StrEnum):
    """Why a file could not be opened."""

    NO_ACCESS = "no-access"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    DAMAGED = "damaged"
    UNSAFE = "unsafe"
    """Built as no office program builds a file, and as those are that are made to do harm."""
    TOO_LARGE = "too-large"
    NO_SHEET = "no-sheet"
    TEXT_DAMAGED = "text-damaged"
    OWN_OUTPUT = "own-output"
    """Nothing is wrong with it, but statlint itself wrote it: it is no table to check."""


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
