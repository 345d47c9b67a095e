"""Consistent random reports: every edit of their form holds, whatever the size of the unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from submissions.counts import poisson, split
from submissions.model import (
    ANNUAL_2019,
    ANNUAL_2021,
    APPLICATIONS,
    DISCLOSURE,
    REVIEWS,
    STATISTICS_2014,
    Figure,
    Report,
    Slot,
)
from submissions.official import CASES, all_slots
from submissions.random_statistics import random_statistics


@dataclass(frozen=True, slots=True)
class Size:
    """How much a unit of one kind has to report: applications of one year, decisions, cases."""

    name: str
    unit_name: str
    kind_of_unit: str
    applications: float
    decisions: float
    cases: float


SIZES = (
    Size("town", "清溪镇人民政府", "town", 4, 60, 0.3),
    Size("county", "安平县人民政府", "county", 180, 20_000, 9),
    Size("city", "临江市人民政府", "city", 3200, 1_500_000, 150),
)

_SHARES = {"nat": 0.93, "biz": 0.04, "sci": 0.001, "soc": 0.004, "law": 0.015, "oth": 0.01}
_RARE = ("d1", "d3", "n3", "n5")


def random_report(form: str, size: Size, seed: int) -> Report:
    """Make one report of a form; the same seed gives the same report."""
    rng = Random(f"{form} {size.name} {seed}")  # noqa: S311 - figures to check, not secrets
    if form == STATISTICS_2014:
        return random_statistics(rng, size.name, size.unit_name, size.applications)
    figures: dict[Slot, Figure] = {}
    figures |= _disclosure_2019(rng, size) if form == ANNUAL_2019 else _disclosure_2021(rng, size)
    figures |= _applications(rng, form, size.applications)
    figures |= _reviews(rng, size.cases)
    return Report(
        id=f"random {size.name} {seed}",
        form=form,
        year=rng.choice((2019, 2020)) if form == ANNUAL_2019 else rng.choice((2021, 2023, 2025)),
        unit_name=size.unit_name,
        figures={slot: figures[slot] for slot in all_slots(form)},
        kind_of_unit=size.kind_of_unit,
    )


def random_reports(count: int, seed: int) -> tuple[Report, ...]:
    """Make so many reports of each form and size."""
    forms = (ANNUAL_2019, ANNUAL_2021, STATISTICS_2014)
    return tuple(
        random_report(form, size, seed + at)
        for at in range(count)
        for form in forms
        for size in SIZES
    )


def _applications(rng: Random, form: str, mean: float) -> dict[Slot, Figure]:
    keys = _result_keys(form)
    weights = {key: rng.random() * (0.02 if key in _RARE else 0.3) for key in keys}
    weights |= {"r1": 4.0, "u1": 2.5, "n1": 0.8}
    figures: dict[Slot, Figure] = {}
    totals = dict.fromkeys(("new", "carry", *keys, "total", "next"), 0)
    for head, share in _SHARES.items():
        column = _column(rng, mean * share, weights)
        figures |= {Slot(APPLICATIONS, key, head): value for key, value in column.items()}
        totals = {key: total + column[key] for key, total in totals.items()}
    figures |= {Slot(APPLICATIONS, key, "tot"): total for key, total in totals.items()}
    return figures


def _result_keys(form: str) -> list[str]:
    keys = ["r1", "r2", *[f"d{at}" for at in range(1, 9)], *[f"u{at}" for at in range(1, 4)]]
    keys += [f"n{at}" for at in range(1, 6)]
    return [*keys, "o"] if form == ANNUAL_2019 else [*keys, "o1", "o2", "o3"]


def _column(rng: Random, mean: float, weights: Mapping[str, float]) -> dict[str, int]:
    new, carry = poisson(rng, mean), poisson(rng, mean * 0.05)
    following = min(new + carry, poisson(rng, mean * 0.06))
    total = new + carry - following
    return {
        "new": new,
        "carry": carry,
        **split(rng, total, weights),
        "total": total,
        "next": following,
    }


def _reviews(rng: Random, mean: float) -> dict[Slot, Figure]:
    # A lawsuit after a review needs a review: where there is none, the last kind stays empty.
    counts = [poisson(rng, mean), poisson(rng, mean * 0.3), poisson(rng, mean * 0.4)]
    if counts[0] == 0:
        counts[2] = 0
    figures: dict[Slot, Figure] = {}
    for (case, _), total in zip(CASES, counts, strict=True):
        parts = split(rng, total, {"up": 5, "fix": 1, "oth": 2, "pend": 1})
        figures |= {Slot(REVIEWS, case, head): part for head, part in parts.items()}
        figures[Slot(REVIEWS, case, "tot")] = total
    return figures


def _line(key: str, heads: Sequence[str], figures: Sequence[Figure]) -> dict[Slot, Figure]:
    return {
        Slot(DISCLOSURE, key, head): figure for head, figure in zip(heads, figures, strict=True)
    }


def _amount(rng: Random, most: float) -> Decimal:
    """Draw an amount in 万元 that has four decimals, the last of them not 0."""
    return Decimal(rng.randrange(int(most * 1000)) * 10 + rng.randrange(1, 10)).scaleb(-4)


def _disclosure_2021(rng: Random, size: Size) -> dict[Slot, Figure]:
    figures: dict[Slot, Figure] = {}
    heads = ("made", "repealed", "inforce")
    for key, mean in (("rules", 2.0 if size.name == "city" else 0.0), ("norms", 9.0)):
        made, repealed = poisson(rng, mean), poisson(rng, mean)
        kept = max(0, made - repealed) + poisson(rng, mean * 6)
        figures |= _line(key, heads, (made, repealed, kept))
    for key in ("permit", "punish", "force"):
        figures |= _line(key, ("decided",), (poisson(rng, size.decisions * rng.random()),))
    fee = _amount(rng, 9000) if size.name != "town" else 0
    return figures | _line("fee", ("amount",), (fee,))


def _disclosure_2019(rng: Random, size: Size) -> dict[Slot, Figure]:
    figures: dict[Slot, Figure] = {}
    for key, mean in (("rules", 2.0 if size.name == "city" else 0.0), ("norms", 9.0)):
        made = poisson(rng, mean)
        published = rng.randint(0, made)
        public = published + poisson(rng, mean * 6)
        figures |= _line(key, ("made", "published", "public"), (made, published, public))
    for key in ("permit", "other", "punish", "force"):
        items = poisson(rng, 60 * rng.random())
        change = rng.randint(-items // 2, 12) if items else 0
        figures |= _line(
            key,
            ("items", "change", "decided"),
            (items, change, _decided(rng, size, items + change)),
        )
    fees = poisson(rng, 3)
    figures |= _line("fee", ("items", "change"), (fees, -1 if fees > 1 else 0))
    count = poisson(rng, size.decisions**0.5)
    spent = Decimal(rng.randrange(10**6, 10**7) * count).scaleb(-2)
    return figures | _line("procure", ("count", "amount"), (count, spent if count else 0))


def _decided(rng: Random, size: Size, items: int) -> int:
    """Draw a number of decisions that cannot be mistaken for the number of items."""
    if items == 0:
        return 0
    decided = poisson(rng, size.decisions * rng.random())
    return decided + 1 if decided == items else decided
