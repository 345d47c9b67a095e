"""The figures of a table beside that stand in the place of a cell: by its labels, or in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.facts import Fact, Facts
from statlint.values import Number, Text

Standing: TypeAlias = tuple[Text, Mapping[Fact, Number]]
"""The name of a source, and the figure that stands there in the place of each cell."""

_Axis: TypeAlias = Sequence[tuple[str, tuple[str, int]]]
"""Lines, or heads, in order: the key of each, its label and which of that label it is."""

_MOST_CELLS = 5_000
_MOST_SOURCES = 8
"""Tables that are looked at as sources of one table."""
_FEWEST = 2
"""Lines, or heads, that two tables have in common before they are held against each other."""


def tables_beside(tables: Iterable[Facts], failed: Collection[str]) -> Iterator[Standing]:
    """Hold each table where something failed against the others of its file.

    They correspond where lines or heads have the same labels; what has others corresponds in order.
    """
    own = [one for one in tables if len(one) <= _MOST_CELLS and _is_own(one)]
    for target in own:
        if target.plan.key not in failed:
            continue
        sources = (one for one in own if one is not target)
        found = ((one.plan.title, _standing(target, one)) for one in sources)
        yield from [one for one in found if one[1]][:_MOST_SOURCES]


def _is_own(facts: Facts) -> bool:
    return all(fact.path is None for fact in facts)


def _standing(target: Facts, source: Facts) -> dict[Fact, Number]:
    lines = _paired(_lines(target), _lines(source))
    heads = _paired(_heads(target), _heads(source))
    if not lines and not heads:
        return {}
    along = lines or _in_order(_lines(target), _lines(source))
    across = heads or _in_order(_heads(target), _heads(source))
    found = {}
    for fact in target.due():
        there = source.get(along.get(fact.line.key, ""), across.get(fact.head.key, ""))
        if there is not None and there.figure is not None:
            found[fact] = there.figure.value
    return found


def _lines(facts: Facts) -> _Axis:
    return _counted({fact.line.key: fact.line_label for fact in facts.due()})


def _heads(facts: Facts) -> _Axis:
    return _counted({fact.head.key: fact.head_label for fact in facts.due()})


def _counted(labels: Mapping[str, str]) -> _Axis:
    """Count how often a label has come: 其他 may come more than once."""
    seen: Counter[str] = Counter()
    found = []
    for key, label in labels.items():
        plain = "".join(label.split())
        seen[plain] += 1
        found.append((key, (plain, seen[plain])))
    return found


def _paired(target: _Axis, source: _Axis) -> dict[str, str]:
    """Pair lines, or heads, of the same label; none where that is less than half of them."""
    there = {label: key for key, label in source}
    found = {key: there[label] for key, label in target if label in there and label[0]}
    return found if 2 * len(found) >= max(2 * _FEWEST, min(len(target), len(source))) else {}


def _in_order(target: _Axis, source: _Axis) -> dict[str, str]:
    return {key: there for (key, _), (there, _) in zip(target, source, strict=False)}
