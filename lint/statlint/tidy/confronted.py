"""From sums that are to be told to a form filled in by the few rows that they read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, replace
from statlint.finding import Nature, Origin
from statlint.form import (
    Arrangement,
    Block,
    Call,
    Comparison,
    Edit,
    EditKind,
    Form,
    Head,
    Line,
    Measure,
    Name,
    Operand,
    Operation,
    Scope,
    Span,
    TableForm,
    ValueKind,
    edit_text,
)
from statlint.grid import Grid
from statlint.table import FilledForm, FoundHead, FoundLine, Label, Part, Table
from statlint.tidy.listing import Listing
from statlint.tidy.stated import Stated
from statlint.tidy.sums import Sum, Sums, beside
from statlint.values import CellRange, CellRef, Text, column_letters

_TITLE = Text("由长表中数字推断的关系", "Relations inferred from the figures of a long list")
_SOURCE = Text("由 statlint 从表格本身推断", "Inferred by statlint from the tables themselves")
_NAME = Text("代码表合计", "total of a code list")
_VALUE = "value"
_SHORT = 2
"""Parts up to which a sum is written with plus signs."""

Rows = Mapping[tuple[int, int], int]
"""The row of the list of a series in a period."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sums of one period and figure column that share figures, the wrong ones first."""

    sums: tuple[Sum, ...]
    wrong: int
    rows: tuple[int, ...]


def groups_of(listing: Listing, sums: Sums) -> tuple[list[Group], Rows]:
    """Put wrong sums together with those that bear on the same figures, and with one another."""
    wrong = [one for one, _ in sums.wrong]
    others = beside(listing, sums, wrong)
    rows = listing.rows_at(
        (series, one.period) for one in (*wrong, *others) for series in (one.series, *one.parts)
    )
    trusted = [one for one in others if _is_trusted(listing, one, rows)]
    every = [*wrong, *trusted]
    found: defaultdict[int, list[Sum]] = defaultdict(list)
    for one, root in zip(every, _joined(every), strict=True):
        found[root].append(one)
    known = set(map(id, wrong))
    groups = []
    for members in found.values():
        failed = sum(id(one) in known for one in members)
        if failed:
            read = {
                rows[part, one.period]
                for one in members
                for part in (one.series, *one.parts)
                if (part, one.period) in rows
            }
            groups.append(Group(tuple(members), failed, tuple(sorted(read))))
    return groups, rows


def _is_trusted(listing: Listing, one: Sum, rows: Rows) -> bool:
    row = rows.get((one.series, one.period))
    parts = sum((part, one.period) in rows for part in one.parts)
    if row is None or not parts:
        return False
    if one.screen.stated is not None:
        return True
    return one.screen.is_exact(listing, row) or one.screen.is_rounded(listing, row)


def _joined(sums: Sequence[Sum]) -> list[int]:
    """Give those sums one number that share a figure."""
    roots = list(range(len(sums)))

    def root(at: int) -> int:
        while roots[at] != at:
            roots[at] = roots[roots[at]]
            at = roots[at]
        return at

    first: dict[tuple[int, int, int], int] = {}
    for at, one in enumerate(sums):
        for series in (one.series, *one.parts):
            other = first.setdefault((one.screen.figures, series, one.period), at)
            roots[root(at)] = root(other)
    return [root(at) for at in range(len(sums))]


def filled_form(
    listing: Listing, groups: Sequence[Group], rows: Rows, grid: Grid, stated: Stated | None = None
) -> FilledForm:
    """Make a form with a table for each group, its lines the rows of the list.

    It has the name of the form that states the list, if one does.
    """
    made = [
        _table(listing, group, rows, grid, key=f"rows_{number}", stated=stated)
        for number, group in enumerate(groups, 1)
    ]
    plans = tuple(table.plan for table in made)
    form = Form("", _TITLE, _SOURCE, "", plans)
    if stated is not None:
        form = replace(stated.form, tables=plans, sign_off=(), edits=(), earlier=())
    return FilledForm(form, tuple(made))


def _table(
    listing: Listing, group: Group, rows: Rows, grid: Grid, *, key: str, stated: Stated | None
) -> Table:
    first = group.sums[0]
    figures = listing.figures[first.screen.figures]
    shared = _shared(listing, group.rows)
    lines = [_line(listing, row, shared) for row in group.rows]
    head = _head(listing, first, group.rows[0], shared)
    block = Block(key, tuple(line.line for line in lines), (head.head,))
    is_stated = first.screen.stated is not None
    plan = TableForm(
        key,
        head.head.label,
        (block,),
        _measure(listing, group, stated),
        arrangement=Arrangement.TIDY if is_stated else Arrangement.AS_FOUND,
    )
    order = {row: at for at, row in enumerate(group.rows)}
    plan = replace(plan, edits=tuple(_edits(listing, group, rows, order)))
    column = figures.place + 1
    sheet_rows = [listing.lines.row(row) for row in group.rows]
    around = CellRange(CellRef(sheet_rows[0], 1), CellRef(sheet_rows[-1], column))
    return Table(plan, (Part(grid, block, around, tuple(lines), (head,)),))


def _shared(listing: Listing, rows: Sequence[int]) -> list[int]:
    """Give the key columns in which all rows are alike."""
    return [at for at, key in enumerate(listing.keys) if len({key.codes[row] for row in rows}) == 1]


def _line(listing: Listing, row: int, shared: Sequence[int]) -> FoundLine:
    label = listing.name(listing.series[row], without=shared)
    at = next((one for one in range(len(listing.keys)) if one not in shared), 0)
    number = listing.lines.row(row)
    cell = CellRef(number, listing.keys[at].place + 1)
    return FoundLine(Line(_key(row), Text(label, label)), Label(label, listing.sheet, cell), number)


def _key(row: int) -> str:
    return f"r{row}"


def _head(listing: Listing, first: Sum, row: int, shared: Sequence[int]) -> FoundHead:
    """Name the column by the period and the keys that all rows of a group share."""
    figures = listing.figures[first.screen.figures]
    codes = listing.codes_of(listing.series[row])
    words = [str(listing.moments[first.period])]
    words += [listing.label(at, codes[at]) for at in shared if len(listing.keys[at]) > 1]
    if len(listing.figures) > 1:
        words.append(figures.head)
    label = " · ".join(words)
    cell = CellRef(listing.shape.first, figures.place + 1)
    return FoundHead(
        Head(_VALUE, Text(label, label)), Label(label, listing.sheet, cell), figures.place + 1
    )


def _measure(listing: Listing, group: Group, stated: Stated | None) -> Measure:
    first = group.sums[0]
    if stated is not None and first.screen.stated is not None:
        return stated.measure_at(listing, first.screen.figures, group.rows[0])
    figures = listing.figures[first.screen.figures]
    signed = any(figures.values[row] < 0 for row in group.rows)
    whole = not any(figures.decimals[row] for row in group.rows)
    kinds = (
        (ValueKind.CHANGE if signed else ValueKind.COUNT)
        if whole
        else (ValueKind.SCORE if signed else ValueKind.AMOUNT)
    )
    exact = all(
        one.screen.is_exact(listing, row)
        for one in group.sums
        for row in group.rows
        if listing.series[row] == one.series
    )
    return Measure(kinds, unit=_unit(listing, group.rows), required=False, rounded=not exact)


def _unit(listing: Listing, rows: Sequence[int]) -> str | None:
    for one in listing.attributes:
        if one.is_unit:
            said = {one.column.texts[one.column.codes[row]] for row in rows}
            return said.pop() or None if len(said) == 1 else None
    return None


def _edits(listing: Listing, group: Group, rows: Rows, order: Mapping[int, int]) -> Iterator[Edit]:
    ids: Counter[str] = Counter()
    crossed = _crossed(group)
    for one in group.sums:
        total = rows[one.series, one.period]
        parts = sorted(
            order[rows[part, one.period]] for part in one.parts if (part, one.period) in rows
        )
        lines = list(order)
        condition = Comparison("=", _added([lines[part] for part in parts], order), _name(total))
        key = listing.keys[one.screen.key]
        stem = f"sum-{column_letters(key.place + 1)}-{key.texts[key.codes[total]]}"
        ids[stem] += 1
        is_stated = one.screen.stated is not None
        yield Edit(
            stem if ids[stem] == 1 else f"{stem}-{ids[stem]}",
            edit_text(condition),
            condition,
            EditKind.BALANCE,
            _NAME,
            scope=Scope.HEAD,
            nature=Nature.MANDATORY if total in crossed or is_stated else Nature.QUERY,
            origin=Origin.FORM if is_stated else Origin.INFERRED,
            basis=None if is_stated else _basis(one),
        )


def _crossed(group: Group) -> set[int]:
    """Give the totals that fail over two code lists by the same difference."""
    gaps = Counter(
        (gap.row, round(gap.gap, 6))
        for screen in {id(one.screen): one.screen for one in group.sums}.values()
        for gap in screen.gaps
        if gap.row in group.rows
    )
    return {row for (row, _), count in gaps.items() if count > 1}


def _name(row: int) -> Name:
    return Name((_key(row),))


def _added(rows: Sequence[int], order: Mapping[int, int]) -> Operand:
    """Add up rows; those that follow one another in the table are written as a range."""
    if len(rows) <= _SHORT:
        joined: Operand = _name(rows[0])
        for row in rows[1:]:
            joined = Operation("+", joined, _name(row))
        return joined
    runs: list[list[int]] = []
    for row in rows:
        if runs and order[row] == order[runs[-1][-1]] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    named: list[Operand | Span] = []
    for run in runs:
        if len(run) > _SHORT:
            named.append(Span(_name(run[0]), _name(run[-1])))
        else:
            named += map(_name, run)
    return Call("sum", tuple(named))


def _basis(one: Sum) -> Text:
    """Say in how many other places such sums hold."""
    held, stated = one.screen.held, one.screen.all
    if held >= stated - 1:
        return Text(f"在其余 {held} 处均成立", f"it holds in the other {held} places")
    return Text(f"{stated} 处中有 {held} 处成立", f"it holds in {held} of {stated} places")
