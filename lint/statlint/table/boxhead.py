"""Where the heads of a block are printed, and which column stands under which head."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

from statlint.dataclass import dataclass, replace
from statlint.form import Block, Head
from statlint.table.align import align
from statlint.table.folds import levels_of
from statlint.table.form_view import FormView
from statlint.table.known_words import SURE, Scores
from statlint.table.leaves import Leaf
from statlint.table.worded import WordedHeads
from statlint.typed import TypeAlias
from statlint.values import label_key

_DEEPEST = 4
"""Rows of heads that a boxhead has at most (the official ones have three)."""
_SPANNER = 0.15
_UNNAMED = 0.2
_MOST_PANELS = 4
_Scored: TypeAlias = "tuple[Leaf, Scores, int]"
"""A column under some rows, how well its text fits the heads, and which it surely is, as bits."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadPlan:
    """The heads of a block ready for the search: how they and their spanners are worded."""

    block: Block
    heads: tuple[Head, ...]
    worded: WordedHeads


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


def find_boxheads(view: FormView, plan: HeadPlan) -> list[Boxhead]:
    """Find every place of a view where at least half of a block's heads are printed.

    Several blocks, of other forms mostly, have the same heads: these are looked for once.
    """
    known = view.boxheads.get(plan.worded)
    if known is None:
        known = view.boxheads[plan.worded] = _find(view, plan)
    return [one if one.plan is plan else replace(one, plan=plan) for one in known]


def _find(view: FormView, plan: HeadPlan) -> list[Boxhead]:
    found: list[Boxhead] = []
    heads_in = view.heads_in(plan.worded)
    for row in sorted(heads_in):
        spans = _spans_to(row, heads_in, plan)
        if spans:
            found += _found_to(view, plan, spans)
    return _best_of_neighbours(found)


def _spans_to(row: int, heads_in: Mapping[int, int], plan: HeadPlan) -> list[tuple[int, int]]:
    """Give the rows up to one that print enough heads together: spares most of the reckoning."""
    spans, heads = [], 0
    for first in range(row, max(0, row - _DEEPEST), -1):
        heads |= heads_in.get(first, 0)
        if plan.worded.enough(heads):
            spans.append((first, row))
    return spans


def _found_to(view: FormView, plan: HeadPlan, spans: Sequence[tuple[int, int]]) -> list[Boxhead]:
    """Find the boxheads that end with a row; the best of several spans of rows for each."""
    found: list[Boxhead] = []
    taken: set[int] = set()
    printed = {span: _scored(view, plan, span) for span in spans}
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
    return found


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


def _scored(view: FormView, plan: HeadPlan, rows: tuple[int, int]) -> list[_Scored]:
    """Say of each column under some rows which heads it may be."""
    any_head = dict.fromkeys(range(len(plan.heads)), _UNNAMED)
    words = view.words
    scored: list[_Scored] = []
    for leaf in view.leaves(*rows):
        if not leaf.text:
            scored.append((leaf, any_head, 0))
            continue
        scores, sure = words.head_scores(leaf.text, plan.worded), 0
        if scores:
            scores = _with_spanners(scores, leaf, plan)
        for head in scores:
            sure |= (scores[head] >= SURE) << head
        scored.append((leaf, scores, sure))
    return scored


def _with_spanners(scores: Scores, leaf: Leaf, plan: HeadPlan) -> Scores:
    """Add what the right spanners above a head, or folded into it, tell for it."""
    above = leaf.above
    *spanners, _ = levels_of(leaf.text)
    if spanners:
        above = above.union(map(label_key, spanners))
    return {
        head: score + (_SPANNER if plan.worded.spanners[head] & above else 0.0)
        for head, score in scores.items()
    }


def _not_taken(scored: Sequence[_Scored], taken: Collection[int]) -> list[_Scored]:
    return [one for one in scored if one[0].column not in taken]


def _boxhead_at(
    view: FormView, plan: HeadPlan, rows: tuple[int, int], scored: Sequence[_Scored]
) -> Boxhead | None:
    heads = 0
    for _, _, sure in scored:
        heads |= sure
    # So many heads must be printed in any order: spares most of the aligning.
    if not plan.worded.enough(heads):
        return None
    leaves, scores = [leaf for leaf, _, _ in scored], [found for _, found, _ in scored]
    matched = _settled(align(scores, len(plan.heads)), leaves, scores)
    strays = _out_of_order(matched, scored)
    matched |= strays
    named = [
        head
        for printed, head in matched.items()
        if plan.worded.figures >> head & 1 and scores[printed][head] >= SURE
    ]
    if len(named) < plan.worded.fewest:
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


def _top_row(view: FormView, plan: HeadPlan, first_row: int, used: Sequence[Leaf]) -> int:
    """Give the first row that prints a head or a spanner over one; a title above is neither."""
    highest = min(leaf.row for leaf in used)
    spanners = frozenset[str]().union(*plan.worded.spanners)
    for row in range(first_row, highest):
        if any(view.key(row, leaf.column) in spanners for leaf in used):
            return row
    return highest


def _out_of_order(matched: Mapping[int, int], scored: Sequence[_Scored]) -> dict[int, int]:
    """Find columns left over whose text is that of just one head left over."""
    strays: dict[int, int] = {}
    for printed, (_, _, sure) in enumerate(scored):
        if printed not in matched and sure.bit_count() == 1:
            head = sure.bit_length() - 1
            if head not in (*matched.values(), *strays.values()):
                strays[printed] = head
    return strays


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
