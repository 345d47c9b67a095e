"""What each column of an open table holds: names, words, figures of a known or of a new head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.form import Format, Head, Line, Measure, ValueKind
from statlint.pattern import pattern_of
from statlint.table.leaves import Leaf
from statlint.table.open_boxhead import OpenBoxhead
from statlint.table.open_plan import OpenPlan
from statlint.table.view import View
from statlint.values import Flaw, Mark, Unreadable, label_key

_MOST_ROWS = 200
"""Rows that are looked at to tell what a column holds."""
_SEVERAL = 2
_CODES = pattern_of(
    r"序号|编号|行次|代码|电话|日期|年份|年度$|页码|时间|文号|邮编|名次|排名|位次|排序|^no$|^rank$"
)
_MEANS = pattern_of(r"[人户件]均|平均|均值|每[^,。]{1,4}$|单价|系数|指数|密度")
_NUMBERS = frozenset({"序号", "编号", "no"})
_TOTALS = pattern_of(r"^(?:小计|合计|总计|共计|总数|总和|subtotal|total)$")


@dataclass(frozen=True, slots=True)
class Level:
    """A column of names, and the line that they name; None where the form has no such group."""

    column: int
    line: Line | None


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of an open table; `levels` go from the outermost group to the item.

    `heads` are the heads of the form that are printed, by column; `more` are columns of figures
    under a head that repeats; `doubles` print a head again, between the names of two levels.
    """

    boxhead: OpenBoxhead
    levels: tuple[Level, ...]
    heads: dict[int, Head]
    more: tuple[Leaf, ...]
    doubles: tuple[tuple[int, Head], ...]
    ordinal: int | None

    @property
    def chain(self) -> tuple[Line, ...]:
        """The lines that repeat in this table, from the outermost group to the item."""
        chain = self.boxhead.plan.chain
        item = self.levels[-1].line if self.levels else None
        return chain[: chain.index(item) + 1] if item in chain else chain

    def has_own(self, line: Line) -> bool:
        """Tell whether each group has such a line for itself: a sub-total, a mean of its own."""
        groups = {one.key for one in self.chain[:-1]}
        return line.under in groups and not line.repeat and line.of is None

    @property
    def figures(self) -> tuple[int, ...]:
        """The columns whose cells hold figures."""
        plan = self.boxhead.plan
        known = (column for column, head in self.heads.items() if holds(plan, head))
        return tuple(sorted((*known, *(leaf.column for leaf in self.more))))

    @property
    def stub(self) -> range:
        """The columns that may hold the label of a line: those left of the figures, or a name."""
        names = [level.column for level in self.levels]
        last = max([*names, min(self.figures, default=1) - 1])
        return range(self.boxhead.first_column, last + 1)


def holds(plan: OpenPlan, head: Head) -> bool:
    """Tell whether the cells under a head hold figures."""
    return head.names is None and measure_under(plan, head).kind is not ValueKind.TEXT


def _asks_for_words(plan: OpenPlan, head: Head) -> bool:
    """Tell whether a head asks for a reason or a remark: that all are missing is to be seen."""
    measure = measure_under(plan, head)
    return measure.kind is ValueKind.TEXT and not (head.names or measure.format)


def measure_under(plan: OpenPlan, head: Head) -> Measure:
    """Give what a head's cells hold, as the head or else the table says."""
    return head.measure or plan.table.measure


def columns_of(view: View, boxhead: OpenBoxhead, end: int) -> Columns | None:
    """Tell what the columns under a boxhead hold; None where no column names the lines."""
    plan = boxhead.plan
    rows = range(boxhead.last_row + 1, min(end, boxhead.last_row + 1 + _MOST_ROWS))
    by_column = dict(_heads_read(view, boxhead, rows))
    heads = {
        column: head
        for column, head in by_column.items()
        if not head.optional
        or _asks_for_words(plan, head)
        or any(view.text(row, column) for row in rows)
    }
    more = tuple(_more(view, boxhead, heads, rows))
    levels = _levels(view, boxhead, heads, rows)
    if not levels and plan.chain:
        levels = _unheaded(view, boxhead, (*heads, *(leaf.column for leaf in more)), rows)
    if plan.chain and not levels:
        return None
    taken = {level.column for level in levels}
    names = max(taken, default=0)
    doubles = tuple(
        (leaf.column, head)
        for leaf in boxhead.leaves
        if leaf.column not in heads and leaf.column < names
        for head in _again(plan, leaf, heads)
    )
    doubled = {column for column, _ in doubles} | taken
    more = tuple(leaf for leaf in more if leaf.column not in doubled)
    return Columns(boxhead, levels, heads, more, doubles, _ordinal(boxhead, heads))


def _heads_read(view: View, boxhead: OpenBoxhead, rows: range) -> Iterator[tuple[int, Head]]:
    """Go through the columns of known heads, without the heads for figures over words alone.

    Such a head names the next level of lines (一级事项 over the names of items, not their number)
    where the form has one that is not printed.
    """
    plan = boxhead.plan
    printed = {column: plan.heads[head] for head, column in boxhead.columns.items()}
    depth = {line.key: at for at, line in enumerate(plan.chain)}
    last = max((depth.get(head.names or "", -1) for head in printed.values()), default=-1)
    deeper = [head for head in plan.heads if depth.get(head.names or "", -1) > last >= 0]
    for column, head in printed.items():
        if not (
            head.optional and holds(plan, head) and _holds_words_alone(view, boxhead, column, rows)
        ):
            yield column, head
        elif deeper:
            yield column, deeper.pop(0)


def _holds_words_alone(view: View, boxhead: OpenBoxhead, column: int, rows: range) -> bool:
    """Tell whether a column holds words and not one figure: a single word tells beside blanks.

    A note that is merged over the table, or written again in each cell, tells nothing of it.
    """
    if any(view.has_figure(row, column) for row in rows):
        return False
    words = {
        reading.text
        for row in rows
        if view.anchor(row, column)[1] == column
        and view.text(row, column) != view.text(row, column - 1)
        and isinstance(reading := view.reading(row, column), Unreadable)
        and reading.flaw is Flaw.TEXT
    }
    names = boxhead.columns.values()
    blank = (
        not view.text(row, column) and any(view.text(row, one) for one in names) for row in rows
    )
    return len(words) >= _SEVERAL or (bool(words) and any(blank))


def _levels(
    view: View, boxhead: OpenBoxhead, heads: dict[int, Head], rows: range
) -> tuple[Level, ...]:
    """Order the columns of names by depth; the deepest that is printed names the items."""
    plan = boxhead.plan
    depth = {line.key: at for at, line in enumerate(plan.chain)}
    named = sorted(
        (depth[head.names], column)
        for column, head in heads.items()
        if head.names is not None and head.names in depth
    )
    levels: list[Level] = []
    for at, (own, column) in enumerate(named):
        spread = [column, *_spread(view, boxhead, column, heads, rows)]
        deepest = at == len(named) - 1 and not plan.chain[-1].optional
        line = plan.chain[-1] if deepest else plan.chain[own]
        above = plan.chain[plan.chain.index(line) - 1] if line is not plan.chain[0] else None
        levels += [Level(one, above if one != spread[-1] else line) for one in spread]
    return tuple(levels)


def _spread(
    view: View, boxhead: OpenBoxhead, column: int, heads: dict[int, Head], rows: range
) -> Iterator[int]:
    """Go through the further columns that one head of names is printed over, or again over.

    It is printed again for a further level (二级指标, 三级指标) where the names before it are for
    several rows each.
    """
    headed = {leaf.column: leaf.text for leaf in boxhead.leaves if leaf.text}
    known = boxhead.plan.head_words
    for one in range(column + 1, boxhead.last_column + 1):
        if one in heads or not _holds_words(view, one, rows):
            return
        if one in headed and (
            known.like(headed[one])[0] != known.like(headed[column])[0]
            or not _has_fewer_names(view, column, one, rows)
        ):
            return
        yield one


def _has_fewer_names(view: View, one: int, other: int, rows: range) -> bool:
    counts = [
        len({view.anchor(row, column) for row in rows if view.text(row, column)})
        for column in (one, other)
    ]
    return counts[0] < counts[1]


def _unheaded(
    view: View, boxhead: OpenBoxhead, known: Sequence[int], rows: range
) -> tuple[Level, ...]:
    """Find the column of names where no head says so: the last with words left of the figures."""
    plan = boxhead.plan
    if any(head.names and not head.optional for head in plan.heads):
        return ()
    first = min(known, default=boxhead.first_column)
    for column in range(first - 1, max(0, boxhead.first_column - 2), -1):
        if _holds_words(view, column, rows):
            return (Level(column, plan.chain[-1]),)
    return ()


def _holds_words(view: View, column: int, rows: range) -> bool:
    shown = [row for row in rows if view.text(row, column)]
    own = [row for row in shown if view.anchor(row, column)[1] == column]
    return any(not view.has_figure(row, column) for row in own)


def holds_figures(view: View, column: int, rows: range) -> bool:
    """Tell whether a column holds figures, hardly any words among them."""
    shown = [row for row in rows if view.text(row, column)]
    figures = sum(view.has_figure(row, column) for row in shown)
    marks = sum(isinstance(view.reading(row, column), Mark) for row in shown)
    return figures > 0 and len(shown) - marks <= 2 * figures


def _more(view: View, boxhead: OpenBoxhead, heads: dict[int, Head], rows: range) -> Iterator[Leaf]:
    """Go through the columns of figures whose head the form does not name."""
    inside = range(min(heads, default=1), max(heads, default=0))
    for leaf in boxhead.leaves:
        if leaf.column in boxhead.columns.values() or counts_nothing(leaf.text):
            continue
        if (leaf.text or leaf.column in inside) and holds_figures(view, leaf.column, rows):
            yield leaf


def counts_nothing(text: str) -> bool:
    """Tell whether a head is over numbers that are no figures, or that cannot be added up."""
    key = label_key(text)
    return _CODES.search(key) is not None or _MEANS.search(key) is not None


def is_total(text: str) -> bool:
    """Tell whether a label is that of a total and nothing more."""
    return _TOTALS.match(label_key(text)) is not None


def _again(plan: OpenPlan, leaf: Leaf, heads: dict[int, Head]) -> Iterator[Head]:
    like, _ = plan.head_words.like(leaf.text) if leaf.text else ((), 0.0)
    for head in like:
        if plan.heads[head] in heads.values() and holds(plan, plan.heads[head]):
            yield plan.heads[head]
            return


def _ordinal(boxhead: OpenBoxhead, heads: dict[int, Head]) -> int | None:
    for column, head in heads.items():
        if head.measure is not None and head.measure.format is Format.ORDINAL:
            return column
    return next((leaf.column for leaf in boxhead.leaves if label_key(leaf.text) in _NUMBERS), None)
