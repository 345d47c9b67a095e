"""A form: which tables, lines, heads and units a submission must have, and what must hold."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from statlint.form.earlier import Earlier
    from statlint.form.edits import Edit
    from statlint.form.listed import ListColumns
    from statlint.form.quoted import Quoted
    from statlint.values import Number, Text


class ValueKind(StrEnum):
    """What kind of figure a cell holds."""

    COUNT = "count"
    """A whole number, never negative."""
    CHANGE = "change"
    """A whole number with a sign."""
    AMOUNT = "amount"
    """A decimal figure, never negative."""
    SHARE = "share"
    """A percentage, rounded to the decimals shown."""
    SCORE = "score"
    """A decimal figure with a sign."""
    TEXT = "text"
    """Words; not a figure at all."""

    @property
    def whole(self) -> bool:
        """Whether only whole numbers are allowed."""
        return self in {ValueKind.COUNT, ValueKind.CHANGE}

    @property
    def signed(self) -> bool:
        """Whether a figure may be negative."""
        return self in {ValueKind.CHANGE, ValueKind.SCORE}


class Format(StrEnum):
    """What the words under a text head must look like."""

    ORDINAL = "ordinal"
    """Running numbers: 1, 2, 3 …"""
    DOCUMENT = "document-number"
    """The number of a document: X政办发〔2017〕96号."""
    DATE = "date"
    REFERENCE = "reference"
    """Numbers of lines of another table."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a cell must hold: kind, unit, bounds, and whether it is a flow or a stock.

    `units` are the units it may be written in where the form leaves that open (元 or 万元).
    `additive` figures of reporting units add up to that of the unit they make up.
    `format` is for text; `refers` names the table (and line) that a reference is to, and `covers`
    says that the references together must name every line there.
    """

    kind: ValueKind
    unit: str | None = None
    units: tuple[str, ...] = ()
    required: bool = True
    minimum: Number | None = None
    maximum: Number | None = None
    stock: bool = False
    rounded: bool = False
    format: Format | None = None
    refers: str | None = None
    covers: bool = False
    additive: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block. A heading has no figures and may stand in a row of its own or not.

    `repeat` stands for any number of lines like this; `of` names the repeated line that a line is
    one of. `under` is the key of the line it stands under. An `optional` line need not be printed.
    No two lines of a repeated one are alike under all heads that `unique` names. Where `stated` is
    set, a figure within the label (（43分）, 共25份) counts as the line's figure under that head.
    """

    key: str
    label: Text
    aliases: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    """The printed labels of the headings this line stands under, the outermost first."""
    heading: bool = False
    measure: Measure | None = None
    under: str | None = None
    repeat: bool = False
    optional: bool = False
    of: str | None = None
    unique: tuple[str, ...] = ()
    stated: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column head, with the spanner heads printed over it, the outermost first.

    `repeat`, `optional` and `of` are as for a line. `names` is the key of the line whose labels
    stand under this head: the column is part of the stub.
    """

    key: str
    label: Text
    aliases: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    measure: Measure | None = None
    repeat: bool = False
    optional: bool = False
    of: str | None = None
    names: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Lines under one boxhead; `caption` is the heading row over it, if the form prints one."""

    key: str
    lines: tuple[Line, ...]
    heads: tuple[Head, ...]
    caption: Text | None = None
    stubheads: tuple[str, ...] = ()

    @property
    def figure_lines(self) -> tuple[Line, ...]:
        """The lines that hold figures."""
        return tuple(line for line in self.lines if not line.heading)

    @property
    def figure_heads(self) -> tuple[Head, ...]:
        """The heads whose cells hold figures."""
        return tuple(
            head
            for head in self.heads
            if head.measure is None or head.measure.kind is not ValueKind.TEXT
        )


class Arrangement(StrEnum):
    """How the official form prints a table."""

    LINES_DOWN = "lines-down"
    """Each line is a row."""
    SIDE_BY_SIDE = "side-by-side"
    """The lines' captions are spanners over repeated heads, with one row of figures below."""
    AS_FOUND = "as-found"
    """As it is printed: found by its structure, its lines and heads by their labels and order."""
    TIDY = "tidy"
    """A long list: one figure a row (or a few), told by keys and a period; see `listed`."""


@dataclass(frozen=True, slots=True)
class TableForm:
    """One table of a form; most have a single block.

    `one_of` are sets of heads of which at least one must be printed for the table to be known.
    `about` are words of which one must stand over such a table, in its heads or in the names of
    its sheet and file, where its heads alone would not tell it from other tables.
    """

    key: str
    title: Text
    blocks: tuple[Block, ...]
    measure: Measure
    edits: Sequence[Edit] = ()
    aliases: tuple[str, ...] = ()
    arrangement: Arrangement = Arrangement.LINES_DOWN
    one_of: tuple[tuple[str, ...], ...] = ()
    about: tuple[str, ...] = ()
    listed: ListColumns | None = None
    """The columns of a long list."""

    @property
    def open(self) -> bool:
        """Whether lines or heads repeat: only a filled-in table tells how many there are."""
        return any(
            any(line.repeat for line in block.lines) or any(head.repeat for head in block.heads)
            for block in self.blocks
        )

    def lines(self) -> Iterator[Line]:
        """All lines that hold figures, block by block."""
        for block in self.blocks:
            yield from block.figure_lines

    def measure_of(self, line: Line, head: Head) -> Measure:
        """Say what a cell must hold: the line's word goes before the head's."""
        return line.measure or head.measure or self.measure


class SignKind(StrEnum):
    """What a sign-off field must hold."""

    UNIT = "unit"
    PERSON = "person"
    PHONE = "phone"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SignField:
    """One sign-off field: 单位负责人, 审核人, 填报人, 联系电话, 填报日期, 填报单位."""

    key: str
    label: Text
    kind: SignKind
    aliases: tuple[str, ...] = ()
    required: bool = True


@dataclass(frozen=True, slots=True)
class ReportSection:
    """One section of the report around the tables; its heading has its label or an alias."""

    label: Text
    aliases: tuple[str, ...] = ()


class BlankMeans(StrEnum):
    """What a blank cell means in a form; offices differ, so a form or a setting says it."""

    ZERO = "zero"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: where it comes from, the years it is valid for, its tables, edits and sign-off.

    `family` joins the forms that follow one another; `edits` are those between tables. A form that
    was inferred from the tables of one file has no id.
    """

    id: str
    title: Text
    source: Text
    family: str
    tables: tuple[TableForm, ...]
    first_year: int | None = None
    last_year: int | None = None
    blank: BlankMeans = BlankMeans.ZERO
    sign_off: tuple[SignField, ...] = ()
    edits: Sequence[Edit] = ()
    titles: tuple[str, ...] = field(default=())
    """Words that a report's title holds; they help to find the period, not the form."""
    earlier: Sequence[Earlier] = ()
    """Forms of other years whose figures are held against those of this one."""
    quoted: Sequence[Quoted] = ()
    """The words by which the text around its tables quotes their figures."""
    sections: tuple[ReportSection, ...] = ()
    """The sections of the report that the tables are part of, in their order."""

    def table(self, key: str) -> TableForm:
        """Give one table by its key; raises KeyError."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)

    @property
    def as_found(self) -> bool:
        """Whether it says only what tables showed: nothing that a table must hold besides."""
        return all(table.arrangement is Arrangement.AS_FOUND for table in self.tables)

    @property
    def is_list(self) -> bool:
        """Whether it is of long lists, one figure a row."""
        return any(table.arrangement is Arrangement.TIDY for table in self.tables)

    def valid_in(self, year: int) -> bool:
        """Tell whether the form is the one in force for a year."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )
