"""A table found in a workbook and matched to a form: where each line and head stands."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.form import Block, Form, Head, Line, SignField, TableForm
from statlint.grid import Grid
from statlint.values import CellRange, CellRef, Period, Reading
from statlint.values.said import Said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.values import NumberStyle


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, and its cell.

    Where nothing is printed it is the form's, with the cell of its first figure.
    """

    text: str
    sheet: str | None
    cell: CellRef
    printed: bool = True


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of the form and where it is printed: the row it stands in (column, if turned)."""

    line: Line
    label: Label
    position: int

    @property
    def what(self) -> Line:
        """What of the form it is."""
        return self.line


@dataclass(frozen=True, slots=True)
class FoundHead:
    """A head of the form and where it is printed: the column it stands over (row, if turned)."""

    head: Head
    label: Label
    position: int

    @property
    def what(self) -> Head:
        """What of the form it is."""
        return self.head


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """A figure that stands in a heading's row, where none is due."""

    line: Line
    label: Label
    cell: CellRef
    reading: Reading


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure within a label, 一、主动公开（43分） or 共25份: of which line, under which head."""

    line: Line
    head: Head
    label: Label
    reading: Reading


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One rectangle of the workbook that holds lines of one block.

    A table over several sheets or pages has several parts. `turned` means lines run across and
    heads down. `extra_lines` and `extra_heads` are labelled and hold figures, but the form has no
    such line or head; `repeated` are printed a second time; `misplaced` stand out of order. Where
    a `style` is given, texts are read as numbers in it.
    """

    grid: Grid
    block: Block
    range: CellRange
    lines: tuple[FoundLine, ...]
    heads: tuple[FoundHead, ...]
    turned: bool = False
    extra_lines: tuple[Label, ...] = ()
    extra_heads: tuple[Label, ...] = ()
    repeated: tuple[FoundLine | FoundHead, ...] = ()
    misplaced: tuple[FoundLine | FoundHead, ...] = ()
    group_figures: tuple[GroupFigure, ...] = ()
    stated: tuple[StatedFigure, ...] = ()
    style: NumberStyle | None = None

    def reading(self, row: int, column: int) -> Reading:
        """Read a cell of it."""
        if self.style is not None:
            return self.grid.styled(row, column, self.style)
        return self.grid.reading(row, column)

    def readings(self, line: FoundLine) -> Sequence[Reading]:
        """Read the cells of a line, head by head."""
        if self.style is None:
            if not self.turned:
                return self.grid.readings(line.position, [head.position for head in self.heads])
            return [self.grid.reading(head.position, line.position) for head in self.heads]
        if self.turned or self.grid.sheet.merges:
            return [self.reading(*self.at(line, head)) for head in self.heads]
        columns = (head.position for head in self.heads)
        return tuple(self.grid.styled_row(line.position, columns, self.style))

    def refs(self, line: FoundLine) -> list[CellRef]:
        """Give the cells that hold what is shown on a line, head by head."""
        if self.turned:
            return [self.grid.anchor(head.position, line.position) for head in self.heads]
        return self.grid.refs(line.position, [head.position for head in self.heads])

    def at(self, line: FoundLine, head: FoundHead) -> tuple[int, int]:
        """Give the row and column of the cell of a line under a head."""
        if self.turned:
            return head.position, line.position
        return line.position, head.position


@dataclass(frozen=True, slots=True)
class ForeignBlock:
    """A block that follows another form of the same family: the sign of a mixed form."""

    form: Form
    block: Block
    label: Label


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of the form with all its parts."""

    plan: TableForm
    parts: tuple[Part, ...]
    missing_lines: tuple[Line, ...] = ()
    missing_heads: tuple[tuple[Block, Head], ...] = ()
    foreign: tuple[ForeignBlock, ...] = ()

    @property
    def start(self) -> Label:
        """The first cell of the table, for a finding about the table as a whole."""
        part = self.parts[0]
        first = part.range.first
        return Label(part.grid.text(first.row, first.column), part.grid.name, first)


@dataclass(frozen=True, slots=True)
class SignEntry:
    """A printed sign-off field: its label, the text filled in (may be empty) and its cell."""

    field: SignField
    label: Label
    text: str
    cell: CellRef


@dataclass(frozen=True, slots=True)
class PeriodClaim:
    """A period that the file states, where it says so, in which words, and in what role."""

    period: Period
    label: Label | None
    words: str
    role: str
    """title, range (统计期限), sheet, file, folder, dataset, option."""


@dataclass(frozen=True, slots=True, eq=False)
class FilledForm:
    """One form as one unit filled it in: its tables, period, unit name and sign-off.

    `kind_of_unit` is what the unit may do (town, street, county, department, city, province,
    ministry) where settings or a title say it beyond doubt, else None.
    """

    form: Form
    tables: tuple[Table, ...]
    missing_tables: tuple[TableForm, ...] = ()
    period: Period | None = None
    period_claims: tuple[PeriodClaim, ...] = ()
    unit_name: str | None = None
    kind_of_unit: str | None = None
    units_due: tuple[str, ...] = ()
    """The reporting units that settings name: each must have a line where lines are units."""
    sign_off: tuple[SignEntry, ...] = ()
    foreign: tuple[ForeignBlock, ...] = ()
    """Whole tables beside it that follow another form of the family."""
    leftovers: tuple[Label, ...] = ()
    """Template text that was left in: XX, ××, ***, 表格如下."""

    @property
    def start(self) -> Label:
        """The first cell of the first table."""
        return self.tables[0].start


@dataclass(frozen=True, slots=True, eq=False)
class NearMiss:
    """The form that came closest in a file without a known table: what was looked for and found."""

    form: Form
    table: TableForm
    sheet: str | None
    found: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TornTable:
    """A table whose labels and figures came apart in a text, and could not be put back.

    `said` are the words where its first label stands; `figures` are there, `due` should be.
    """

    form: Form
    table: TableForm
    said: Said
    figures: int
    due: int


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What was found in one workbook; `wanted` is the form that the user asked for, if any.

    `inferred` is what the figures of tables without a form show.
    """

    filled: tuple[FilledForm, ...]
    closest: NearMiss | None = None
    wanted: Form | None = None
    inferred: FilledForm | None = None
    lists: int = 0
    """Sheets that are long lists, one figure a row."""
    torn: tuple[TornTable, ...] = ()
    """Tables of a document that could not be put together."""
    text_only: bool = False
    """The file is a document without a table: what there is to check are its sentences."""
