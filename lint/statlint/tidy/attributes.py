"""Which columns only say more of the codes of another: labels, groups, units of measure."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import permutations

from statlint.dataclass import replace
from statlint.tidy.columns import Coded
from statlint.tidy.listing import Attribute
from statlint.tidy.shape import Part, Shape

_SAMPLE = 20_000
_REPEATED = 1.5
"""Rows of each code, on average, from which on it means something that another column agrees."""
_ALIKE, _SOME = 1.2, 3
"""Pairs of a code and a label, for each code and beside, up to which it is a label of the code."""
_MOSTLY = 0.9
"""Share of rows that must have the usual label of their code."""
_MOST_ODD = 0.2
_CODE = r"[A-Za-z0-9_.\-]{1,20}"


def with_attributes(
    shape: Shape, columns: Mapping[int, Coded]
) -> tuple[tuple[Coded, ...], tuple[Attribute, ...]]:
    """Tell the columns that are keys from those that only say more of them.

    A form says which are keys; of the others it knows nothing.
    """
    stated = frozenset(shape.places(Part.KEY) if shape.is_stated else ())
    keys = [columns[at] for at in shape.places(Part.KEY, Part.EXTRA) if at in columns]
    pairs = _pairs([key for key in keys if len(key) > 1], stated)
    found = {
        label.place: replace(attribute, one_to_one=one_to_one)
        for label, key, one_to_one in pairs
        if (attribute := _attribute(label, key)) is not None
    }
    own = tuple(key for key in keys if key.place not in found and len(key) > 1) or tuple(keys[:1])
    if stated:
        own = tuple(key for key in keys if key.place in stated)
    owner = {label.place: key for label, key, _ in pairs}
    places = {key.place: at for at, key in enumerate(own)}
    labels = [
        replace(attribute, key=places[owner[place].place])
        for place, attribute in found.items()
        if owner[place].place in places
    ]
    units = [_unit(columns[place], own) for place in shape.places(Part.UNIT)]
    return own, (*labels, *(unit for unit in units if unit is not None))


def _pairs(keys: Sequence[Coded], stated: Collection[int]) -> list[tuple[Coded, Coded, bool]]:
    """Find the columns that follow from another: the column, the other, whether both ways."""
    sampled = {key.place: _sampled(key) for key in keys}
    follows = {
        (label.place, key.place)
        for label, key in permutations(keys, 2)
        if _follows(sampled[label.place], sampled[key.place])
    }
    found: dict[int, tuple[Coded, Coded, bool]] = {}
    for label, key in permutations(keys, 2):
        follow = (label.place, key.place) in follows and label.place not in stated
        if not follow or label.place in found:
            continue
        both = (key.place, label.place) in follows
        known = key.place in stated
        if both and not known and (key.place in found or _is_rather_key(label, key)):
            continue
        found[label.place] = (label, key, both)
    # What follows from a column that follows from a third goes to the third.
    return [(label, _last(key, found), both) for label, key, both in found.values()]


def _last(key: Coded, found: Mapping[int, tuple[Coded, Coded, bool]]) -> Coded:
    seen = set()
    while key.place in found and key.place not in seen:
        seen.add(key.place)
        key = found[key.place][1]
    return key


def _sampled(key: Coded) -> Sequence[int]:
    return key.codes[:: max(1, len(key.codes) // _SAMPLE)]


def _follows(label: Sequence[int], key: Sequence[int]) -> bool:
    codes = len(set(key))
    if len(key) < _REPEATED * codes:
        return False
    pairs = Counter(zip(key, label, strict=True))
    if len(pairs) > _ALIKE * codes + _SOME:
        return False
    usual: dict[int, int] = {}
    for (code, _), count in pairs.items():
        usual[code] = max(count, usual.get(code, 0))
    return sum(usual.values()) >= _MOSTLY * len(key)


def _is_rather_key(one: Coded, other: Coded) -> bool:
    """Tell whether, of two columns that name the same, the first is the code of the second."""
    first, second = _is_code(one), _is_code(other)
    return first if first != second else one.place < other.place


def _is_code(column: Coded) -> bool:
    pattern = re.compile(_CODE)
    return all(pattern.fullmatch(text) is not None for text in column.texts[:100])


def _attribute(label: Coded, key: Coded) -> Attribute | None:
    """Say what nearly all rows of each code say, and which say otherwise."""
    size = len(label)
    counts = Counter(_joined(key.codes, label.codes, size))
    of = [0] * len(key)
    most = [0] * len(key)
    for pair, count in counts.items():
        code, said = divmod(pair, size)
        if count > most[code]:
            of[code], most[code] = said, count
    odd = {pair: count for pair, count in counts.items() if of[pair // size] != pair % size}
    if sum(odd.values()) > _MOST_ODD * len(key.codes):
        return None
    first = _first_rows(_joined(key.codes, label.codes, size), odd) if odd else {}
    return Attribute(
        label,
        None,
        of,
        {divmod(pair, size): (first[pair], count) for pair, count in odd.items()},
    )


def _joined(codes: array[int], others: array[int], size: int) -> map[int]:
    from operator import add

    return map(add, map(size.__mul__, codes), others)


def _first_rows(pairs: map[int], wanted: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for at, pair in enumerate(pairs):
        if pair in wanted and pair not in found:
            found[pair] = at
            if len(found) == len(wanted):
                break
    return found


def _unit(column: Coded, keys: Sequence[Coded]) -> Attribute | None:
    """Say of which key column the units of measure follow; of none where they are all alike."""
    whole = Coded("", -1, array("i", bytes(4 * len(column.codes))), [""])
    for at, key in ((None, whole), *enumerate(keys)):
        found = _attribute(column, key)
        if found is not None and sum(count for _, count in found.odd.values()) <= max(
            2, 0.02 * len(column.codes)
        ):
            return replace(found, key=at, is_unit=True)
    return None
