"""From a filled form of another file to a neighbour of the one that is checked."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import Facts, Filing
from statlint.history.model import Neighbour, Places, Relation


def beside(filing: Filing, relation: Relation) -> Neighbour:
    """Take a form of the same keys as a neighbour of the form that is checked."""
    return Neighbour(
        path=filing.path,
        relation=relation,
        tables={one.plan.key: _places(one, filing.path) for one in filing.facts},
        period=filing.filled.period,
        unit_name=filing.filled.unit_name or "",
    )


def _places(facts: Facts, path: str) -> Places:
    return {(one.line.key, one.head.key): replace(one, path=path) for one in facts}
