"""Consistent random statistics sheets of the years 2014 to 2018."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from random import Random

from submissions.counts import poisson, split
from submissions.model import STATISTICS, STATISTICS_2014, Figure, Report, Slot
from submissions.sheet_2014 import line_key, statistics_slots

_SIGNED = {
    "单位负责人": "张建国",
    "审核人": "李秀英",
    "填报人": "王芳",
    "联系电话": "0551-64492213",
}


def random_statistics(rng: Random, size: str, unit_name: str, mean: float) -> Report:
    """Make one sheet; all relations of the notice hold, the soft ones too."""
    values: dict[str, Figure] = {}
    values |= _publishing(rng, mean)
    values |= _answering(rng, mean)
    values |= _applications(rng, mean)
    values |= _cases(rng, mean)
    values |= _means(rng)
    year = rng.randint(2014, 2018)
    figures = {Slot(STATISTICS, line_key(code), "value"): value for code, value in values.items()}
    return Report(
        id=f"random sheet {size}",
        form=STATISTICS_2014,
        year=year,
        unit_name=unit_name,
        figures={slot: figures[slot] for slot in statistics_slots()},
        sign_off={**_SIGNED, "填报日期": f"{year + 1}-1-{rng.randint(5, 28)}"},
    )


def _numbered(code: str, parts: Mapping[str, int]) -> dict[str, Figure]:
    return {f"{code}{key}": part for key, part in parts.items()}


def _publishing(rng: Random, mean: float) -> dict[str, Figure]:
    norms = poisson(rng, 4)
    shares = [poisson(rng, mean * weight) for weight in (0.2, 6, 1, 1.5, 0.6)]
    # Each published item went out through at least one channel, some through two.
    total = max(norms, sum(shares) - rng.randint(0, min(shares)))
    website = total - sum(shares) + shares[1] if sum(shares) < total else shares[1]
    channels = (shares[0], website, *shares[2:])
    return {
        "1.1": total,
        "1.1a": norms,
        "1.1b": norms + poisson(rng, 2),
        **{f"1.2.{at}": count for at, count in enumerate(channels, 1)},
    }


def _answering(rng: Random, mean: float) -> dict[str, Figure]:
    asked = poisson(rng, mean * 0.1 + 1)
    briefings, talks = (poisson(rng, 3), poisson(rng, 2)) if asked else (0, 0)
    articles = 1 + poisson(rng, 4) if asked else 0
    posts, other = (poisson(rng, 3), poisson(rng, 1)) if asked else (0, 0)
    return {
        "2.1": asked,
        "2.2.1": briefings,
        "2.2.1a": rng.randint(0, briefings),
        "2.2.2": talks,
        "2.2.2a": rng.randint(0, talks),
        "2.2.3": articles,
        "2.2.4": posts,
        "2.2.5": other,
    }


def _applications(rng: Random, mean: float) -> dict[str, Figure]:
    received = poisson(rng, mean)
    closed = received - rng.randint(0, received // 10)
    answers = split(
        rng, closed, {"2": 4, "1": 2, "3": 1, "4": 1, "5": 1.5, "6": 1.5, "7": 0.5, "8": 0.5}
    )
    refused = split(rng, answers["4"], {"f": 2, "b": 1, "c": 1, "a": 0.3, "d": 0.3, "e": 0.6})
    return {
        "3.1": received,
        **_numbered("3.1.", split(rng, received, {"3": 6, "1": 2, "2": 0.3, "4": 2})),
        "3.2": closed,
        **_numbered("3.2.", split(rng, closed, {"1": 9, "2": 1})),
        "3.3": closed,
        **_numbered("3.3.", answers),
        **_numbered("3.3.4", refused),
    }


def _cases(rng: Random, mean: float) -> dict[str, Figure]:
    values: dict[str, Figure] = {}
    for code in ("4", "5"):
        count = poisson(rng, mean * 0.02)
        values[code] = count
        values |= _numbered(f"{code}.", split(rng, count, {"1": 4, "2": 1, "3": 2}))
    return {**values, "6": poisson(rng, 0.3), "7": 0}


def _means(rng: Random) -> dict[str, Figure]:
    full_time, part_time = poisson(rng, 3), poisson(rng, 12)
    courses = poisson(rng, 2)
    return {
        "8.1": poisson(rng, 2),
        "8.2": poisson(rng, 6),
        "8.3": full_time + part_time,
        "8.3.1": full_time,
        "8.3.2": part_time,
        "8.4": Decimal(rng.randrange(1, 3000)).scaleb(-2),
        "9.1": poisson(rng, 3),
        "9.2": courses,
        "9.3": courses * rng.randint(8, 60),
    }
