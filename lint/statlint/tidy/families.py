"""Which codes of a code list add up to which: a code for the total, codes that begin alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from statlint.tidy.listing import Listing
from statlint.tidy.words import says_total

NO_WHOLE = -1
_CODE = r"[A-Za-z]{0,6}[0-9][0-9A-Za-z]*(?:[.\-][0-9A-Za-z]+)*|[A-Z]"
_MOSTLY = 0.8
_PARENTS = 3
"""One in so many codes that may have codes under them must have some."""
_FEWEST_DIGITS = 4
_TOWN = 6
"""Digits of an administrative code down to the county; then come three for each level."""


def wholes_of(listing: Listing, key: int) -> list[list[int]]:
    """Give for each code of a key column the one it is a part of, -1 for none; in several ways.

    Which way is meant only the figures can tell.
    """
    texts = listing.keys[key].texts
    labels = [listing.label(key, code) for code in range(len(texts))]
    totals = [
        code for code, text in enumerate(texts) if says_total(text) or says_total(labels[code])
    ]
    tree = _tree(texts)
    found = []
    if tree:
        top = [code for code in totals if tree[code] == NO_WHOLE]
        found.append(_under(tree, top[0]) if len(top) == 1 else tree)
    found += _flat(len(texts), totals, labels)
    return [one for one in found if _has_parts(one)]


def _flat(size: int, totals: Sequence[int], labels: Sequence[str]) -> list[list[int]]:
    """Put all codes under the total; where there are subtotals, these alone or the others."""
    if not totals or len(totals) == size:
        return []
    top = min(totals, key=lambda code: (len(labels[code]), code))
    others = set(totals) - {top}
    ways = [set(range(size)) - {top}]
    if others:
        ways += [ways[0] - others, others]
    return [[top if code in way else NO_WHOLE for code in range(size)] for way in ways]


def _under(tree: Sequence[int], top: int) -> list[int]:
    """Put the roots of a tree under the code of the total."""
    return [top if whole == NO_WHOLE and code != top else whole for code, whole in enumerate(tree)]


def _has_parts(wholes: Sequence[int]) -> bool:
    counts = Counter(whole for whole in wholes if whole != NO_WHOLE)
    return any(count > 1 for count in counts.values())


def _tree(texts: Sequence[str]) -> list[int]:
    """Put each code under the longest code that it begins with; nothing where codes do not nest."""
    pattern = re.compile(_CODE)
    coded = [text for text in texts if pattern.fullmatch(text)]
    if len(coded) < max(3, _MOSTLY * len(texts)):
        return []
    stems = _stems(texts)
    known = {stem: code for code, stem in enumerate(stems)}
    if len(known) < len(texts):
        return []
    wholes = [_whole(stem, known) for stem in stems]
    deepest = max(map(len, stems))
    shallow = sum(len(stem) < deepest for stem in stems if stem)
    parents = len({whole for whole in wholes if whole != NO_WHOLE})
    return wholes if parents and _PARENTS * parents >= shallow else []


def _whole(stem: str, known: Mapping[str, int]) -> int:
    for end in range(len(stem) - 1, -1, -1):
        found = known.get(stem[:end])
        if found is not None:
            return found
    return NO_WHOLE


def _stems(texts: Sequence[str]) -> list[str]:
    """Leave out the zeros that fill up codes of one length: 110000, 110100, 110101."""
    widths = Counter(len(text) for text in texts if text.isdecimal())
    width, often = max(widths.items(), key=lambda one: one[1], default=(0, 0))
    filled = sum(text.endswith("00") for text in texts)
    if often < _MOSTLY * len(texts) or width < _FEWEST_DIGITS or not filled:
        return [text.replace(".", "").replace("-", "") for text in texts]
    return [_stem(text) if text.isdecimal() and len(text) == width else text for text in texts]


def _stem(text: str) -> str:
    county, rest = text[:_TOWN], text[_TOWN:]
    while rest and not int(rest[-3:]):
        rest = rest[:-3]
    if rest:
        return county + rest
    while county and not int(county[-2:]):
        county = county[:-2]
    return county
