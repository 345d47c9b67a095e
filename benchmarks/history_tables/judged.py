"""What statlint says of a made table beside those of earlier years."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from diagnosis_tables.model import Blank, Slot
from history_tables.made import HEADS, LINES, Counts
from statlint.confront.follows import follows_in, told_in
from statlint.facts import Filing
from statlint.form import build_form
from statlint.history import History, Oddity, Relation, beside
from statlint.history.oddities import oddities
from statlint.values import Thresholds

_TABLE = "table"


def said_of(years: Sequence[Counts], thresholds: Thresholds) -> tuple[Oddity, ...]:
    """Give what is odd about the last of some years; its totals are what its figures come to."""
    *earlier, now = (_blank().confronted(_with_totals(one)) for one in years)
    neighbours = tuple(
        beside(Filing(f"{at}.xlsx", one.filled, one.facts), Relation.PREVIOUS)
        for at, one in enumerate(earlier)
    )
    history = History(now.filled, now.facts, neighbours)
    return oddities(history, follows=follows_in(now), told=told_in(now), thresholds=thresholds)


def places_of(said: Oddity) -> set[tuple[int, int]]:
    """Give the figures, without totals, that an oddity names."""
    keys = ((one.line.key, one.head.key) for one in (said.at, *said.others))
    return {
        (int(line[1:]), int(head[1:])) for line, head in keys if line != "total" and head != "all"
    }


@cache
def _blank() -> Blank:
    heads = [f"h{at}" for at in range(HEADS)]
    lines = [f"l{at}" for at in range(LINES)]
    table = {
        "key": _TABLE,
        "title": "made",
        "line": [{"key": key, "label": key} for key in (*lines, "total")],
        "head": [{"key": key, "label": key} for key in (*heads, "all")],
        "edit": [
            {"id": "R", "rule": f"{' + '.join(heads)} = all", "per": "line"},
            {"id": "T", "rule": f"{' + '.join(lines)} = total", "per": "head"},
        ],
    }
    return Blank.of(
        build_form({"id": "made", "title": "made", "source": "made", "table": [table]}, "made")
    )


def _with_totals(figures: Counts) -> dict[Slot, int | None]:
    found: dict[Slot, int] = {}
    for (line, head), figure in figures.items():
        for own in (f"l{line}", "total"):
            for over in (f"h{head}", "all"):
                slot = Slot(_TABLE, own, over)
                found[slot] = found.get(slot, 0) + figure
    return dict(found)
