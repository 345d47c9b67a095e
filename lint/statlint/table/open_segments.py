"""Tables that stand side by side: the columns of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statlint.dataclass import dataclass
from statlint.table.leaves import Leaf
from statlint.table.open_plan import OpenPlan
from statlint.table.view import View


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """The heads of some columns that follow one another, and the last of these columns."""

    leaves: tuple[Leaf, ...]
    last_column: int


def segments_of(
    view: View, rows: range, leaves: Sequence[Leaf], plan: OpenPlan
) -> Iterator[Segment]:
    """Cut the columns where one is blank, and where the heads of a table begin once more."""
    for run in _runs(view, rows, leaves):
        panels = _panels(run.leaves, plan)
        if len(panels) > 1 and all(_complete(panel, plan) for panel in panels):
            ends = [panel[0].column - 1 for panel in panels[1:]] + [run.last_column]
            yield from (Segment(tuple(one), end) for one, end in zip(panels, ends, strict=True))
        else:
            yield run


def _runs(view: View, rows: range, leaves: Sequence[Leaf]) -> Iterator[Segment]:
    """Give the runs of columns that show something."""
    by_column = {leaf.column: leaf for leaf in leaves}
    run: list[Leaf] = []
    for column in range(1, view.columns + 2):
        leaf = by_column.get(column)
        headed = column <= view.columns and (leaf is None or leaf.text)
        if headed or any(_shows(view, row, column) for row in rows):
            if column in by_column:
                run.append(by_column[column])
        elif run:
            yield Segment(tuple(run), column - 1)
            run = []


def _shows(view: View, row: int, column: int) -> bool:
    """Tell whether a cell shows a text of its own; a note merged over two tables joins neither."""
    anchor = view.anchor(row, column)
    wide = anchor[1] != column or view.anchor(row, column + 1) == anchor
    return bool(view.text(row, column)) and not wide


def _panels(leaves: Sequence[Leaf], plan: OpenPlan) -> list[list[Leaf]]:
    """Begin a panel where the first head that the form knows is printed again."""
    known = [plan.head_words.like(leaf.text)[0] if leaf.text else () for leaf in leaves]
    first = next((at for at, heads in enumerate(known) if heads), None)
    if first is None:
        return [list(leaves)]
    before = [leaf.text for leaf in leaves[:first]]
    starts = [
        at - (first if [leaf.text for leaf in leaves[at - first : at]] == before else 0)
        for at, heads in enumerate(known)
        if at > first and heads == known[first]
    ]
    bounds = [0, *starts, len(leaves)]
    return [list(leaves[start:end]) for start, end in pairwise(bounds)]


def _complete(leaves: Sequence[Leaf], plan: OpenPlan) -> bool:
    return plan.complete({head for leaf in leaves for head in plan.head_words.like(leaf.text)[0]})
