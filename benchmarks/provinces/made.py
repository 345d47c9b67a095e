"""The figures of a province: every edit holds, within each report, across years and over towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product
from random import Random

from submissions.model import ANNUAL_2021, APPLICATIONS, DISCLOSURE, Figure, Report, Slot
from submissions.official import APPLICANTS
from submissions.random_reports import SIZES, random_report

TOWNS = 20
"""Towns of each county."""
YEARS = (2022, 2023, 2024)
_FIRST = "安平临清永宁长新东南西北和顺太兴文武德广昌建"
_SECOND = "阳山河川丰原城林溪水泉桥湖江岭海康泰华庆"
_THIRD = "东西南北上下前后新旧"
_TOWN = SIZES[0]


@dataclass(frozen=True, slots=True)
class Unit:
    """A county, or a town of one, by their names."""

    county: str
    town: str = ""

    @property
    def body(self) -> str:
        """What the unit prints as its name."""
        return f"{self.town or self.county}人民政府"


Figures = dict[Slot, Figure]
Province = dict[tuple[int, Unit], Figures]
"""The figures of each unit in each year."""


def counties_of(units: int) -> list[Unit]:
    """Name so many counties that with their towns there are about as many units."""
    names = (f"{one}{other}县" for one, other in product(_FIRST, _SECOND))
    return [Unit(name) for name, _ in zip(names, range(max(1, units // (TOWNS + 1))), strict=False)]


def towns_of(county: Unit, number: int, count: int = TOWNS) -> list[Unit]:
    """Name so many towns of a county, each name only once in the province."""
    names = [f"{a}{b}{c}镇" for a, b, c in product(_SECOND, _FIRST, _THIRD)]
    return [Unit(county.county, name) for name in names[number * count : (number + 1) * count]]


def town_years(rng: Random) -> Iterator[tuple[int, Figures]]:
    """Make the reports of a town, each carrying over what the one before passed on."""
    size = replace(_TOWN, applications=8 * rng.lognormvariate(0, 0.5))
    seed = rng.randrange(10**9)
    before: Figures | None = None
    for at, year in enumerate(YEARS):
        figures = dict(random_report(ANNUAL_2021, size, seed + at).figures)
        if before is not None:
            figures = _following(figures, before, rng)
        yield year, figures
        before = figures


def _following(figures: Figures, before: Figures, rng: Random) -> Figures:
    """Let a report follow from the one of the year before, and figures move as they do."""
    followed = dict(figures)
    for slot, was in before.items():
        if slot.table == DISCLOSURE and slot.head in {"decided", "amount"}:
            followed[slot] = _moved(was, rng)
    for head, _ in APPLICANTS:
        new, carry = Slot(APPLICATIONS, "new", head), Slot(APPLICATIONS, "carry", head)
        was = _count(before[Slot(APPLICATIONS, "next", head)])
        short = was - _count(figures[carry])
        followed[carry] = was
        followed[new] = _count(figures[new]) - short
    for line in ("rules", "norms"):
        made, repealed, kept = (
            Slot(DISCLOSURE, line, head) for head in ("made", "repealed", "inforce")
        )
        there = _count(before[kept]) + _count(figures[made])
        followed[repealed] = min(_count(figures[repealed]), there)
        followed[kept] = there - _count(followed[repealed])
    return followed


def _moved(was: Figure, rng: Random) -> Figure:
    if isinstance(was, Decimal):
        return round(was * Decimal(rng.lognormvariate(0, 0.15)), 4)
    return round(_count(was) * rng.lognormvariate(0, 0.15))


def _count(figure: Figure) -> int:
    return figure if isinstance(figure, int) else 0


def added_up(parts: Iterable[Figures]) -> Figures:
    """Give the report of a county: the sum of those of its towns."""
    total: Figures = {}
    for figures in parts:
        for slot, figure in figures.items():
            before = total.get(slot, 0)
            total[slot] = (before or 0) + (figure or 0)  # type: ignore[operator]  # numbers only
    return total


def is_possible(figures: Figures) -> bool:
    """Tell whether no figure fell below 0 where a report was made to follow another."""
    return all(not isinstance(figure, int) or figure >= 0 for figure in figures.values())


def made_province(
    units: int, seed: int, towns: int = TOWNS
) -> tuple[Province, list[tuple[Unit, list[Unit]]]]:
    """Make the figures of a province; and its counties, each with so many towns."""
    rng = Random(seed)  # noqa: S311 - figures to check, not secrets
    province: Province = {}
    counties = [(one, towns_of(one, at, towns)) for at, one in enumerate(counties_of(units))]
    for county, parts in counties:
        for town in parts:
            province |= {(year, town): figures for year, figures in _possible(rng)}
        for year in YEARS:
            province[year, county] = added_up(province[year, town] for town in parts)
    return province, counties


def _possible(rng: Random) -> Sequence[tuple[int, Figures]]:
    while True:
        years = list(town_years(rng))
        if all(is_possible(figures) for _, figures in years):
            return years


def report_of(unit: Unit, year: int, figures: Figures) -> Report:
    """Make a report to be laid out."""
    return Report(f"{unit.body} {year}", ANNUAL_2021, year, unit.body, figures)
