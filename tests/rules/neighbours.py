"""The files beside that of a case: last year's, its parts, the months of its year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from rules.web_pages import open_page
from statlint.facts import Filing, read_facts
from statlint.finding import Reason
from statlint.history import (
    Neighbour,
    Neighbours,
    PassedOver,
    Relation,
    Vicinity,
    beside,
    comparable,
)
from statlint.run.lists import ListsBeside
from statlint.run.read import read
from statlint.run.work import Work
from statlint.values import Period
from statlint.workbook import open_workbook

KEYS = (*(relation.value.replace("_", "-") for relation in Relation), "earlier")
"""What a case may have beside its own grid: grids of other files."""


def others_of(data: Mapping[str, Any], work: Work) -> Callable[[Filing], Vicinity]:
    """Give what finds the files beside that of a case."""
    return partial(_vicinity, data, work)


def lists_of(data: Mapping[str, Any], work: Work) -> ListsBeside:
    """Give the earlier long lists that those of a case are held against."""
    grids = () if "prose" in data else _grids(data, "previous")
    files = [read(open_workbook("previous.csv", grid.encode()), work) for grid in grids]
    return ListsBeside(tuple(one for file in files for one in file.lists))


def _vicinity(data: Mapping[str, Any], work: Work, own: Filing) -> Vicinity:
    found = {
        relation: tuple(_read(data, work, own, relation))
        for relation in Relation
        if _grids(data, relation.value)
    }
    if Relation.PREVIOUS in found and not (own.filled.period and own.filled.period.kind):
        found.setdefault(Relation.YEAR_BEFORE, found[Relation.PREVIOUS])
    earlier = (*_read(data, work, own, "earlier"), *found.get(Relation.PREVIOUS, ()))
    neighbours = Neighbours(
        {relation.value: ones for relation, ones in found.items() if ones},
        lacking=tuple(map(_passed_over, data.get("lacking", ()))),
    )
    passed_over = tuple(map(_passed_over, data.get("passed-over", ())))
    return Vicinity(own.filled, neighbours, earlier, passed_over)


def _passed_over(stated: Mapping[str, str]) -> PassedOver:
    period = Period.parse(stated["period"]) if "period" in stated else None
    relation, reason = Relation(stated["relation"]), Reason(stated["reason"])
    return PassedOver(stated["path"], relation, reason, period, stated.get("unit", ""))


def _grids(data: Mapping[str, Any], key: str) -> Sequence[str]:
    stated = data.get(key.replace("_", "-"), [])
    return [stated] if isinstance(stated, str) else stated


def _read(data: Mapping[str, Any], work: Work, own: Filing, key: str) -> list[Neighbour]:
    grids = _grids(data, key)
    found = []
    for number, grid in enumerate(grids, 1):
        name = f"{key}{number if len(grids) > 1 else ''}.csv"
        period = _period(own.filled.period, key, len(grids) - number)
        settings = replace(work.settings, period=period)
        if "prose" in data:
            file = read(open_page(grid, f"{key}.html"), work)
            found += [beside(one, Relation(key)) for one in file.filings if one.text]
            continue
        file = read(open_workbook(name, grid.encode()), replace(work, settings=settings))
        for filled in file.filled:
            filing = Filing(name, filled, tuple(read_facts(table) for table in filled.tables))
            if comparable(own.filled.form, filled.form):
                relation = Relation.PREVIOUS if key == "earlier" else Relation(key)
                found.append(beside(filing, relation, own))
                break
    return found


def _period(own: Period | None, key: str, distance: int) -> Period | None:
    """Give the period of a file beside; `earlier` ones lie before the previous one."""
    if own is None or key in {"parts", "monthly", "quarterly", "half_yearly"}:
        return own if key == "parts" else None
    if key == Relation.YEAR_BEFORE:
        return replace(own, year=own.year - 1)
    period = own.previous
    for _ in range(distance + 1 if key == "earlier" else 0):
        period = period.previous
    return period
