"""Open tables on one view: the rows under each boxhead, joined where a page or panel goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.table.hints import Subject
from statlint.table.open_about import is_about
from statlint.table.open_boxhead import OpenBoxhead, barriers_of, find_open_boxheads, same_heads
from statlint.table.open_columns import Columns, columns_of, is_total
from statlint.table.open_kinds import PlacedHead, placed_heads
from statlint.table.open_plan import OpenPlan
from statlint.table.open_rows import BodyRow, RowKind, body_rows, is_page_mark
from statlint.table.view import View
from statlint.values import CellRange, CellRef, read_number

_LONGEST = 20_000
"""Rows of the longest table; what is longer is a list of data, not somebody's report."""
_KIND = 0.3
"""What heads that repeat add to a score, however many; each that the form names adds 1."""
_UNIT_LINE = pattern_of(r"单位[:：]")


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A boxhead, its columns, and the rows under it."""

    columns: Columns
    heads: tuple[PlacedHead, ...]
    rows: tuple[BodyRow, ...]

    @property
    def boxhead(self) -> OpenBoxhead:
        """The boxhead."""
        return self.columns.boxhead

    @property
    def last_row(self) -> int:
        """The last row that is a line."""
        lines = (row.row for row in self.rows if row.kind in {RowKind.ITEM, RowKind.FIXED})
        return max(lines, default=self.boxhead.last_row)

    @property
    def closed(self) -> bool:
        """Whether a total stands at its foot."""
        foot = self._foot
        return foot is not None and foot.kind is RowKind.FIXED and not foot.member

    @property
    def closes_a_group(self) -> bool:
        """Whether the total at its foot is that of a group: more groups may follow."""
        foot = self._foot
        return self.closed and foot is not None and all(line.under for line in foot.fixed)

    @property
    def _foot(self) -> BodyRow | None:
        lines = [row for row in self.rows if row.kind in {RowKind.ITEM, RowKind.FIXED}]
        return lines[-1] if lines else None

    def range_on(self, view: View) -> CellRange:
        """Give the rectangle of the sheet that it takes."""
        boxhead = self.boxhead
        one = view.ref(boxhead.first_row, boxhead.first_column)
        other = view.ref(self.last_row, boxhead.last_column)
        return CellRange(
            CellRef(min(one.row, other.row), min(one.column, other.column)),
            CellRef(max(one.row, other.row), max(one.column, other.column)),
        )


@dataclass(frozen=True, slots=True, eq=False)
class OpenFind:
    """An open table that was found on a view, in one section or several; how well it fits."""

    plan: OpenPlan
    view: View
    sections: tuple[Section, ...]
    score: float

    @property
    def ranges(self) -> tuple[CellRange, ...]:
        """The rectangles of the sheet that it takes."""
        return tuple(section.range_on(self.view) for section in self.sections)


def find_open(
    view: View, plans: Sequence[OpenPlan], taken: Collection[CellRange], subject: Subject
) -> list[OpenFind]:
    """Find open tables of some plans on a view, where no other table is; the best fit first."""
    boxheads = {
        plan: [
            one
            for one in find_open_boxheads(view, plan)
            if not _in(view, one, taken) and is_about(view, one, subject)
        ]
        for plan in plans
    }
    every = [one for found in boxheads.values() for one in found]
    finds = [
        OpenFind(plan, view, group, _score(group))
        for plan, found in boxheads.items()
        for group in _joined(view, [*_sections(view, found, every, taken)])
    ]
    kept: list[OpenFind] = []
    for find in sorted(finds, key=lambda one: -one.score):
        if not any(
            mine.overlaps(its) for other in kept for mine in find.ranges for its in other.ranges
        ):
            kept.append(find)
    return kept


def _in(view: View, boxhead: OpenBoxhead, taken: Collection[CellRange]) -> bool:
    cells = (
        view.ref(row, column)
        for row in (boxhead.first_row, boxhead.last_row)
        for column in (boxhead.first_column, boxhead.last_column, *boxhead.columns.values())
    )
    return any(ref in one for ref in cells for one in taken)


def _sections(
    view: View,
    boxheads: Sequence[OpenBoxhead],
    others: Sequence[OpenBoxhead],
    taken: Collection[CellRange],
) -> Iterator[Section]:
    for boxhead in boxheads:
        section = _section(view, boxhead, others, taken)
        if section is not None:
            yield section


def _section(
    view: View,
    boxhead: OpenBoxhead,
    others: Sequence[OpenBoxhead],
    taken: Collection[CellRange],
) -> Section | None:
    """Read what stands under a boxhead; None where that is no table of its form."""
    last = view.rows + 1
    end = min([barriers_of(boxhead, others) or last, *_ends(view, boxhead, taken)])
    columns = columns_of(view, boxhead, end)
    if columns is None:
        return None
    rows = tuple(islice(body_rows(view, columns, end), _LONGEST + 1))
    if len(rows) > _LONGEST:
        return None
    under = range(boxhead.last_row + 1, max((row.row for row in rows), default=0) + 1)
    section = Section(columns, placed_heads(view, columns, under), rows)
    return section if _is_table(view, section) else None


def _ends(view: View, boxhead: OpenBoxhead, taken: Collection[CellRange]) -> list[int]:
    """Give the rows below a boxhead where cells of another table begin."""
    if view.turned:
        return []
    return [
        one.first.row
        for one in taken
        if one.first.row > boxhead.last_row
        and one.first.column <= boxhead.last_column
        and boxhead.first_column <= one.last.column
    ]


def _is_told_by_heads(section: Section) -> bool:
    """Tell whether a head says what a table is; a total may as well be the last line upright."""
    return any(
        one.printed.head.names is None and not one.printed.head.of and not is_total(one.text)
        for one in section.heads
    )


def _is_table(view: View, section: Section) -> bool:
    """Tell whether there are lines, figures where they are due, and a head that must repeat."""
    plan = section.boxhead.plan
    lines = [row for row in section.rows if row.kind in {RowKind.ITEM, RowKind.FIXED}]
    if plan.chain and not any(row.kind is RowKind.ITEM or row.member for row in lines):
        return False
    repeated = (
        any(one.printed.head.of == plan.kind.key for one in section.heads) if plan.kind else True
    )
    if plan.kind is not None and not plan.kind.optional and not repeated:
        return False
    if view.turned and not _is_told_by_heads(section):
        return False
    due = section.columns.figures
    return any(row.figures for row in lines) if due else bool(lines)


def _joined(view: View, sections: Sequence[Section]) -> list[tuple[Section, ...]]:
    """Join a section to the one before where it only goes on: on the next page or beside it."""
    groups: list[tuple[Section, ...]] = []
    for section in sections:
        if groups and _continues(view, groups[-1][-1], section):
            groups[-1] = (*groups[-1], section)
        else:
            groups.append((section,))
    return groups


def _continues(view: View, upper: Section, lower: Section) -> bool:
    """Tell whether one section goes on with another: same heads, no total, title or new start."""
    grouped = upper.closes_a_group and lower.closed
    if (upper.closed and not grouped) or not same_heads(
        upper.boxhead, lower.boxhead, but_names=grouped
    ):
        return False
    beside = upper.boxhead.beside(lower.boxhead)
    if beside:
        adjacent = lower.boxhead.first_column == upper.boxhead.last_column + 1
        level = lower.boxhead.last_row == upper.boxhead.last_row
        return adjacent and level and _first_number(lower) != 1
    between = range(upper.last_row + 1, lower.boxhead.first_row)
    texts = [
        text
        for row in between
        for column in range(1, view.columns + 1)
        if (text := view.text(row, column))
    ]
    if not all(is_page_mark(text) or _UNIT_LINE.search(text) for text in texts):
        return False
    if grouped:
        return True
    number = _first_number(lower)
    if number is not None:
        return number != 1
    return not between or lower.closed or bool(texts)


def _first_number(section: Section) -> int | None:
    """Give the running number of the first item; None without a column of such numbers."""
    column = section.columns.ordinal
    for row in section.rows:
        if column is not None and (row.kind is RowKind.ITEM or row.member):
            number = read_number(row.view.text(row.row, column))
            return number if isinstance(number, int) else None
    return None


def _score(sections: Sequence[Section]) -> float:
    first = sections[0]
    return first.boxhead.score + _KIND * bool(first.columns.more)
