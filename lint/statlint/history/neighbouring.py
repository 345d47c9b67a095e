"""From a filled form of another file to a neighbour of the one that is checked."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.dataclass import replace
from statlint.facts import Fact, Facts, Filing, solid
from statlint.history.mapped import places_in
from statlint.history.model import Neighbour, Places, Relation


def beside(filing: Filing, relation: Relation, own: Filing | None = None) -> Neighbour:
    """Take a filled form as a neighbour of the one that is checked, `own`.

    Its cells get the keys that they have there; without `own` they keep their keys. Of parts there
    may be thousands: their facts are made when they are asked for.
    """
    known = filing.facts if relation is Relation.PARTS else tuple(map(solid, filing.facts))
    elsewhere = replace(filing, facts=tuple(_with_path(facts, filing.path) for facts in known))
    return Neighbour(relation=relation, tables=_tables(elsewhere, own), filing=elsewhere)


def _tables(filing: Filing, own: Filing | None) -> Mapping[str, Places]:
    if own is not None:
        return places_in(filing, own)
    return {facts.plan.key: _places(facts) for facts in filing.facts}


def _with_path(facts: Facts, path: str) -> Facts:
    """Let each cell say in which file it stands."""
    if all(one.path == path for one in facts):
        return facts
    return Facts(facts.table, {key: replace(one, path=path) for key, one in _places(facts).items()})


def _places(facts: Facts) -> dict[tuple[str, str], Fact]:
    return {(one.line.key, one.head.key): one for one in facts}
