"""The causes of what failed in one file: which edits each explains, and what may be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statlint.confront import Confrontation, Instance
from statlint.diagnosis import (
    Cause,
    Certainty,
    Event,
    Explanation,
    Slip,
    Survey,
    agreements,
    diagnose,
    group,
    meanings_of,
    sums_among,
    survey,
)
from statlint.facts import Fact
from statlint.finding import Alternative, Proposal
from statlint.formula import Formulas
from statlint.rule import printed_like
from statlint.rule.wording import one_line
from statlint.run.cause_labels import about_words, is_taken_away
from statlint.run.cause_words import (
    GUESSED,
    ONLY_THE_LINE,
    Change,
    Mended,
    event_words,
    located_words,
    one_of_words,
    possible_words,
)
from statlint.run.unread_words import spoilt_words
from statlint.values import Language, Number, Text

_UNCONFIRMED = 0.99
"""How sure a single edit can be of what a text should be that is no figure."""
_SUREST = 0.9999
"""The highest probability that is said: nothing about a table is certain."""
_WORTH_A_LOOK = 0.2
"""How likely a guess must be to be told where nothing is sure."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is told of some failed edits together: how much is known, and what may be meant.

    `suspects` are the cells that may be wrong, the most likely first.
    """

    instances: tuple[Instance, ...]
    certainty: Certainty
    alternatives: tuple[Alternative, ...] = ()
    message: str = ""
    suspects: tuple[Fact, ...] = ()

    @property
    def without_figure(self) -> frozenset[Fact]:
        """The cells that hold no figure: what is told of them has the same cause."""
        return frozenset(fact for fact in self.suspects if fact.figure is None)


def causes_of(
    confrontations: Sequence[Confrontation], formulas: Formulas | None, language: Language
) -> tuple[Told, ...]:
    """Tell the causes of what failed, each edit once."""
    unread = meanings_of(confrontations, formulas)
    system = survey(confrontations, sums_among(confrontations, formulas), unread=unread)
    if system is None:
        return ()
    causes = diagnose(system.system)
    told = [one for cause in causes for one in _told(cause, system, language)]
    told += _agreed(confrontations, causes, system, language)
    explained = {one for each in told for one in each.instances}
    rest = [
        instance
        for confrontation in confrontations
        for instance in confrontation.instances
        if (instance.fails or instance.gapes) and instance not in explained
    ]
    return (*told, *(Told(members, Certainty.LINE) for members in group(rest)))


def _told(cause: Cause, survey: Survey, language: Language) -> Iterator[Told]:
    failed = tuple(survey.instances[at] for at in cause.failed)
    if not _asks_for_a_figure(cause, survey) or not _is_told(cause, failed, survey):
        return
    if cause.certainty is Certainty.LOCATED:
        yield from _located(cause.explanations[0], failed, survey, language)
        return
    one_of = cause.certainty is Certainty.ONE_OF
    worth = [one for one in cause.explanations if one_of or one.probability >= _WORTH_A_LOOK]
    if worth:
        found = tuple(_possible(one, survey, language) for one in worth)
        message = one_of_words(_mended(failed)) if one_of else GUESSED
        suspects = _cells([event for one in worth for event in one.events], survey)
        yield Told(failed, cause.certainty, found, message.of(language), suspects)
    elif len(failed) == 1 and failed[0].weights and not _is_open(failed[0]):
        yield Told(failed, cause.certainty, message=ONLY_THE_LINE.of(language))


def _is_told(cause: Cause, failed: Sequence[Instance], survey: Survey) -> bool:
    """Tell whether a rule has told of something: of a failed edit, or of a text that is wrong."""
    cells = {at for one in cause.explanations for event in one.events for at, _ in event.changes}
    return not all(map(_is_open, failed)) or any(survey.facts[at] in survey.unread for at in cells)


def _is_open(instance: Instance) -> bool:
    return not (instance.fails or instance.gapes)


def _mended(instances: Sequence[Instance]) -> Mended:
    opened = sum(map(_is_open, instances))
    return Mended(len(instances) - opened, opened)


def _agreed(
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
        fact = one.fact
        change = _change(fact, one.figure, survey)
        words = located_words(
            [event_words(Slip.UNREADABLE, [change], Text("", ""))],
            Mended(opened=len(one.held), broken=len(one.broken)),
            one.probability,
            plain=True,
        )
        found = Alternative(
            cells=(Proposal(fact.sheet, fact.cell, fact.text, change.proposed),),
            reason=Slip.UNREADABLE.value,
            probability=_said(one.probability),
            message=words.of(language),
        )
        yield Told(one.held, Certainty.LOCATED, (found,), found.message, (fact,))


def _change(fact: Fact, figure: Number, survey: Survey) -> Change:
    """Give a cell with its figure; one that holds none with why it does not."""
    proposed = printed_like(figure, fact.figure)
    if fact in survey.unread:
        how = spoilt_words(survey.unread[fact], figure)
        return Change(str(fact.cell), one_line(fact.text), proposed, how, quoted=True)
    return Change(str(fact.cell), one_line(fact.text), proposed, quoted=fact.figure is None)


def _asks_for_a_figure(cause: Cause, survey: Survey) -> bool:
    """Tell whether an edit says what a figure should be: a bound only says what it should not."""
    count = len(survey.system.equations)
    return any(at < count or survey.system.conditions[at - count].proposals for at in cause.failed)


def _possible(explanation: Explanation, survey: Survey, language: Language) -> Alternative:
    """Tell one of several possibilities."""
    events = explanation.events
    words = possible_words([_event(event, survey) for event in events], explanation.probability)
    return _alternative(events, explanation.probability, words, survey, language)


def _located(
    explanation: Explanation, failed: Sequence[Instance], survey: Survey, language: Language
) -> Iterator[Told]:
    """Tell each slip by itself, with the failed edits that its cells are in.

    Slips that are in the same edits only are told together.
    """
    shares = _shares(explanation.events, failed, survey)
    if not all(shares):
        yield _sure(explanation.events, failed, explanation.probability, survey, language)
        return
    for event, own in zip(explanation.events, shares, strict=True):
        yield _sure((event,), own, explanation.probability, survey, language)


def _shares(
    events: Sequence[Event], failed: Sequence[Instance], survey: Survey
) -> list[tuple[Instance, ...]]:
    """Give each slip the edits that name its cells, or totals that follow them; the last the rest.

    So nothing is left that no slip is told with.
    """
    left = list(failed)
    shares = []
    for event in events[:-1]:
        cells = {survey.facts[at] for at in _with_followers(event, survey)}
        shares.append(tuple(one for one in left if not cells.isdisjoint(one.facts)))
        left = [one for one in left if one not in shares[-1]]
    return [*shares, tuple(left)]


def _with_followers(event: Event, survey: Survey) -> set[int]:
    """Give the cells of a slip, with those that formulas derive from them."""
    cells = {at for at, _ in event.changes}
    before = 0
    while len(cells) > before:
        before = len(cells)
        for derived, terms in (survey.system.formulas or {}).items():
            if any(at in cells for at, _ in terms):
                cells.add(derived)
    return cells


def _sure(
    events: Sequence[Event],
    failed: Sequence[Instance],
    probability: float,
    survey: Survey,
    language: Language,
) -> Told:
    if len(failed) == 1 and all(event.slip is Slip.UNREADABLE for event in events):
        probability = min(probability, _UNCONFIRMED)
    words = located_words(
        [_event(event, survey) for event in events],
        _mended(failed),
        probability,
        plain=sum(len(event.changes) for event in events) == 1,
    )
    found = _alternative(events, probability, words, survey, language)
    suspects = _cells(events, survey)
    return Told(tuple(failed), Certainty.LOCATED, (found,), found.message, suspects)


def _cells(events: Sequence[Event], survey: Survey) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(survey.facts[at] for event in events for at, _ in event.changes))


def _alternative(
    events: Sequence[Event],
    probability: float,
    words: Text,
    survey: Survey,
    language: Language,
) -> Alternative:
    changes = [change for event in events for change in event.changes]
    return Alternative(
        cells=tuple(_proposal(survey.facts[at], units, survey) for at, units in changes),
        reason=events[0].slip.value,
        probability=_said(probability),
        message=words.of(language),
    )


def _said(probability: float) -> float:
    return min(round(probability, 4), _SUREST)


def _proposal(fact: Fact, units: int, survey: Survey) -> Proposal:
    figure = survey.scale.figure(units)
    return Proposal(fact.sheet, fact.cell, fact.text, printed_like(figure, fact.figure))


def _event(event: Event, survey: Survey) -> Text:
    changes = [
        _change(survey.facts[at], survey.scale.figure(units), survey) for at, units in event.changes
    ]
    return event_words(
        event.slip, changes, about_words(event, survey), taken_away=is_taken_away(event, survey)
    )
