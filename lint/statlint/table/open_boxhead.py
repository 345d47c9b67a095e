"""Where the heads of an open table are printed, in whatever order, and over which columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass, field
from statlint.pattern import pattern_of
from statlint.table.leaves import Leaf
from statlint.table.open_assign import assigned
from statlint.table.open_plan import OpenPlan
from statlint.table.open_segments import segments_of
from statlint.table.view import View
from statlint.values import Figure, label_key

_DEEPEST = 4
_ROWS_LOOKED_AT = 8
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR = pattern_of(r"(?:19|20)\d\d(?:年度?)?")
_ASIDE = pattern_of(r"[:：]|^第?\d+页|^(?:19|20)\d\d年")
"""What stands over a boxhead and is none: 单位：件, 填报日期：…, a date."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenBoxhead:
    """A boxhead that was found: its rows, the columns it reaches over and each head's column."""

    plan: OpenPlan
    first_row: int
    last_row: int
    leaves: tuple[Leaf, ...]
    """The lowest head of each column; of a merged head only its first column's."""
    last_column: int
    columns: Mapping[int, int]
    score: float
    above: Mapping[int, frozenset[str]] = field(repr=False)
    """The spanners over each column, those that are over all columns left out."""

    @property
    def first_column(self) -> int:
        """The leftmost column."""
        return self.leaves[0].column

    def names(self, column: int) -> bool:
        """Tell whether a column has a head that names lines."""
        return any(
            at == column and self.plan.heads[head].names for head, at in self.columns.items()
        )

    def beside(self, other: OpenBoxhead) -> bool:
        """Tell whether another boxhead reaches over none of its columns."""
        return self.last_column < other.first_column or other.last_column < self.first_column

    def apart(self, other: OpenBoxhead) -> bool:
        """Tell whether another boxhead shares none of its cells."""
        return (
            self.last_row < other.first_row or other.last_row < self.first_row or self.beside(other)
        )


def find_open_boxheads(view: View, plan: OpenPlan) -> list[OpenBoxhead]:
    """Find every place of a view where all needed heads of an open table are printed."""
    heads_of = _heads_of_rows(view, plan)
    found = [
        boxhead
        for row in sorted(heads_of)
        for height in range(1, min(_DEEPEST, row) + 1)
        if plan.complete(
            {head for at in range(row - height + 1, row + 1) for head in heads_of.get(at, ())}
        )
        for boxhead in _grown(view, plan, (row - height + 1, row))
    ]
    return _best(found)


def _heads_of_rows(view: View, plan: OpenPlan) -> dict[int, set[int]]:
    rows: dict[int, set[int]] = {}
    for text, shown in view.rows_of.items():
        heads, _ = plan.head_words.like(text)
        for row in shown if heads else ():
            if not _is_figures(view, row):
                rows.setdefault(row, set()).update(heads)
    there = {head for heads in rows.values() for head in heads}
    return rows if plan.complete(there) else {}


def _best(found: Sequence[OpenBoxhead]) -> list[OpenBoxhead]:
    """Of boxheads that share cells keep the best; of equals the smallest, then the upper one."""
    kept: list[OpenBoxhead] = []
    for boxhead in sorted(
        found, key=lambda one: (-one.score, one.last_row - one.first_row, one.last_row)
    ):
        if all(boxhead.apart(other) for other in kept):
            kept.append(boxhead)
    return sorted(kept, key=lambda one: (one.first_row, one.first_column))


def _grown(view: View, plan: OpenPlan, rows: tuple[int, int]) -> Iterator[OpenBoxhead]:
    """Give the boxheads of some rows, with spanners above and heads of spanned columns below."""
    for boxhead in _boxheads_in(view, plan, rows):
        first, last = boxhead.first_row, boxhead.last_row
        while first > 1 and last - first < _DEEPEST - 1 and _spans(view, boxhead, first - 1):
            first -= 1
        while last - first < _DEEPEST - 1 and _goes_on(view, boxhead, last + 1):
            last += 1
        grown = [
            one
            for one in _boxheads_in(view, plan, (first, last))
            if not one.beside(boxhead) and one.score >= boxhead.score
        ]
        yield max(grown, key=lambda one: one.score, default=boxhead)


def _boxheads_in(view: View, plan: OpenPlan, rows: tuple[int, int]) -> Iterator[OpenBoxhead]:
    rows_with_body = range(rows[0], min(view.rows, rows[1] + _ROWS_LOOKED_AT) + 1)
    leaves = _headed(view, rows, view.leaves(*rows))
    for segment in segments_of(view, rows_with_body, leaves, plan):
        columns, score = assigned(view, plan, segment.leaves, rows[1])
        if plan.complete(columns):
            yield OpenBoxhead(
                plan,
                rows[0],
                rows[1],
                segment.leaves,
                segment.last_column,
                columns,
                score,
                _own_spanners(segment.leaves),
            )


def _headed(view: View, rows: tuple[int, int], leaves: Sequence[Leaf]) -> list[Leaf]:
    """Leave the title out: the text of a row that shows one text and no more is no head."""
    titles = {row for row in range(rows[0], rows[1]) if _is_title(view, row)}
    return [
        Leaf(leaf.column, rows[1], "", frozenset()) if leaf.row in titles else leaf
        for leaf in leaves
    ]


def _is_title(view: View, row: int) -> bool:
    shown = {view.anchor(row, column): view.text(row, column) for column in _shown(view, row)}
    if len(set(shown.values())) != 1:
        return not shown
    return min(column for _, column in shown) == _first_column(view)


def _is_figures(view: View, row: int) -> bool:
    """Tell whether a row shows mostly figures, other than years or those of a count: 1, 2, 3."""
    shown = _shown(view, row)
    readings = [view.reading(row, column) for column in shown]
    values = [one.value for one in readings if isinstance(one, Figure)]
    counted = all(later == earlier + 1 for earlier, later in pairwise(values))
    years = all(_FIRST_YEAR <= value <= _LAST_YEAR for value in values)
    return 2 * len(values) > len(shown) and not counted and not years


def _first_column(view: View) -> int:
    return min((column for _, column in view.texts), default=1)


def _shown(view: View, row: int) -> list[int]:
    return [column for column in range(1, view.columns + 1) if view.text(row, column)]


def _own_spanners(leaves: Sequence[Leaf]) -> dict[int, frozenset[str]]:
    shared = frozenset.intersection(*(leaf.above for leaf in leaves)) if leaves else frozenset()
    return {leaf.column: leaf.above - shared for leaf in leaves}


def _spans(view: View, boxhead: OpenBoxhead, row: int) -> bool:
    """Tell whether the row above a boxhead holds spanners: short texts, not the title alone."""
    columns = range(boxhead.first_column, boxhead.last_column + 1)
    shown = {view.anchor(row, column): view.text(row, column) for column in columns}
    texts = [text for text in shown.values() if text]
    if not texts or any(view.has_figure(row, column) for column in columns):
        return False
    if any(_ASIDE.search(text) for text in texts) or _is_title(view, row):
        return False
    return len(texts) > 1 or not view.text(row, boxhead.first_column)


def _goes_on(view: View, boxhead: OpenBoxhead, row: int) -> bool:
    """Tell whether a row below holds the heads of columns that a head above spans.

    Under the heads that were found there is nothing, or the same merged cell.
    """
    known = set(boxhead.columns.values())
    below = 0
    for column in range(boxhead.first_column, boxhead.last_column + 1):
        text = view.text(row, column)
        if not text or view.anchor(row, column)[0] < row:
            continue
        if column in known or not _under_spanner(view, row - 1, column):
            return False
        if view.has_figure(row, column) and not _YEAR.fullmatch(text):
            return False
        below += 1
    return below > 1


def _under_spanner(view: View, row: int, column: int) -> bool:
    """Tell whether the head over a column is one that spans several, its merge lost or not."""
    own = view.text(row, column)
    if not own:
        return True
    beside = {view.text(row, column - 1), view.text(row, column + 1)}
    return own in beside or not view.text(row, column + 1)


def same_heads(one: OpenBoxhead, other: OpenBoxhead, *, but_names: bool = False) -> bool:
    """Tell whether two boxheads print the same heads in the same order.

    `but_names`: the heads over the names of lines may read otherwise, 部门 and 乡镇.
    """
    if len(one.leaves) != len(other.leaves):
        return False
    return all(
        label_key(mine.text) == label_key(its.text)
        or (but_names and one.names(mine.column) and other.names(its.column))
        for mine, its in zip(one.leaves, other.leaves, strict=True)
    )


def barriers_of(boxhead: OpenBoxhead, others: Collection[OpenBoxhead]) -> int | None:
    """Give the row where another boxhead over some of the same columns begins below."""
    return min(
        (
            other.first_row
            for other in others
            if other.first_row > boxhead.last_row and not other.beside(boxhead)
        ),
        default=None,
    )
