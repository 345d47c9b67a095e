"""What confronted edits show, in one pass over them."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance, Slack, Verdict
from statlint.finding import Origin, Reason
from statlint.history import NOBODY
from statlint.rule.occasion import Occasion


def occasions_of_edits(confrontation: Confrontation) -> set[Occasion]:
    """Say what the edits of a form show."""
    found: set[Occasion] = set()
    for one in confrontation.instances:
        target = one.target
        if one.blanks or one.reason is Reason.BLANK_PARTS or (target and target.empty):
            found.add(Occasion.BLANK)
        if one.verdict is not Verdict.HOLDS:
            found |= set(_amiss(one))
        if one.slack is not Slack.NONE:
            found.add(Occasion.SLACK)
    if confrontation.fractions:
        found.add(Occasion.SHARES)
    if confrontation.others is not NOBODY:
        found.add(Occasion.PARTS)
    return found


def _amiss(one: Instance) -> Iterator[Occasion]:
    """Say what an edit shows that fails or is open."""
    if one.edit.origin is Origin.PROSE:
        if one.fails:
            yield Occasion.SENTENCE
    elif one.edit.across:
        yield Occasion.ACROSS
    elif one.fails:
        yield Occasion.FAILURE
