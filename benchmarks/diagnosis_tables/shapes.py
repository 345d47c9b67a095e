"""Forms of many shapes, filled with random figures that hold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random
from types import MappingProxyType

from diagnosis_tables.model import Blank, Made, Slot, Sum
from statlint.form import build_form
from statlint.run.pack import find_form
from statlint.values import Number
from submissions.counts import poisson
from submissions.model import ANNUAL_2019, ANNUAL_2021, STATISTICS_2014
from submissions.random_reports import SIZES, random_report

OFFICIAL = (ANNUAL_2019, ANNUAL_2021, STATISTICS_2014)
MADE = ("one way", "two ways", "nested", "of which", "shares", "blanks")
SHAPES = (*OFFICIAL, *MADE)

_MEANS: Mapping[str, float] = MappingProxyType({"town": 4, "county": 180, "city": 3200})
"""Figures of a line come to so many altogether, before they are spread over its heads."""
_TABLE = "table"
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SPREAD = (0.55, 0.2, 0.1, 0.08, 0.05, 0.02)
_LINES = 12
_DRIFT = 0.3
"""How far lines move from year to year, as the spread of their logarithms."""


def made(shape: str, size: str, seed: int) -> Made:
    """Fill in a form of a shape, for a unit of a size; the same seed gives the same figures."""
    rng = Random(f"{shape} {size} {seed}")  # noqa: S311 - figures to check, not secrets
    blank = _blank(shape)
    figures, sums = _filled(blank, shape, size, seed, rng)
    beside, _ = _filled(blank, shape, size, -1 - seed, Random(f"{shape} {size} {seed} beside"))  # noqa: S311
    before = {slot: _year_before(number, rng) for slot, number in figures.items()}
    _add_up(before, sums)
    if shape == "blanks":
        figures = {slot: number or None for slot, number in figures.items()}
    return Made(shape, size, blank, figures, before, beside)


def _filled(
    blank: Blank, shape: str, size: str, seed: int, rng: Random
) -> tuple[dict[Slot, Number | None], list[Sum]]:
    """Fill in a form with figures that hold; give its sums too."""
    figures = _reported(shape, size, seed) if shape in OFFICIAL else _drawn(shape, size, rng)
    sums = Made(shape, size, blank, figures, {}).sums()
    if shape not in OFFICIAL:
        _add_up(figures, sums)
        _share_out(figures, shape)
    return figures, sums


@cache
def _blank(shape: str) -> Blank:
    return Blank.of(
        find_form(shape, "en") if shape in OFFICIAL else build_form(_form(shape), shape)
    )


def _reported(form: str, size: str, seed: int) -> dict[Slot, Number | None]:
    (unit,) = (one for one in SIZES if one.name == size)
    return {
        Slot(*slot): figure
        for slot, figure in random_report(form, unit, seed).figures.items()
        if not isinstance(figure, str)
    }


def _drawn(shape: str, size: str, rng: Random) -> dict[Slot, Number | None]:
    """Draw the figures that nothing adds up to."""
    lines = [key for key in _lines(shape) if key[0] == "l"]
    weights = {line: rng.expovariate(1) + 0.01 for line in lines}
    mean = _MEANS[size] * len(lines) / sum(weights.values())
    figures: dict[Slot, Number | None] = {}
    for line in lines:
        for head, share in zip(_HEADS, _SPREAD, strict=True):
            count = poisson(rng, mean * weights[line] * share)
            figures[Slot(_TABLE, line, head)] = count
            if shape == "of which" and line == "l1":
                figures[Slot(_TABLE, "w1", head)] = rng.randint(0, count)
    return figures


def _add_up(figures: dict[Slot, Number | None], sums: Sequence[Sum]) -> None:
    """Set each total by the first sum that states it, parts before totals."""
    first: dict[Slot, Sum] = {}
    for one in sums:
        first.setdefault(one.stated, one)

    def settle(slot: Slot, above: frozenset[Slot]) -> Number:
        if slot in first and slot not in above:
            parts = first[slot].parts
            within = above | {slot}
            figures[slot] = sum(
                (weight * settle(part, within) for part, weight in parts.items()), 0
            )
        return figures.get(slot) or 0

    for slot in first:
        settle(slot, frozenset())


def _share_out(figures: dict[Slot, Number | None], shape: str) -> None:
    if shape != "shares":
        return
    whole = figures[Slot(_TABLE, "total", "all")] or 1
    for line in (*_lines(shape), "total"):
        part = figures[Slot(_TABLE, line, "all")] or 0
        exact = Decimal(100 * int(part)) / int(whole)
        share = exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
        figures[Slot(_TABLE, line, "share")] = share


def _year_before(number: Number | None, rng: Random) -> Number | None:
    if not isinstance(number, int):
        return number
    return poisson(rng, number * math.exp(rng.gauss(0, _DRIFT)))


def _lines(shape: str) -> list[str]:
    """Give the lines without the last total, each part before or under its subtotal."""
    if shape == "nested":
        return [key for group in (1, 2) for key in _nested(group)]
    parts = [f"l{at}" for at in range(1, _LINES + 1)]
    return ["l1", "w1", *parts[1:]] if shape == "of which" else parts


def _nested(group: int) -> Iterator[str]:
    """Give a group of two subgroups of three lines, each after its subtotal."""
    yield f"g{group}"
    for sub in (1, 2):
        yield f"s{group}{sub}"
        yield from (f"l{group}{sub}{at}" for at in (1, 2, 3))


def _form(shape: str) -> dict[str, object]:
    lines = [*_lines(shape), *(["total"] if shape != "one way" else [])]
    heads = [*_HEADS, "all"]
    table: dict[str, object] = {
        "key": _TABLE,
        "title": shape,
        "line": [{"key": key, "label": key} for key in lines],
        "head": [{"key": key, "label": key} for key in heads],
        "edit": list(_edits(shape)),
    }
    if shape == "shares":
        share = {"key": "share", "label": "share", "kind": "share"}
        table["head"] = [*({"key": key, "label": key} for key in heads), share]
    return {"id": "made", "title": shape, "source": shape, "table": [table]}


def _edits(shape: str) -> Iterator[dict[str, object]]:
    yield {"id": "R", "rule": f"{' + '.join(_HEADS)} = all", "per": "line"}
    if shape == "one way":
        return
    counted = [*_HEADS, "all"]
    if shape == "nested":
        for group in (1, 2):
            for sub in (1, 2):
                parts = " + ".join(f"l{group}{sub}{at}" for at in (1, 2, 3))
                yield {"id": f"S{group}{sub}", "rule": f"{parts} = s{group}{sub}", "per": "head"}
            rule = f"s{group}1 + s{group}2 = g{group}"
            yield {"id": f"G{group}", "rule": rule, "per": "head"}
        yield {"id": "T", "rule": "g1 + g2 = total", "per": "head"}
        return
    parts = " + ".join(line for line in _lines(shape) if line[0] == "l")
    yield {"id": "T", "rule": f"{parts} = total", "per": "head", "heads": counted}
    if shape == "of which":
        yield {"id": "W", "rule": "w1 <= l1", "per": "head"}
    if shape == "shares":
        for line in (*_lines(shape), "total"):
            yield {"id": f"P{line}", "rule": f"{line}.all / total.all * 100 = {line}.share"}
