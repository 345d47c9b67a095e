"""A made office: three years of reports of counties and their towns, as its repository has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from provinces.made import YEARS, Figures, Province, Unit, added_up, made_province, report_of
from submissions.layout import laid_out
from submissions.model import APPLICATIONS, DISCLOSURE, Figure, Slot
from submissions.writing import write_xlsx

_UNITS, _TOWNS, _SEED = 126, 10, 3
"""Six counties of ten towns each, and three years: 198 tables."""
_JUMP = Slot(DISCLOSURE, "permit", "decided")
"""What is many times more than last year, and right: a town took over another one's licences."""
_TIMES = 12
_SLIPS = (
    (2022, 0, 0, Slot(APPLICATIONS, "total", "nat")),
    (2022, 2, 5, Slot(APPLICATIONS, "total", "tot")),
    (2023, 1, 3, Slot(APPLICATIONS, "new", "tot")),
    (2023, 4, 7, Slot(APPLICATIONS, "total", "tot")),
    (2024, 3, 2, Slot(APPLICATIONS, "r1", "nat")),
)
"""Figures that were mistyped: of which year, county, town (0: none), and where in the form."""
JUMPED, MISTYPED = (5, 4), (3, 2)


def write_office(folder: Path) -> None:
    """Write 198 tables, the list of towns and a page on them: 200 files."""
    province, counties = made_province(_UNITS, _SEED, _TOWNS)
    units = {(at, 0): county for at, (county, _) in enumerate(counties)}
    units |= {
        (at, number): town
        for at, (_, towns) in enumerate(counties)
        for number, town in enumerate(towns, start=1)
    }
    _jump(province, units)
    make = laid_out(write=write_xlsx)
    for (year, unit), figures in _slipped(province, units):
        path = folder / path_of(unit, year)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make(report_of(unit, year, figures)).data)
    towns = [unit.town for unit in units.values() if unit.town]
    (folder / "towns.csv").write_text("\n".join(["单位名称", *towns, ""]), encoding="utf-8")
    (folder / "README.md").write_text("# 政府信息公开工作年度报告\n", encoding="utf-8")


def path_of(unit: Unit, year: int) -> str:
    """Give the path of a unit's table: those of towns lie in a folder named after the county."""
    name = f"{unit.county}/{unit.town}" if unit.town else unit.county
    return f"data/{year}/{name}.xlsx"


def _jump(province: Province, units: Mapping[tuple[int, int], Unit]) -> None:
    """Let a figure of one town jump, and its county have it in its sum."""
    year, town = YEARS[-1], units[JUMPED]
    figures = dict(province[year, town])
    figures[_JUMP] = _number(figures[_JUMP]) * _TIMES
    province[year, town] = figures
    parts = (one for one in units.values() if one.town and one.county == town.county)
    province[year, units[JUMPED[0], 0]] = added_up(province[year, one] for one in parts)


def _slipped(
    province: Province, units: Mapping[tuple[int, int], Unit]
) -> Iterator[tuple[tuple[int, Unit], Figures]]:
    """Go through the reports, each with what was mistyped in it."""
    slips = {(year, units[county, town]): slot for year, county, town, slot in _SLIPS}
    for key, figures in province.items():
        slot = slips.get(key)
        yield key, {**figures, slot: _mistyped(figures[slot])} if slot else figures


def _mistyped(figure: Figure) -> int:
    """Exchange the last two digits; where they are alike, add one to the last."""
    digits = f"{_number(figure):02}"
    swapped = int(digits[:-2] + digits[-1] + digits[-2])
    return swapped if swapped != _number(figure) else swapped + 1


def _number(figure: Figure) -> int:
    return figure if isinstance(figure, int) else 0
