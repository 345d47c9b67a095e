"""A table that no form describes, as it is printed: boxhead, stub, body, notes, lines and heads."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field
from statlint.grid import Grid
from statlint.table.model import Label
from statlint.values import Blank, CellRange, CellRef, NumberStyle, Period, Reading


class Role(StrEnum):
    """What the words of a line or head say that its figures are."""

    TOTAL = "total"
    """合计, 总计, 共计, total, all: over everything, or over its block."""
    SUBTOTAL = "subtotal"
    OF_WHICH = "of-which"
    """其中, of which, #: a part of what stands before it, beside other parts."""
    SHARE = "share"
    """占比, %, per cent, 比重."""
    CHANGE = "change"
    """同比, 增长, 环比, change, growth in per cent."""
    DIFFERENCE = "difference"
    """增减, 差额, net, balance: one figure less another, not in per cent."""
    AVERAGE = "average"
    MEDIAN = "median"
    """Median, minimum, maximum, deviation: of a list, but no sum and no mean."""
    CUMULATIVE = "cumulative"
    """累计, 本年累计, year to date."""
    RANK = "rank"
    ORDINAL = "ordinal"
    """序号, No.: running numbers."""
    CODE = "code"
    """代码, ID, phone and document numbers: digits that count nothing."""
    YEAR = "year"
    """A year or another period as a label: 2019, 2019年, 1月, Q1."""
    RATE = "rate"
    """人均, per head, 每万人, ratio: one figure by another, not in per cent."""
    PRICE = "price"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """One line or head of a layout: where it stands, its labels, and what they say.

    `position` is its row (a line) or column (a head) on the sheet. `labels` are the labels it goes
    by, the outermost first, its own last; none where nothing is printed. `level` is its depth in
    the stub or boxhead, 0 for the outermost; `parent` is the place, among the lines (or heads) of
    the layout, of the one it stands under. A group line holds no figures. `block` counts the
    stretches of lines that group lines, empty rows or repeated boxheads part.
    """

    position: int
    labels: tuple[Label, ...] = ()
    level: int = 0
    parent: int | None = None
    figures: bool = True
    block: int = 0
    roles: frozenset[Role] = frozenset()
    unit: str | None = None
    period: Period | None = None
    shift: int = 0
    """How many columns right of the heads its figures stand, in a second half beside the first."""

    @property
    def text(self) -> str:
        """Its own label as printed; empty where there is none."""
        return self.labels[-1].text if self.labels else ""


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """One table as printed on a sheet; its lines are rows and its heads columns.

    All ranges are on the sheet of `grid`. `stubs` are the columns that label the lines: mostly one
    range at the left, but also in the middle or repeated at the right. `notes` are title, unit
    line, footnotes and sign-off around it, within `range`.
    """

    grid: Grid
    range: CellRange
    lines: tuple[Strip, ...]
    heads: tuple[Strip, ...]
    body: CellRange
    boxhead: CellRange | None = None
    stubs: tuple[CellRange, ...] = ()
    notes: tuple[CellRange, ...] = ()
    title: Label | None = None
    unit: str | None = None
    period: Period | None = None
    style: NumberStyle = field(default_factory=NumberStyle)
    _readings: list[tuple[Reading, ...]] = field(init=False, default_factory=list, repr=False)

    def ref(self, line: Strip, head: Strip) -> CellRef:
        """Give the cell where a line and a head cross."""
        return CellRef(line.position, head.position + line.shift)

    @property
    def readings(self) -> tuple[tuple[Reading, ...], ...]:
        """What the cells of each line say, head by head: read once and kept."""
        if not self._readings:
            self._readings.extend(map(self._line, self.lines))
        return tuple(self._readings)

    def reading(self, line: Strip, head: Strip) -> Reading:
        """Read the cell where a line and a head cross, in the number style of the table.

        A merged figure stands where it begins, and nowhere else.
        """
        row, column = line.position, head.position + line.shift
        merge = self.grid.merge_at(row, column)
        if merge is not None and (merge.first.row, merge.first.column) != (row, column):
            return Blank()
        return self.grid.styled(row, column, self.style)

    def _line(self, line: Strip) -> tuple[Reading, ...]:
        if self.grid.sheet.merges:
            return tuple(self.reading(line, head) for head in self.heads)
        columns = [head.position + line.shift for head in self.heads]
        return tuple(self.grid.styled_row(line.position, columns, self.style))
