"""What went wrong in a province: one slip in the last year of each of some counties."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from types import MappingProxyType

from provinces.made import YEARS, Figures, Province, Unit, added_up
from submissions.model import APPLICATIONS, DISCLOSURE, Slot

LAST = YEARS[-1]
_LEAST = 5


@dataclass(slots=True)
class Slip:
    """A slip: its kind, in which county, which codes must tell it, and of which unit."""

    kind: str
    county: Unit
    unit: Unit
    codes: frozenset[str]
    missing: bool = False
    year_printed: int = LAST
    """The year that the file of the unit says."""
    found: set[str] = field(default_factory=set)


_Make = Callable[[Province, Unit, Sequence[Unit], Random], "Slip | None"]


def make_slips(
    province: Province, counties: Sequence[tuple[Unit, list[Unit]]], share: float, rng: Random
) -> list[Slip]:
    """Make slips in a share of the counties, each kind in turn; the figures are changed."""
    kinds = list(SLIPS)
    chosen = rng.sample(list(counties), max(1, round(share * len(counties))))
    found = []
    for at, (county, towns) in enumerate(chosen):
        slip = SLIPS[kinds[at % len(kinds)]](province, county, towns, rng)
        if slip is not None:
            found.append(slip)
    return found


def _carried(province: Province, county: Unit, towns: Sequence[Unit], rng: Random) -> Slip | None:
    """Write another figure for what was carried over, so that the report itself balances."""
    for town in rng.sample(list(towns), len(towns)):
        figures = province[LAST, town]
        new, carry = (Slot(APPLICATIONS, line, "nat") for line in ("new", "carry"))
        if _number(figures, new):
            both = {
                Slot(APPLICATIONS, line, "tot"): step for line, step in (("new", -1), ("carry", 1))
            }
            for slot, step in {new: -1, carry: 1, **both}.items():
                figures[slot] = _number(figures, slot) + step
            province[LAST, county] = added_up(province[LAST, one] for one in towns)
            return Slip("carry-over", county, town, frozenset({"P201"}))
    return None


def _tenfold(province: Province, county: Unit, towns: Sequence[Unit], rng: Random) -> Slip | None:
    """Write one figure ten times too large, in a table without sums."""
    for town in rng.sample(list(towns), len(towns)):
        figures, slot = province[LAST, town], Slot(DISCLOSURE, "permit", "decided")
        if _number(figures, slot) >= _LEAST:
            figures[slot] = 10 * _number(figures, slot)
            return Slip("tenfold", county, town, frozenset({"P203", "P204", "X201"}))
    return None


def _left_out(province: Province, county: Unit, towns: Sequence[Unit], rng: Random) -> Slip | None:
    """Add up a county without one of its towns."""
    town = rng.choice(list(towns))
    rest = [one for one in towns if one != town]
    province[LAST, county] = added_up(province[LAST, one] for one in rest)
    return Slip("part left out", county, county, frozenset({"X201"}))


def _missing(province: Province, county: Unit, towns: Sequence[Unit], rng: Random) -> Slip | None:
    """Lose the file of a town."""
    town = rng.choice(list(towns))
    del province[LAST, town]
    return Slip("missing unit", county, town, frozenset({"X202"}), missing=True)


def _copied(province: Province, county: Unit, towns: Sequence[Unit], rng: Random) -> Slip | None:
    """Send in last year's figures under this year's title."""
    town = rng.choice(list(towns))
    province[LAST, town] = dict(province[LAST - 1, town])
    return Slip("last year's figures", county, town, frozenset({"P210"}))


def _other_period(
    province: Province, county: Unit, towns: Sequence[Unit], rng: Random
) -> Slip | None:
    """Send in last year's report as it was."""
    town = rng.choice(list(towns))
    province[LAST, town] = dict(province[LAST - 1, town])
    codes = frozenset({"S014", "X205", "P210"})
    return Slip("last year's report", county, town, codes, year_printed=LAST - 1)


def _number(figures: Figures, slot: Slot) -> int:
    figure = figures[slot]
    return figure if isinstance(figure, int) else 0


SLIPS: Mapping[str, _Make] = MappingProxyType(
    {
        "carry-over": _carried,
        "tenfold": _tenfold,
        "part left out": _left_out,
        "missing unit": _missing,
        "last year's figures": _copied,
        "last year's report": _other_period,
    }
)
