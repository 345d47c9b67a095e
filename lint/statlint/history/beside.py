"""From a filled form of another file to a neighbour of the one that is checked."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import Fact, Facts, Filing
from statlint.history.model import Neighbour, Relation


def beside(filing: Filing, relation: Relation) -> Neighbour:
    """Take a form of the same keys as a neighbour of the form that is checked."""
    elsewhere = tuple(_with_path(facts, filing.path) for facts in filing.facts)
    return Neighbour(
        relation=relation,
        tables={facts.plan.key: _places(facts) for facts in elsewhere},
        filing=replace(filing, facts=elsewhere),
    )


def _with_path(facts: Facts, path: str) -> Facts:
    """Let each cell say in which file it stands."""
    return Facts(facts.table, {key: replace(one, path=path) for key, one in _places(facts).items()})


def _places(facts: Facts) -> dict[tuple[str, str], Fact]:
    return {(one.line.key, one.head.key): one for one in facts}
