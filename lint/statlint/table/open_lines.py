"""From the rows of an open table to its lines: items in their groups, sub-totals, totals."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.form import Line, PrintedLine
from statlint.table.open_columns import Level, is_total
from statlint.table.open_kinds import spoken
from statlint.table.open_plan import OpenPlan
from statlint.table.open_rows import BodyRow, RowKind, is_first
from statlint.table.open_totals import Around, total_line
from statlint.table.open_wholes import Wholes
from statlint.values import Text, label_key

_IN_COLUMN = 100
"""The rank of groups that stand in a column of their own: below all headings."""


@dataclass(frozen=True, slots=True, eq=False)
class PlacedLine:
    """A line that is printed, the row it stands in, and the column of its label.

    `figures` is whether the row is its own: a group's name may stand beside its first item's.
    `group` is whether lines are put under it.
    """

    printed: PrintedLine
    at: BodyRow
    column: int | None
    figures: bool = True
    group: bool = False

    @property
    def text(self) -> str:
        """The label, as printed."""
        return "" if self.column is None else self.at.view.text(self.at.row, self.column)


@dataclass(slots=True)
class _Open:
    """A group that lines are being put under."""

    rank: int
    key: str
    line: Line
    name: str
    items: int = 0
    numbered: bool = False
    """Whether its lines are numbered and itself is not: one without a number is none of them."""
    closed: bool = False
    """Whether its sub-total has come: what follows is none of its."""


@dataclass(slots=True, eq=False)
class _Reader:
    """Reads rows one after the other, and keeps which groups are open."""

    plan: OpenPlan
    rows: Sequence[BodyRow]
    lines: list[PlacedLine] = field(default_factory=list)
    groups: list[_Open] = field(default_factory=list)
    begun: int = 0
    """How many outermost groups have begun since the last total."""
    number: dict[str, int] = field(default_factory=dict)
    wholes: Wholes = field(default_factory=Wholes)

    def read(self) -> None:
        for at, row in enumerate(self.rows):
            if row.kind is not RowKind.ITEM:
                self.wholes = Wholes()
            if row.kind is RowKind.HEADING:
                self._open(row, row.column, row.rank or 0, figures=row.figures)
            elif row.kind is RowKind.FIXED:
                self._enter_levels(row, row.columns.levels)
                self._fixed(at, row)
            elif row.kind is RowKind.ITEM:
                self._item(at, row)

    def _open(
        self, row: BodyRow, column: int | None, rank: int, *, figures: bool, of: Line | None = None
    ) -> None:
        """Begin a group; it closes those of its rank and below."""
        chain = row.columns.chain
        while self.groups and self.groups[-1].rank >= rank:
            self.groups.pop()
        if not self.groups:
            self.begun += 1
        line = of or chain[min(len(self.groups), len(chain) - 2)]
        key = self._key(line) if line.repeat else line.key
        placed = replace(self._place(line, key, row, column, figures=figures), group=True)
        self.lines[-1] = placed
        self.groups.append(_Open(rank, key, line, label_key(placed.text)))

    def _place(
        self, line: Line, key: str, row: BodyRow, column: int | None, *, figures: bool = True
    ) -> PlacedLine:
        text = spoken(row.view.text(row.row, column)) if column is not None else ""
        under = self.groups[-1].key if self.groups else None
        own = replace(
            line,
            key=key,
            label=Text(text, text) if text and line.repeat else line.label,
            of=line.key if key != line.key else line.of,
            under=under,
        )
        placed = PlacedLine(PrintedLine(line.key, own, under), row, column, figures)
        self.lines.append(placed)
        return placed

    def _key(self, line: Line) -> str:
        self.number[line.key] = self.number.get(line.key, 0) + 1
        return f"{line.key}#{self.number[line.key]}"

    def _enter_levels(self, row: BodyRow, levels: Sequence[Level]) -> None:
        """Begin the groups whose names stand in columns of their own, where they change."""
        for depth, level in enumerate(levels[:-1]):
            shown = row.view.text(row.row, level.column)
            text = label_key(shown)
            rank = _IN_COLUMN + depth
            current = next((group for group in self.groups if group.rank == rank), None)
            same = current is not None and text == current.name
            if level.line is None or not text or same or level.column == row.column:
                continue
            named = self._named_group(shown)
            if named is not None or not is_total(shown):
                self._open(row, level.column, rank, figures=False, of=named or level.line)

    def _named_group(self, text: str) -> Line | None:
        """Give the line of the form that a group's name is, where lines repeat under it."""
        lines = (self.plan.block.lines[index] for index in self.plan.line_words.same(text))
        return next((line for line in lines if self.plan.under(line) is not None), None)

    def _item(self, at: int, row: BodyRow) -> None:
        levels = row.columns.levels
        name = levels[-1].column
        if row.column is None or row.column == name:
            self._enter_levels(row, levels[: _depth(row) + 1])
        if self._names_group(at, row):
            self._open(row, row.column, self._group_rank(row), figures=row.figures, of=_line(row))
            self.groups[-1].numbered = len(levels) == 1 and row.rank is None
            return
        if not row.figures and row.column is not None and row.column != name:
            return
        if len(levels) == 1:
            # A line numbered as the headings are is none of theirs.
            while self.groups and _stands_apart(row, self.groups[-1]):
                self.groups.pop()
        if row.column is not None and len(levels) > 1 and _depth(row) < len(levels) - 1:
            rank = self._group_rank(row)
            while self.groups and self.groups[-1].rank >= rank:
                self.groups.pop()
        self._leave_closed()
        item = self._item_here(row)
        key = self._key(item)
        self._place(item, key, row, row.column)
        following = self._following(at)
        whole = self.wholes.whole_of(row, key, following)
        if whole is not None:
            self.lines[-1] = _under(self.lines[-1], whole)
        self._count()

    def _item_here(self, row: BodyRow) -> Line:
        """Give the line that repeats in the group at hand."""
        named = next((one.line for one in reversed(self.groups) if not one.line.repeat), None)
        return (self.plan.under(named) if named else None) or row.columns.chain[-1]

    def _leave_closed(self) -> None:
        while self.groups and self.groups[-1].closed:
            self.groups.pop()

    def _count(self) -> None:
        for group in self.groups:
            group.items += 1

    def _group_rank(self, row: BodyRow) -> int:
        return _IN_COLUMN + _depth(row) if len(row.columns.levels) > 1 else row.rank or 0

    def _names_group(self, at: int, row: BodyRow) -> bool:
        """Tell whether a line is the group of those that follow it."""
        if len(row.columns.chain) == 1 or row.column is None:
            return False
        following = self._following(at)
        if following is None:
            return False
        levels = row.columns.levels
        if len(levels) == 1:
            if row.rank is None:
                return row.figures and following.rank is not None and is_first(following.text)
            return (following.rank or 0) > row.rank
        depth, last = _depth(row), len(levels) - 1
        if depth == last or _depth(following) != last:
            return False
        text = following.view.text(following.row, levels[depth].column)
        return not text or label_key(text) == label_key(row.text)

    def _fixed(self, at: int, row: BodyRow) -> None:
        inside = self.groups[-1].items if self.groups else self._loose()
        around = Around(self.rows[at + 1 :], inside, self.begun, grouped=bool(self.groups))
        line = total_line(self.plan, row, around)
        if row.columns.has_own(line):
            self._place_in_group(line, row)
            return
        if line.under is None and line.of is None:
            self.groups.clear()
        if self.plan.under(line) is not None and self._heads_group(at, row):
            self._open(row, row.column, self._group_rank(row), figures=row.figures, of=line)
            return
        if line.of is None:
            self.begun = 0
            self.lines = [one for one in self.lines if one.printed.line.key != line.key]
        else:
            self._count()
        self._place(line, line.key, row, row.column)

    def _following(self, at: int) -> BodyRow | None:
        """Give the row after one where it is an item."""
        following = self.rows[at + 1] if at + 1 < len(self.rows) else None
        return following if following and following.kind is RowKind.ITEM else None

    def _heads_group(self, at: int, row: BodyRow) -> bool:
        """Tell whether lines follow that belong to a line which the form names."""
        if self._following(at) is None:
            return False
        return not row.figures or self._names_group(at, row)

    def _loose(self) -> int:
        return sum(one.printed.under is None for one in self.lines)

    def _place_in_group(self, line: Line, row: BodyRow) -> None:
        """Put a sub-total under its group; one that is not named begins after the last."""
        if not self.groups:
            self._group_without_name(row)
        group = self.groups[-1]
        self._place(line, self._key(line), row, row.column)
        self.begun = 0
        group.closed = bool(group.items) and group.rank < _IN_COLUMN

    def _group_without_name(self, row: BodyRow) -> None:
        """Make a group of the lines since the last sub-total that stand under none."""
        line = row.columns.chain[-2]
        key = self._key(line)
        own = replace(line, key=key, of=line.key, label=line.label, under=None)
        start = len(self.lines)
        while start and self.lines[start - 1].printed.under is None and self._is_item(start - 1):
            start -= 1
        loose = [_under(one, key) for one in self.lines[start:]]
        group = PlacedLine(PrintedLine(line.key, own), row, row.column, figures=False, group=True)
        self.lines[start:] = [group, *loose]
        self.groups.append(_Open(0, key, line, "", len(loose)))

    def _is_item(self, at: int) -> bool:
        printed = self.lines[at].printed
        return self.plan.chain[-1].key in {printed.of, printed.line.of}


def _under(placed: PlacedLine, key: str) -> PlacedLine:
    printed = placed.printed
    own = replace(printed, line=replace(printed.line, under=key), under=key)
    return replace(placed, printed=own)


def _stands_apart(row: BodyRow, group: _Open) -> bool:
    """Tell by its number whether a line is none of a group's."""
    if row.rank is None:
        return group.numbered
    return bool(row.rank) and row.rank <= group.rank


def _depth(row: BodyRow) -> int:
    """Tell for which level a row's name is; one merged over several is for the outermost."""
    view, columns = row.view, [level.column for level in row.columns.levels]
    if row.column not in columns:
        return len(columns) - 1
    anchor = view.anchor(row.row, row.column)
    return next(
        depth for depth, column in enumerate(columns) if view.anchor(row.row, column) == anchor
    )


def _line(row: BodyRow) -> Line | None:
    """Give the line that the column of a row's name is for, where it is a group's."""
    levels = row.columns.levels
    return levels[_depth(row)].line if len(levels) > 1 else None


def lines_of(plan: OpenPlan, rows: Sequence[BodyRow]) -> tuple[PlacedLine, ...]:
    """Give every line that is printed; a heading with nothing under it is none of the table."""
    reader = _Reader(plan, [row for row in rows if row.kind is not RowKind.WORDS])
    reader.read()
    lines = reader.lines
    used = {one.printed.under for one in lines}
    while True:
        kept = [
            one
            for one in lines
            if one.at.kind is not RowKind.HEADING or one.printed.line.key in used
        ]
        used = {one.printed.under for one in kept}
        if len(kept) == len(lines):
            return tuple(lines)
        lines = kept
