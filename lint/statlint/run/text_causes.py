"""What is told of texts that are no figures, beside what the search for wrong figures says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation
from statlint.diagnosis import (
    Agreement,
    Cause,
    Certainty,
    LeftOut,
    Slip,
    Survey,
    agreements,
)
from statlint.finding import Alternative
from statlint.run.cause_cells import cells_of, change_of, name_of, proposal_of
from statlint.run.cause_words import Mended, event_words, left_out_words, located_words
from statlint.run.told import Told, said
from statlint.values import Language, Text
from statlint.values.misread import Spoilt

_SURE = 0.95


def agreed(
    confrontations: Sequence[Confrontation],
    causes: Sequence[Cause],
    survey: Survey,
    language: Language,
) -> Iterator[Told]:
    """Tell of texts that their edits bear out; what is sure of other cells is taken for true."""
    sure = {
        survey.facts[at]: survey.scale.figure(units)
        for cause in causes
        if cause.certainty is Certainty.LOCATED
        for event in cause.explanations[0].events
        for at, units in event.changes
    }
    for one in agreements(confrontations, survey.unread, sure):
        yield _agreed(one, survey, language)


def _agreed(one: Agreement, survey: Survey, language: Language) -> Told:
    change = cells_of(survey, (), one.held).change(one.fact, one.figure)
    words = located_words(
        [event_words(Slip.UNREADABLE, [change], Text("", ""))],
        Mended(opened=len(one.held), broken=len(one.broken)),
        one.probability,
        plain=True,
    ).of(language)
    proposed = (proposal_of(one.fact, one.figure),)
    found = Alternative(proposed, Slip.UNREADABLE.value, said(one.probability), words)
    return Told(one.held, Certainty.LOCATED, (found,), words, (one.fact,))


def left_out(texts: Sequence[LeftOut], language: Language) -> Iterator[Told]:
    """Tell of texts that totals were reckoned without; only they themselves say what they mean."""
    for one in texts:
        if one.meant.spoilt is not Spoilt.OTHER:
            yield _left_out(one, language)


def _left_out(one: LeftOut, language: Language) -> Told:
    fact, figure, probability = one.fact, one.meant.value, one.meant.odds
    stated = [each.target for each in one.instances if each.target is not None]
    several = any(total.sheet != fact.sheet for total in stated)
    change = change_of(fact, figure, name_of(fact, several=several), one.meant)
    event = event_words(Slip.UNREADABLE, [change], Text("", ""))
    totals = dict.fromkeys(name_of(total, several=several) for total in stated)
    words = left_out_words(event, list(totals), probability).of(language)
    proposed = (proposal_of(fact, figure),)
    found = Alternative(proposed, Slip.UNREADABLE.value, said(probability), words)
    certainty = Certainty.LOCATED if probability >= _SURE else Certainty.LINE
    return Told(one.instances, certainty, (found,), words, (fact,))
