"""The lines of made tables: the ways in which stubs are built."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from inference_tables.made.plan import Group, How, Item, Leaf, Mean, Rate, Rest, Total, Within
from inference_tables.made.words import Words

Scheme: TypeAlias = Callable[[Random, Words], list[Item]]


def places_of(rng: Random, words: Words) -> list[str]:
    """Draw the lines of a flat list."""
    names = [name for _, members in rng.choice((words.places, words.kinds)) for name in members]
    return names[: rng.randint(4, len(names))]


def groups_of(rng: Random, words: Words) -> list[tuple[str, tuple[str, ...]]]:
    """Draw groups with their members."""
    groups = list(rng.choice((words.places, words.kinds)))
    return groups[: rng.randint(2, len(groups))]


def item(path: Sequence[str], how: How | None = None, level: int = 0) -> Item:
    """Make a line; one with figures of its own unless they come about otherwise."""
    return Item(tuple(path), how or Leaf(), level)


def total_first(rng: Random, words: Words) -> list[Item]:
    """Put the total above its parts."""
    names = places_of(rng, words)
    whole = item([rng.choice(words.totals)], Total(tuple(range(1, len(names) + 1))))
    return [whole, *(item([name]) for name in names)]


def total_last(rng: Random, words: Words) -> list[Item]:
    """Put the total under its parts."""
    names = places_of(rng, words)
    whole = item([rng.choice(words.totals)], Total(tuple(range(len(names)))))
    return [*(item([name]) for name in names), whole]


def subtotals_first(rng: Random, words: Words) -> list[Item]:
    """Put each group's total above its members, and the whole above all."""
    lines: list[Item] = [item([rng.choice(words.totals)])]
    whole = []
    for name, members in groups_of(rng, words):
        at = len(lines)
        whole.append(at)
        lines.append(item([name], Total(tuple(range(at + 1, at + 1 + len(members)))), 1))
        lines += [item([name, member], level=2) for member in members]
    lines[0] = item(lines[0].path, Total(tuple(whole)))
    return lines


def subtotals_last(rng: Random, words: Words) -> list[Item]:
    """Name each group on a line without figures, and put its total under its members."""
    lines: list[Item] = []
    whole = []
    word = rng.choice(words.subtotals)
    for name, members in groups_of(rng, words):
        lines.append(item([name], Group()))
        first = len(lines)
        lines += [item([name, member], level=1) for member in members]
        whole.append(len(lines))
        lines.append(item([name, word], Total(tuple(range(first, len(lines)))), 1))
    return [*lines, item([rng.choice(words.totals)], Total(tuple(whole)))]


def of_which(rng: Random, words: Words) -> list[Item]:
    """Put lines under some parts that are only a part of them."""
    lines: list[Item] = [item([rng.choice(words.totals)])]
    whole = []
    sign = rng.choice(words.of_which)
    for name, members in groups_of(rng, words):
        at = len(lines)
        whole.append(at)
        lines.append(item([name], level=1))
        some = members[: rng.randint(1, 2)]
        lines += [item([name, f"{sign}{one}"], Within(at, 0.4 / len(some)), 2) for one in some]
    lines[0] = item(lines[0].path, Total(tuple(whole)))
    return lines


def two_ways(rng: Random, words: Words) -> list[Item]:
    """Part one total in two ways, one under the other."""
    whole = item([rng.choice(words.totals)], Total((1, 2)))
    halves = [item([name], level=1) for name in words.halves]
    men = item([words.sexes[0]], Within(0, 0.5), 1)
    women = item([words.sexes[1]], Rest(0, (3,)), 1)
    return [whole, *halves, men, women]


def sexes_in_groups(rng: Random, words: Words) -> list[Item]:
    """Repeat total, men and women in each group, and over all groups."""
    groups = places_of(rng, words)[: rng.randint(3, 5)]
    three = (rng.choice(words.totals), *words.sexes)
    blocks = [(rng.choice(words.totals), True), *((name, False) for name in groups)]
    lines: list[Item] = []
    for name, over_all in blocks:
        at = len(lines)
        lines.append(item([name], Group()))
        members = [tuple(4 * b + k for b in range(1, len(blocks))) for k in (2, 3)]
        hows: list[How] = [Total((at + 2, at + 3))]
        hows += [Total(one) if over_all else Leaf() for one in members]
        lines += [item([name, own], how, 1) for own, how in zip(three, hows, strict=True)]
    return lines


def months(rng: Random, words: Words) -> list[Item]:
    """List months, with their total first."""
    count = rng.choice((6, 9, 12))
    whole = item([rng.choice(words.totals)], Total(tuple(range(1, count + 1))))
    return [whole, *(item([name], Leaf(spread=0.1)) for name in words.month[:count])]


def quarters(rng: Random, words: Words) -> list[Item]:
    """List months under their quarters, and the year last."""
    lines: list[Item] = []
    for at, name in enumerate(words.quarter):
        own = words.month[3 * at : 3 * at + 3]
        first = len(lines)
        lines.append(item([name], Total(tuple(range(first + 1, first + 4)))))
        lines += [item([name, month], Leaf(spread=0.1), 1) for month in own]
    return [*lines, item([rng.choice(words.totals)], Total((0, 4, 8, 12)))]


def years(rng: Random, words: Words) -> list[Item]:
    """List years that do not add up, and the change from the last but one to the last."""
    first = rng.randint(1995, 2015)
    count = rng.randint(5, 9)
    lines = [item([words.year.format(first + at)], Leaf(spread=0.05)) for at in range(count)]
    return [*lines, item([rng.choice(words.change)], Rate("relative-change", count - 1, count - 2))]


def with_mean(rng: Random, words: Words) -> list[Item]:
    """List units, and their mean last."""
    names = places_of(rng, words)
    mean = Mean(tuple(range(len(names))), rng.choice((1, 2)))
    return [
        *(item([name], Leaf(spread=0.2)) for name in names),
        item([rng.choice(words.means)], mean),
    ]


def balance(rng: Random, words: Words) -> list[Item]:
    """Put a total, another total, and what the one leaves of the other."""
    lines: list[Item] = []
    ends = []
    for name, members in groups_of(rng, words)[:2]:
        at = len(lines)
        ends.append(at)
        lines.append(item([name], Total(tuple(range(at + 1, at + 1 + len(members))))))
        lines += [item([name, member], level=1) for member in members]
    return [*lines, item([words.trade[2]], Total((ends[0],), (ends[1],)))]


def three_levels(rng: Random, words: Words) -> list[Item]:
    """Nest groups in two halves."""
    lines: list[Item] = [item([rng.choice(words.totals)])]
    tops = []
    for name, groups in zip(words.halves, (words.places[:2], words.places[2:4]), strict=True):
        top = len(lines)
        tops.append(top)
        lines.append(item([name], level=1))
        middle = []
        for group, members in groups:
            at = len(lines)
            middle.append(at)
            parts = tuple(range(at + 1, at + 1 + len(members)))
            lines.append(item([name, group], Total(parts), 2))
            lines += [item([name, group, member], level=3) for member in members]
        lines[top] = item([name], Total(tuple(middle)), 1)
    lines[0] = item(lines[0].path, Total(tuple(tops)))
    return lines


def unrelated(rng: Random, words: Words) -> list[Item]:
    """List lines that have nothing to do with one another."""
    return [item([name]) for name in places_of(rng, words)]


STUBS: dict[str, Scheme] = {
    "total first": total_first,
    "total last": total_last,
    "subtotals first": subtotals_first,
    "subtotals last": subtotals_last,
    "of which": of_which,
    "two ways": two_ways,
    "sexes in groups": sexes_in_groups,
    "months": months,
    "quarters": quarters,
    "years": years,
    "with mean": with_mean,
    "balance": balance,
    "three levels": three_levels,
    "unrelated": unrelated,
}
