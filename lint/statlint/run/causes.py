"""The causes of what failed in one file: which edits each explains, and what may be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Instance
from statlint.diagnosis import (
    Cause,
    Certainty,
    Event,
    Explanation,
    Slip,
    Survey,
    diagnose,
    group,
    sums_among,
    survey,
    unread_in,
)
from statlint.diagnosis.blanks import filled_blanks
from statlint.diagnosis.components import joined
from statlint.diagnosis.undetermined import leaves_open
from statlint.facts import Fact
from statlint.finding import Alternative, Origin
from statlint.formula import Formulas
from statlint.run.beside import expected_of, told_of_parts, with_neighbours, without
from statlint.run.block_words import block_words, open_words
from statlint.run.cause_cells import Cells, cells_of, open_proposal_of, proposal_of, touched
from statlint.run.cause_labels import about_words, is_taken_away
from statlint.run.cause_words import (
    GUESSED,
    ONLY_THE_LINE,
    UNDETERMINED,
    Mended,
    event_words,
    located_words,
    one_of_words,
    possible_words,
)
from statlint.run.documents import with_telling_quotations
from statlint.run.sentence_causes import of_sentence
from statlint.run.text_causes import agreed, left_out
from statlint.run.told import Told, said
from statlint.values import Language, Text

_UNCONFIRMED = 0.99
"""How sure a single edit can be of what a text should be that is no figure."""
_LIKELIEST_GUESS = 0.9
"""The highest probability that is said of a guess: what else there may be was not all tried."""
_WORTH_A_LOOK = 0.2
"""How likely a guess must be to be told where nothing is sure."""


def causes_of(
    confrontations: Sequence[Confrontation], formulas: Formulas | None, language: Language
) -> tuple[Told, ...]:
    """Tell the causes of what failed, each edit once."""
    parts = told_of_parts(confrontations, language)
    telling = [with_telling_quotations(one) for one in without(confrontations, parts)]
    left = with_neighbours(telling)
    told = [*parts, *_of_figures(left, formulas, language)]
    explained = {one for each in told for one in each.instances}
    rest = [
        instance
        for confrontation in confrontations
        for instance in confrontation.instances
        if (instance.fails or instance.gapes) and instance not in explained
    ]
    return (*told, *(Told(members, Certainty.LINE) for members in group(rest)))


def _of_figures(
    confrontations: Sequence[Confrontation], formulas: Formulas | None, language: Language
) -> list[Told]:
    """Tell which figures are wrong; what fails in other files alone is not told here."""
    unread = unread_in(confrontations, formulas)
    told = list(left_out(unread.left_out, language))
    system = survey(
        confrontations,
        sums_among(confrontations, formulas),
        expected=expected_of(confrontations),
        unread=unread.asked,
    )
    if system is None:
        return told
    causes = _causes(system)
    told += [one for cause in causes for one in _told(cause, system, language)]
    told += agreed(confrontations, causes, system, language)
    return [
        one
        for one in told
        if any(fact.path is None for each in one.instances for fact in each.facts)
    ]


def _causes(survey: Survey) -> list[Cause]:
    """Give the causes of what failed, blanks that edits fill one by one before all else."""
    filled = list(filled_blanks(survey.system))
    told = {at for cause in filled for at in cause.failed}
    rest = (cause for cause in diagnose(survey.system) if told.isdisjoint(cause.failed))
    return [*filled, *rest]


def _told(cause: Cause, survey: Survey, language: Language) -> Iterator[Told]:
    failed = tuple(survey.instances[at] for at in cause.failed)
    if not _asks_for_a_figure(cause, survey) or not _is_told(cause, failed, survey):
        return
    if any(leaves_open(one, survey.system, cause.failed) for one in cause.explanations):
        if not all(map(_is_open, failed)):
            yield Told(failed, Certainty.LINE, message=UNDETERMINED.of(language))
        return
    if cause.certainty in (Certainty.LOCATED, Certainty.BLOCK):
        yield from _located(cause.explanations[0], failed, survey, language)
        return
    one_of = cause.certainty is Certainty.ONE_OF
    worth = [one for one in cause.explanations if one_of or one.probability >= _WORTH_A_LOOK]
    if worth:
        events = [event for one in worth for event in one.events]
        cells = cells_of(survey, events, failed, language)
        most = 1.0 if one_of else _LIKELIEST_GUESS
        found = tuple(_possible(one, cells, most, language) for one in worth)
        message = one_of_words(_mended(failed)) if one_of else GUESSED
        suspects = _suspects(events, survey)
        yield Told(failed, cause.certainty, found, message.of(language), suspects)
    elif len(failed) == 1 and failed[0].weights and not _is_open(failed[0]):
        if failed[0].edit.origin is Origin.PROSE:
            yield of_sentence(failed[0], cause.certainty, language)
        else:
            yield Told(failed, cause.certainty, message=ONLY_THE_LINE.of(language))


def _is_told(cause: Cause, failed: Sequence[Instance], survey: Survey) -> bool:
    """Tell whether a rule has told of something: of a failed edit, or of a text that is wrong."""
    cells = {at for one in cause.explanations for event in one.events for at in touched(event)}
    return not all(map(_is_open, failed)) or any(survey.facts[at] in survey.unread for at in cells)


def _is_open(instance: Instance) -> bool:
    return not (instance.fails or instance.gapes)


def _mended(instances: Sequence[Instance]) -> Mended:
    opened = sum(map(_is_open, instances))
    return Mended(len(instances) - opened, opened)


def _asks_for_a_figure(cause: Cause, survey: Survey) -> bool:
    """Tell whether an edit says what a figure should be: a bound only says what it should not."""
    count = len(survey.system.equations)
    return any(at < count or survey.system.conditions[at - count].proposals for at in cause.failed)


def _possible(
    explanation: Explanation, cells: Cells, most: float, language: Language
) -> Alternative:
    """Tell one of several possibilities, as likely as so much at most."""
    events, probability = explanation.events, min(explanation.probability, most)
    words = possible_words([_event(event, cells) for event in events], probability)
    return _alternative(events, probability, words, cells, language)


def _located(
    explanation: Explanation, failed: Sequence[Instance], survey: Survey, language: Language
) -> Iterator[Told]:
    """Tell slips that no failed edit has in common by themselves, each with its edits."""
    events = explanation.events
    naming = [_naming(event, failed, survey) for event in events]
    links = [[at for at, own in enumerate(naming) if one in own] for one in failed]
    groups = joined(range(len(events)), links)
    shares = [
        tuple(one for one in failed if any(one in naming[at] for at in members))
        for members in groups
    ]
    if sum(map(len, shares)) < len(failed) or not all(shares):
        yield _sure(events, failed, explanation.probability, survey, language)
        return
    for members, own in zip(groups, shares, strict=True):
        slips = [events[at] for at in members]
        yield _sure(slips, own, explanation.probability, survey, language)


def _naming(event: Event, failed: Sequence[Instance], survey: Survey) -> frozenset[Instance]:
    """Give the failed edits that name cells of a slip, or totals that follow them."""
    cells = {survey.facts[at] for at in _with_followers(event, survey)}
    return frozenset(one for one in failed if not cells.isdisjoint(one.facts))


def _with_followers(event: Event, survey: Survey) -> set[int]:
    """Give the cells of a slip, with those that formulas derive from them."""
    cells = set(touched(event))
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
    cells = cells_of(survey, events, failed, language)
    said_of = [_event(event, cells) for event in events]
    certainty = Certainty.LOCATED
    if any(event.open for event in events):
        certainty = Certainty.BLOCK
        words = open_words(said_of, _mended(failed), probability)
    else:
        plain = sum(len(event.changes) for event in events) == 1
        words = located_words(said_of, _mended(failed), probability, plain=plain)
    found = _alternative(events, probability, words, cells, language)
    suspects = _suspects(events, survey)
    return Told(tuple(failed), certainty, (found,), found.message, suspects)


def _suspects(events: Sequence[Event], survey: Survey) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(survey.facts[at] for event in events for at in touched(event)))


def _alternative(
    events: Sequence[Event],
    probability: float,
    words: Text,
    cells: Cells,
    language: Language,
) -> Alternative:
    changes = [change for event in events for change in cells.changes(event)]
    told = [proposal_of(fact, figure) for fact, figure in changes]
    still = [cells.survey.facts[at] for event in events for at in event.open]
    return Alternative(
        cells=(*told, *map(open_proposal_of, still)),
        reason=events[0].slip.value,
        probability=said(probability),
        message=words.of(language),
    )


def _event(event: Event, cells: Cells) -> Text:
    if event.open:
        return block_words(event, cells)
    changes = [cells.change(fact, figure) for fact, figure in cells.changes(event)]
    about = about_words(event, cells.survey)
    return event_words(event.slip, changes, about, taken_away=is_taken_away(event, cells.survey))
