"""Facts: each figure of a table with what gives it meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from statlint.dataclass import dataclass, field, replace
from statlint.form import Block, Format, Head, Line, Measure, TableForm, ValueKind
from statlint.table import Part, Table
from statlint.values import Blank, CellRef, Figure, Mark, Reading, Unreadable
from statlint.values.said import Said


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Fact:
    """One cell of a table: its line, head and measure, where it stands and what it says.

    `line_label` and `head_label` are as printed in the file. `path` is set where it is not the file
    that is checked: last year's, one of its parts. `said` is set where it is a figure of a text.
    """

    table: str
    line: Line
    head: Head
    measure: Measure
    sheet: str | None
    cell: CellRef
    line_label: str
    head_label: str
    reading: Reading
    part: Part
    path: str | None = None
    said: Said | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure, where the cell holds one."""
        return self.reading if isinstance(self.reading, Figure) else None

    @property
    def empty(self) -> bool:
        """Whether the cell holds nothing or a mark in place of a figure."""
        return isinstance(self.reading, (Blank, Mark))

    @property
    def text(self) -> str:
        """What the cell holds, as written."""
        return self.reading.text


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """All facts of one table, by line and head."""

    table: Table
    _facts: Mapping[tuple[str, str], Fact]
    # Each edit of a table asks for the same names of lines; a table may have thousands.
    _lines: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def line_keys(self, block: Block) -> frozenset[str]:
        """Give the keys of all lines of a block, headings among them."""
        if block.key not in self._lines:
            self._lines[block.key] = frozenset(line.key for line in block.lines)
        return self._lines[block.key]

    @property
    def plan(self) -> TableForm:
        """The table's form."""
        return self.table.plan

    @property
    def by_place(self) -> Mapping[tuple[str, str], Fact]:
        """All facts by the keys of their lines and heads, in the order of the form."""
        return self._facts

    def get(self, line: str, head: str) -> Fact | None:
        """Give the fact of a line under a head, or None where the table lacks either."""
        return self._facts.get((line, head))

    def at(self, keys: Iterable[tuple[str, str]]) -> list[Fact | None]:
        """Give the facts of many pairs of a line and a head; None for each that is not there."""
        return list(map(self._facts.get, keys))

    def __iter__(self) -> Iterator[Fact]:
        """Go through the facts in the order of the form."""
        return iter(self._facts.values())

    def __len__(self) -> int:
        """Count the facts."""
        return len(self._facts)

    def reading_as(self, readings: Mapping[Fact, Reading]) -> Facts:
        """Give the facts with some cells read otherwise; the table stays as it is."""
        facts = {
            key: replace(fact, reading=readings[fact]) if fact in readings else fact
            for key, fact in self._facts.items()
        }
        return Facts(self.table, facts)

    def due(self) -> Iterator[Fact]:
        """Go through the facts that should hold a figure; the words of a text head are left out."""
        for fact in self:
            if fact.measure.kind is not ValueKind.TEXT:
                yield fact

    def formatted(self, wanted: Format) -> Iterator[Fact]:
        """Go through the facts whose words must have a format; a merged cell comes once."""
        found: dict[tuple[str | None, CellRef], Fact] = {}
        for fact in self:
            if fact.measure.format is wanted:
                found.setdefault((fact.sheet, fact.cell), fact)
        yield from found.values()

    def with_figures(self) -> Iterator[tuple[Fact, Figure]]:
        """Go through the facts that hold a figure."""
        for fact in self.due():
            if isinstance(fact.reading, Figure):
                yield fact, fact.reading

    def unreadable(self) -> Iterator[tuple[Fact, Unreadable]]:
        """Go through the facts that hold a text that is no figure."""
        for fact in self.due():
            if isinstance(fact.reading, Unreadable):
                yield fact, fact.reading
