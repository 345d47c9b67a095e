"""Find what a filled form is held against among the forms of other files."""

from __future__ import annotations

from statlint.dataclass import replace
from statlint.facts import Filing
from statlint.finding import Reason
from statlint.history import Neighbour, PassedOver, Relation, Vicinity, beside, comparable
from statlint.history.alike import beside_alike, matches
from statlint.history.card import Card
from statlint.history.choose import Candidates, vicinity_of
from statlint.run.forms import Others
from statlint.run.library import dated


def finder(candidates: Candidates) -> Others:
    """Make what finds the neighbours of each form of one file."""

    def find(filing: Filing) -> Vicinity:
        own = dated(filing)
        if own.filled.form.id:
            return vicinity_of(own, candidates, _comparable, _matched)
        found = vicinity_of(own, candidates, _alike, beside_alike)
        return replace(found, passed_over=(*found.passed_over, *_renamed(own, found)))

    return find


def _comparable(own: Filing, other: Card) -> bool:
    return other.form is not None and comparable(own.filled.form, other.form)


def _matched(other: Filing, relation: Relation, own: Filing) -> Neighbour:
    return beside(other, relation, own)


def _alike(own: Filing, other: Card) -> bool:
    if other.form is not None:
        return False
    filing = other.filing()
    # A text without a table is held against last year's.
    return bool(matches(own, filing)) or (not own.facts and filing.text is not None)


def _renamed(own: Filing, vicinity: Vicinity) -> list[PassedOver]:
    """Tell of lines that the period before has not: renamed, or new."""
    previous = vicinity.neighbours.by_relation.get(Relation.PREVIOUS, ())
    return [
        PassedOver(one.path, Relation.PREVIOUS, Reason.ABSENT_ELSEWHERE, one.period, line=label)
        for one in previous
        for match in matches(own, one.filing)
        for label in match.unmatched
    ]
