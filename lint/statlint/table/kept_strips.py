"""Which printed lines or heads are which of a form whose tables are kept as they were found."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from statlint.form import Head, Line
from statlint.table.layout import Strip
from statlint.values import label_key, plain, relative_years

_MANY = 400
"""From so many lines on, labels that come again and again are no anchors: time must not grow."""


class Shown(NamedTuple):
    """What is printed of a line or head: its label, and the one over it."""

    label: str
    above: str


def match_strips(wanted: Sequence[Line | Head], printed: Sequence[Strip]) -> list[tuple[int, int]]:
    """Pair lines (or heads) of a form with printed ones, in order.

    First by the labels with what stands over them, then between the pairs found by their own label.
    Years count by their distance from the latest, so that next year's table is the same. What is
    left between two pairs belongs together where as many are left on both sides and no label is
    printed.
    """
    ours = _relative([Shown(one.label.zh, one.above[-1] if one.above else "") for one in wanted])
    theirs = _relative([Shown(strip.text, _over(strip, printed)) for strip in printed])
    pairs = _added([], _keys(ours), _keys(theirs))
    pairs = _added(pairs, [key[0] for key in _keys(ours)], [key[0] for key in _keys(theirs)])
    for left, right in _gaps(pairs, len(ours), len(theirs)):
        if len(left) == len(right):
            pairs += [pair for pair in zip(left, right, strict=True) if not theirs[pair[1]].label]
    return sorted(pairs)


def _over(strip: Strip, printed: Sequence[Strip]) -> str:
    if strip.parent is not None:
        return printed[strip.parent].text
    return strip.labels[-2].text if len(strip.labels) > 1 else ""


def _relative(shown: Sequence[Shown]) -> list[Shown]:
    """Write each year as its distance from the latest one."""
    labels = relative_years([label for one in shown for label in one])
    return [Shown(*pair) for pair in zip(labels[::2], labels[1::2], strict=True)]


def _keys(shown: Sequence[Shown]) -> list[tuple[str, str]]:
    return [(_key(one.label), _key(one.above)) for one in shown]


def _key(label: str) -> str:
    """Make a label comparable; one of nothing but signs and numbers is taken as it is."""
    return label_key(label) or "".join(plain(label).split())


def _added(
    pairs: Sequence[tuple[int, int]], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[tuple[int, int]]:
    """Add the pairs of equal keys that lie between the pairs found before."""
    found = list(pairs)
    for left, right in _gaps(pairs, len(ours), len(theirs)):
        one, other = ours[left.start : left.stop], theirs[right.start : right.stop]
        found += [(left[mine], right[its]) for mine, its in _same(one, other)]
    return sorted(found)


def _same(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Pair equal keys in order; those at both ends first, which mostly leaves little to compare."""
    begin = _common(ours, theirs)
    end = _common(ours[begin:][::-1], theirs[begin:][::-1])
    yield from ((step, step) for step in range(begin))
    yield from ((len(ours) - step, len(theirs) - step) for step in range(1, end + 1))
    inner, others = ours[begin : len(ours) - end], theirs[begin : len(theirs) - end]
    many = len(inner) + len(others) > _MANY
    for block in SequenceMatcher(None, inner, others, autojunk=many).get_matching_blocks():
        for step in range(block.size):
            yield begin + block.a + step, begin + block.b + step


def _common(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    """Count how many keys at the start are the same."""
    same = (one == other for one, other in zip(ours, theirs, strict=False))
    return next(
        (place for place, equal in enumerate(same) if not equal), min(map(len, (ours, theirs)))
    )


def _gaps(pairs: Sequence[tuple[int, int]], ours: int, theirs: int) -> list[tuple[range, range]]:
    """Give the stretches between pairs that are open on both sides."""
    stretches = (
        (range(one[0] + 1, other[0]), range(one[1] + 1, other[1]))
        for one, other in pairwise([(-1, -1), *pairs, (ours, theirs)])
    )
    return [(left, right) for left, right in stretches if left and right]
