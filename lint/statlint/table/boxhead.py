"""Where the heads of a block are printed, and which column stands under which head."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from statlint.form import Block, Head, ValueKind
from statlint.table.align import align
from statlint.table.leaves import Leaf
from statlint.table.likeness import Likeness
from statlint.table.view import View
from statlint.values import label_key

_DEEPEST = 4
"""Rows of heads that a boxhead has at most (the official ones have three)."""
_SURE = 0.7
_SPANNER = 0.15
_UNNAMED = 0.2
_ENOUGH = 0.5
_MOST_PANELS = 4
_FOLD_SIGNS = frozenset("-–—/_|\\>→·()（）")
_FOLDS = re.compile(r"\s*[-–—/_|\\>→·()（）]+\s*")
_Scored: TypeAlias = "tuple[Leaf, dict[int, float]]"
"""A column under some rows, and how well its text fits each head that it may be."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadPlan:
    """The heads of a block ready for the search: how they and their spanners are worded."""

    block: Block
    heads: tuple[Head, ...]
    likeness: Likeness
    spanners: tuple[frozenset[str], ...]
    figures: frozenset[int]
    """The heads (by index) whose columns hold figures; a column of units is not asked for."""
    worded: bool = False
    """Whether every head has a letter in all its wordings."""

    @property
    def fewest(self) -> float:
        """How many heads over figures must be named: half of them, and two where there are two."""
        return max(_ENOUGH * len(self.figures), min(2, len(self.figures)))

    @classmethod
    def of(cls, block: Block, heads: Sequence[Head]) -> HeadPlan:
        """Prepare the heads of a block."""
        spanners = Likeness.of([head.above for head in heads])
        likeness = Likeness.of([(head.label.zh, head.label.en, *head.aliases) for head in heads])
        return cls(
            block,
            tuple(heads),
            likeness,
            tuple(frozenset(keys) for keys in spanners.wanted),
            frozenset(
                index
                for index, head in enumerate(heads)
                if head.measure is None or head.measure.kind is not ValueKind.TEXT
            ),
            likeness.worded,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Boxhead:
    """A boxhead that was found: its rows, and the column of each head (by its index)."""

    plan: HeadPlan
    first_row: int
    last_row: int
    columns: Mapping[int, int]
    score: float
    misplaced: frozenset[int] = frozenset()
    """Heads (by index) that are printed in another order than the form's."""

    @property
    def first_column(self) -> int:
        """The leftmost column that stands under one of the heads."""
        return min(self.columns.values())

    @property
    def last_column(self) -> int:
        """The rightmost column that stands under one of the heads."""
        return max(self.columns.values())

    def beside(self, other: Boxhead) -> bool:
        """Tell whether another boxhead in the same rows uses none of its columns."""
        return not set(self.columns.values()) & set(other.columns.values())


def find_boxheads(view: View, plan: HeadPlan) -> list[Boxhead]:
    """Find every place of a view where at least half of a block's heads are printed."""
    found: list[Boxhead] = []
    heads_of = _heads_of_rows(view, plan)
    for row in sorted(heads_of):
        taken: set[int] = set()
        spans = [(row - height + 1, row) for height in range(1, min(_DEEPEST, row) + 1)]
        printed = {
            span: _scored(view, plan, span) for span in spans if _enough(heads_of, plan, *span)
        }
        # A narrow table is often printed in two panels side by side, the heads over each.
        for _ in range(_MOST_PANELS):
            candidates = [
                boxhead
                for span, scored in printed.items()
                if (boxhead := _boxhead_at(view, plan, span, _not_taken(scored, taken)))
            ]
            if not candidates:
                break
            best = max(candidates, key=lambda boxhead: (boxhead.score, boxhead.first_row))
            found.append(best)
            taken.update(best.columns.values())
    return _best_of_neighbours(found)


def _heads_of_rows(view: View, plan: HeadPlan) -> dict[int, set[int]]:
    """Give the heads that each row may print, rows without any left out."""
    rows: dict[int, set[int]] = {}
    # A figure is like no label with letters: most texts of a large sheet need no look.
    texts = view.worded if plan.worded else view.rows_of
    for text, shown in texts.items():
        likely = {head for head, score in _scores_of(text, plan).items() if score >= _SURE}
        for row in shown if likely else ():
            rows.setdefault(row, set()).update(likely)
    return rows


def _enough(heads_of: Mapping[int, set[int]], plan: HeadPlan, first: int, last: int) -> bool:
    """Tell whether some rows together print enough heads: spares most of the reckoning."""
    heads = {head for row in range(first, last + 1) for head in heads_of.get(row, ())}
    return len(heads & plan.figures) >= plan.fewest


def _best_of_neighbours(found: Sequence[Boxhead]) -> list[Boxhead]:
    """Of boxheads that share cells keep the best; of equals the one that ends lowest."""
    kept: list[Boxhead] = []
    for boxhead in sorted(found, key=lambda one: (-one.score, -one.last_row)):
        if all(
            boxhead.last_row < other.first_row
            or other.last_row < boxhead.first_row
            or boxhead.beside(other)
            for other in kept
        ):
            kept.append(boxhead)
    return sorted(kept, key=lambda one: one.first_row)


def _scored(view: View, plan: HeadPlan, rows: tuple[int, int]) -> list[_Scored]:
    """Say of each column under some rows which heads it may be."""
    return [(leaf, _scores(leaf, plan)) for leaf in view.leaves(*rows)]


def _not_taken(scored: Sequence[_Scored], taken: Collection[int]) -> list[_Scored]:
    return [one for one in scored if one[0].column not in taken]


def _may_name_enough(scores: Sequence[Mapping[int, float]], plan: HeadPlan) -> bool:
    """Tell whether so many heads can be printed in any order: spares most of the aligning."""
    sure = {head for found in scores for head, score in found.items() if score >= _SURE}
    return len(sure & plan.figures) >= plan.fewest


def _boxhead_at(
    view: View, plan: HeadPlan, rows: tuple[int, int], scored: Sequence[_Scored]
) -> Boxhead | None:
    leaves, scores = [leaf for leaf, _ in scored], [found for _, found in scored]
    if not _may_name_enough(scores, plan):
        return None
    matched = _settled(align(scores, len(plan.heads)), leaves, scores)
    strays = _out_of_order(matched, scores)
    matched |= strays
    named = [
        head
        for printed, head in matched.items()
        if head in plan.figures and scores[printed][head] >= _SURE
    ]
    if len(named) < plan.fewest:
        return None
    used = [leaves[printed] for printed in matched]
    return Boxhead(
        plan,
        _top_row(view, plan, rows[0], used),
        rows[1],
        {head: leaves[printed].column for printed, head in matched.items()},
        sum(scores[printed][head] for printed, head in matched.items()),
        frozenset(strays.values()),
    )


def _top_row(view: View, plan: HeadPlan, first_row: int, used: Sequence[Leaf]) -> int:
    """Give the first row that prints a head or a spanner over one; a title above is neither."""
    highest = min(leaf.row for leaf in used)
    spanners = frozenset[str]().union(*plan.spanners)
    for row in range(first_row, highest):
        if any(label_key(view.text(row, leaf.column)) in spanners for leaf in used):
            return row
    return highest


def _out_of_order(
    matched: Mapping[int, int], scores: Sequence[Mapping[int, float]]
) -> dict[int, int]:
    """Find columns left over whose text is that of just one head left over."""
    strays: dict[int, int] = {}
    for printed, found in enumerate(scores):
        sure = [head for head, score in found.items() if score >= _SURE]
        if printed in matched or len(sure) != 1:
            continue
        if sure[0] not in matched.values() and sure[0] not in strays.values():
            strays[printed] = sure[0]
    return strays


def _scores(leaf: Leaf, plan: HeadPlan) -> dict[int, float]:
    if not leaf.text:
        return dict.fromkeys(range(len(plan.heads)), _UNNAMED)
    above = leaf.above
    *spanners, _ = _levels(leaf.text)
    if spanners:
        above = above.union(map(label_key, spanners))
    return {
        head: score + (_SPANNER if plan.spanners[head] & above else 0.0)
        for head, score in _scores_of(leaf.text, plan).items()
    }


def _scores_of(text: str, plan: HeadPlan) -> Mapping[int, float]:
    """Score a text as a head; spanners may be folded into it: 法人或其他组织（商业企业）."""
    found = plan.likeness.scores(text)
    if found or not _FOLD_SIGNS.intersection(text):
        return found
    return plan.likeness.scores(_levels(text)[-1])


def _levels(text: str) -> list[str]:
    """Split a text that may hold a head and the spanners above it, the head last."""
    return [level for level in _FOLDS.split(text) if level] or [text]


def _settled(
    matched: Mapping[int, int], leaves: Sequence[Leaf], scores: Sequence[Mapping[int, float]]
) -> dict[int, int]:
    """Keep a head without a text only where order leaves no other reading.

    That is: between two named heads there are just as many columns as heads.
    """
    named = sorted(printed for printed in matched if leaves[printed].text)
    kept = {printed: matched[printed] for printed in named}
    for left, right in itertools.pairwise(named):
        columns = range(left + 1, right)
        if len(columns) == matched[right] - matched[left] - 1:
            kept |= {printed: matched[left] + printed - left for printed in columns}
    return {printed: head for printed, head in kept.items() if head in scores[printed]}
