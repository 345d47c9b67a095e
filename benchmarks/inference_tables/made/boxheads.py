"""The heads of made tables: the ways in which boxheads are built."""

from __future__ import annotations

from random import Random

from inference_tables.made.plan import (
    Compound,
    How,
    Item,
    Leaf,
    Mean,
    Portion,
    Product,
    Rank,
    Rate,
    Rest,
    Running,
    Total,
    Trimmed,
    Within,
)
from inference_tables.made.stubs import Scheme, places_of
from inference_tables.made.words import Words


def item(path: list[str], how: How | None = None, unit: str = "") -> Item:
    """Make a head; one with figures of its own unless they come about otherwise."""
    return Item(tuple(path), how or Leaf(spread=0.3), 0, unit)


def measures(rng: Random, words: Words) -> list[Item]:
    """Put measures side by side that have nothing to do with one another."""
    chosen = rng.sample(words.measures, rng.randint(2, 5))
    sizes = [10.0 ** rng.uniform(-1, 2) for _ in chosen]
    return [
        item([name], Leaf(size, 0.3, rng.choice((0, 0, 1))), unit)
        for size, (name, unit) in zip(sizes, chosen, strict=True)
    ]


def single(rng: Random, words: Words) -> list[Item]:
    """Put one head alone."""
    name, unit = rng.choice(words.measures)
    return [item([name], None, unit)]


def total_left(rng: Random, words: Words) -> list[Item]:
    """Put the total left of its parts."""
    names = places_of(rng, words)[:7]
    return [
        item([words.totals[0]], Total(tuple(range(1, len(names) + 1)))),
        *map(item, _each(names)),
    ]


def total_right(rng: Random, words: Words) -> list[Item]:
    """Put the total right of its parts."""
    names = places_of(rng, words)[:7]
    return [*map(item, _each(names)), item([words.totals[0]], Total(tuple(range(len(names)))))]


def _each(names: list[str]) -> list[list[str]]:
    return [[name] for name in names]


def spanners(rng: Random, words: Words) -> list[Item]:
    """Repeat total, men and women under spanners, the first of them over all others."""
    word = rng.choice(words.totals)
    heads = []
    for at, spanner in enumerate((word, *words.halves)):
        hows: list[How] = [Total((3 * at + 1, 3 * at + 2))]
        hows += [Total((3 + k, 6 + k)) if at == 0 else Leaf(spread=0.3) for k in (1, 2)]
        own = (words.totals[0], *words.sexes)
        heads += [item([spanner, name], how) for name, how in zip(own, hows, strict=True)]
    return heads


def growth(rng: Random, words: Words) -> list[Item]:
    """Put this year and the last under each measure, and the growth in per cent."""
    year = rng.randint(2008, 2024)
    heads: list[Item] = []
    for name, unit in rng.sample(words.measures, rng.randint(1, 3)):
        at = len(heads)
        size = 10.0 ** rng.uniform(-1, 1)
        both = [words.year.format(each) for each in (year, year - 1)]
        heads += [item([name, each], Leaf(size, 0.1), unit) for each in both]
        change = Rate("relative-change", at, at + 1, 100, rng.choice((1, 1, 2)))
        heads.append(item([name, rng.choice(words.change)], change, "%"))
    return heads


def years(rng: Random, words: Words) -> list[Item]:
    """Put years side by side, and the change in the last."""
    first, count = rng.randint(1998, 2018), rng.randint(4, 7)
    heads = [item([words.year.format(first + at)], Leaf(1, 0.07)) for at in range(count)]
    change = Rate("relative-change", count - 1, count - 2)
    return [*heads, item([rng.choice(words.change)], change)]


def shares(rng: Random, words: Words) -> list[Item]:
    """Put behind each figure its share of the total."""
    names = places_of(rng, words)[: rng.randint(2, 4)]
    word = rng.choice(words.share)
    heads = [item([words.totals[0]], Total(tuple(range(1, 2 * len(names), 2))))]
    for name in names:
        at = len(heads)
        heads += [item([name, words.measures[0][0]]), item([name, word], Rate("division", at, 0))]
    return heads


def portions(rng: Random, words: Words) -> list[Item]:
    """Put beside a figure the share that each line has in the total line."""
    heads: list[Item] = []
    for name, unit in rng.sample(words.measures, rng.randint(1, 3)):
        at = len(heads)
        heads += [item([name], None, unit), item([rng.choice(words.share)], Portion(at), "%")]
    return heads


def budget(rng: Random, words: Words) -> list[Item]:
    """Put what was planned, what was done, and the one in per cent of the other."""
    planned, done, rate = words.budget
    heads = [item([planned], Leaf(1, 0.1)), item([done], Leaf(1, 0.1))]
    return [*heads, item([rate], Rate("division", 1, 0, 100, rng.choice((1, 2))))]


def goods(rng: Random, words: Words) -> list[Item]:
    """Multiply quantities by prices."""
    quantity, price, amount = words.goods
    prices = Leaf(rng.uniform(2, 300), 0.8, 2, adds=False)
    return [item([quantity], Leaf(0.3, 0.5)), item([price], prices), item([amount], Product(0, 1))]


def per_head(rng: Random, words: Words) -> list[Item]:
    """Divide one figure by another that stands beside it."""
    first, second, rate, times = rng.choice(words.heads)
    heads = [item([first], Leaf(3, 0.4)), item([second], Leaf(1 if times == 1 else 5, 0.4))]
    return [*heads, item([rate], Rate("division", 0, 1, times, rng.choice((1, 2))))]


def trade(rng: Random, words: Words) -> list[Item]:
    """Put two figures, and what the one leaves of the other."""
    first, second, rest = words.trade
    heads = [item([first]), item([second]), item([rest], Total((0,), (1,)))]
    whole = [item([words.totals[0]], Total((1, 2))), item([first]), item([second])]
    return rng.choice((heads, [*whole, item([rest], Total((1,), (2,)))]))


def of_which(rng: Random, words: Words) -> list[Item]:
    """Put beside a total some of what it holds."""
    name, unit = rng.choice(words.measures)
    sign = rng.choice(words.of_which)
    some = [f"{sign}{one}" for one in places_of(rng, words)[:2]]
    return [item([name], None, unit), *(item([name, one], Within(0, 0.3)) for one in some)]


def two_ways(rng: Random, words: Words) -> list[Item]:
    """Part one total in two ways, side by side."""
    whole = item([rng.choice(words.totals)], Total((1, 2)))
    men = item([words.sexes[0]], Within(0, 0.5))
    return [
        whole,
        *(item([one]) for one in words.halves),
        men,
        item([words.sexes[1]], Rest(0, (3,))),
    ]


def quarters(rng: Random, words: Words) -> list[Item]:
    """Put the quarters, the year, and the mean of a quarter."""
    heads = [item([name], Leaf(1, 0.2)) for name in words.quarter]
    heads.append(item([words.totals[0]], Total((0, 1, 2, 3))))
    mean = item([rng.choice(words.means)], Mean((0, 1, 2, 3)))
    return [*heads, mean] if rng.random() < 0.5 else heads  # noqa: PLR2004 - one in two


def scores(rng: Random, words: Words) -> list[Item]:
    """Add up points, and rank the units by them."""
    names = rng.sample(words.subjects, rng.randint(3, 6))
    decimals = rng.choice((0, 1))
    heads = [item([one], Leaf(decimals=decimals, cap=rng.choice((20, 40, 100)))) for one in names]
    heads.append(item([words.score[0]], Total(tuple(range(len(names))))))
    return [*heads, item([words.score[1]], Rank(len(names)))]


def checks(rng: Random, words: Words) -> list[Item]:
    """Put what was looked at, what of it failed, and the share of what did not."""
    checked, failed, rate = words.checks
    share = Compound((0,), (0,), (1,), decimals=rng.choice((1, 2)))
    # Of a few items none fails, and a column of noughts says nothing.
    return [item([checked], Leaf(40)), item([failed], Within(0, 0.05)), item([rate], share)]


def presence(rng: Random, words: Words) -> list[Item]:
    """Put two figures, and the share of the one in both."""
    here, away, rate = words.presence
    share = Compound((0,), (0, 1), decimals=rng.choice((1, 2)))
    return [item([here]), item([away], Leaf(0.08, 0.4)), item([rate], share)]


def judges(rng: Random, words: Words) -> list[Item]:
    """Put the marks of some judges, and their mean without both ends."""
    judge, score = words.judges
    count = rng.randint(5, 9)
    marks = [item([judge.format(at)], Leaf(decimals=2, cap=10)) for at in range(1, count + 1)]
    return [*marks, item([score], Trimmed(tuple(range(count))))]


def times(rng: Random, words: Words) -> list[Item]:
    """Rank times, the lowest first."""
    time, place = words.times
    low = Leaf(decimals=2, cap=rng.choice((12, 60, 240)))
    return [item([time], low), item([place], Rank(0, lowest=True))]


def running(rng: Random, words: Words) -> list[Item]:
    """Put beside a month what the year has come to."""
    heads: list[Item] = []
    for name, _ in rng.sample(words.measures, rng.randint(1, 2)):
        at = len(heads)
        month, total = words.running
        heads += [item([name, month], Leaf(spread=0.2)), item([name, total], Running(at))]
    return heads


BOXHEADS: dict[str, Scheme] = {
    "measures": measures,
    "single": single,
    "total left": total_left,
    "total right": total_right,
    "spanners": spanners,
    "growth": growth,
    "years": years,
    "shares": shares,
    "portions": portions,
    "budget": budget,
    "goods": goods,
    "per head": per_head,
    "trade": trade,
    "of which": of_which,
    "two ways": two_ways,
    "quarters": quarters,
    "scores": scores,
    "running": running,
    "checks": checks,
    "presence": presence,
    "judges": judges,
    "times": times,
}


_RATES = {"growth", "years", "shares", "budget", "per head"}
"""Rates of what may be less than zero say nothing."""


def suits(stub: str, boxhead: str) -> bool:
    """Tell whether lines and heads of these kinds make sense in one table."""
    if stub == "balance" and boxhead in _RATES:
        return False
    if boxhead == "portions":
        return stub not in {"years", "with mean", "balance", "unrelated"}
    if boxhead == "running":
        return stub == "months"
    if boxhead in {"checks", "presence"}:
        return stub not in {"years", "with mean", "balance", "unrelated"}
    if boxhead in {"scores", "judges", "times"}:
        return stub == "with mean"
    return True
