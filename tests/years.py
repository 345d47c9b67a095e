"""Filled forms of several years, made of plain figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from statlint.confront import Confrontation, confront
from statlint.confront.follows import follows_in, told_in
from statlint.facts import Fact, Facts, Filing
from statlint.facts.blank import blank_form
from statlint.form import build_form
from statlint.history import History, Oddity, Relation, beside
from statlint.history.oddities import oddities
from statlint.values import Figure, Number, Thresholds, decimals_of

Lines: TypeAlias = Mapping[str, Sequence[Number | None]]
"""Figures by line, under the heads in their order; None is a blank."""


def year_of(form: Mapping[str, object], lines: Lines) -> Confrontation:
    """Fill a form of one table in; its lines are those given, its heads h0, h1 and so on."""
    heads = len(next(iter(lines.values())))
    table = {
        "key": "table",
        "title": "table",
        "line": [{"key": line, "label": line} for line in lines],
        "head": [{"key": f"h{at}", "label": f"h{at}"} for at in range(heads)],
        **form,
    }
    whole = {"id": "made", "title": "made", "source": "made", "table": [table]}
    filled, facts = blank_form(build_form(whole, "made"))
    return confront(filled, [_filled_in(one, lines) for one in facts])


def _filled_in(facts: Facts, lines: Lines) -> Facts:
    figures = {fact: lines[fact.line.key][int(fact.head.key.removeprefix("h"))] for fact in facts}
    return facts.reading_as(
        {
            fact: Figure(number, str(number), decimals=decimals_of(number))
            for fact, number in figures.items()
            if number is not None
        }
    )


def history_of(form: Mapping[str, object], *years: Lines) -> tuple[History, Confrontation]:
    """Fill a form in for some years, the oldest first."""
    *earlier, now = (year_of(form, lines) for lines in years)
    neighbours = tuple(
        beside(Filing(f"{at}.xlsx", one.filled, one.facts), Relation.PREVIOUS)
        for at, one in enumerate(earlier)
    )
    return History(now.filled, now.facts, neighbours), now


def odd_in(
    form: Mapping[str, object], *years: Lines, thresholds: Thresholds | None = None
) -> list[str]:
    """Tell what is odd about the last of some years: its kind, its extent and its cells."""
    history, now = history_of(form, *years)
    found = oddities(
        history,
        follows=follows_in(now),
        told=told_in(now),
        thresholds=thresholds or Thresholds(),
    )
    return [_told(one) for one in found]


def _told(one: Oddity) -> str:
    cells = " ".join(map(_place, (one.at, *one.others)))
    return f"{one.kind} {one.extent}: {cells}"


def _place(fact: Fact) -> str:
    return f"{fact.line.key}.{fact.head.key}"
