"""What the forms of other files tell of failed edits that reach to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from statlint.confront import Confrontation, Instance, confront
from statlint.dataclass import replace
from statlint.diagnosis import Certainty, PartCause, PartEvent, Slip, part_causes
from statlint.facts import Fact, Facts
from statlint.finding import Alternative, Proposal
from statlint.history import Neighbour, Neighbours, Relation
from statlint.rule import printed_like
from statlint.run.cause_words import Mended, one_of_words
from statlint.run.part_words import part_words
from statlint.run.told import Told, said
from statlint.values import Language, Number

_SURE = 0.95
_OF_THE_TOTAL = frozenset({Slip.OMITTED_PARTS, Slip.COUNTED_TWICE, Slip.STALE_TOTAL})


def told_of_parts(confrontations: Sequence[Confrontation], language: Language) -> tuple[Told, ...]:
    """Tell what happened to whole parts of a total over parts."""
    return tuple(
        _told(cause, confrontation, language)
        for confrontation in confrontations
        if any(confrontation.failed_across(Relation.PARTS))
        for cause in part_causes(confrontation, _before(confrontation))
    )


def _before(confrontation: Confrontation) -> dict[str, Neighbour]:
    """Give the forms of the period before of the parts that have one."""
    others = confrontation.others
    known = ((one.path, others.before(one.path)) for one in others.by_relation[Relation.PARTS])
    return {path: neighbour for path, neighbour in known if neighbour}


def without(
    confrontations: Sequence[Confrontation], explained: Sequence[Told]
) -> Sequence[Confrontation]:
    """Leave out the edits that are explained already."""
    done = {one for told in explained for one in told.instances}
    if not done:
        return confrontations
    return [
        replace(each, instances=tuple(one for one in each.instances if one not in done))
        for each in confrontations
    ]


def expected_of(confrontations: Sequence[Confrontation]) -> dict[Fact, Number]:
    """Give the figures of the period before, by cell of this one and of its parts."""
    found = {
        fact: then.figure.value
        for each in confrontations
        for previous in each.others.by_relation.get(Relation.PREVIOUS, ())
        for facts in each.facts
        for fact in facts
        if (then := previous.get(facts.plan.key, fact.line.key, fact.head.key)) and then.figure
    }
    for each in confrontations:
        if any(each.failed_across(Relation.PARTS)):
            found.update(_expected_of_parts(each.others))
    return found


def _expected_of_parts(others: Neighbours) -> Iterator[tuple[Fact, Number]]:
    for part in others.by_relation[Relation.PARTS]:
        before = others.before(part.path)
        for table, places in part.tables.items() if before else ():
            for (line, head), fact in places.items():
                then = before.get(table, line, head) if before else None
                if then is not None and then.figure is not None:
                    yield fact, then.figure.value


def with_neighbours(confrontations: Sequence[Confrontation]) -> Sequence[Confrontation]:
    """Add the forms of other files that failed edits reach to, each with its own edits.

    A figure may be wrong there as well as here, and what it adds up to there tells.
    """
    reached = {
        fact.path
        for each in confrontations
        for one in each.instances
        if one.edit.across and (one.fails or one.gapes)
        for fact in one.facts
    }
    # One file may hold several forms, and is a neighbour of each of ours with cells of their own.
    beside = {
        id(neighbour.filing): (neighbour, each)
        for each in confrontations
        for neighbours in each.others.by_relation.values()
        for neighbour in neighbours
        if neighbour.path in reached
    }
    return [*confrontations, *(_confronted(one, own) for one, own in beside.values())]


def _confronted(neighbour: Neighbour, own: Confrontation) -> Confrontation:
    """Confront a form with its own edits; a table without a form with what ours shows."""
    if not neighbour.filing.filled.form.as_found:
        return confront(neighbour.filing.filled, neighbour.filing.facts)
    facts = [Facts(one.table, dict(neighbour.tables.get(one.plan.key, {}))) for one in own.facts]
    return confront(own.filled, facts)


def _told(cause: PartCause, confrontation: Confrontation, language: Language) -> Told:
    parts = {one.path: one for one in confrontation.others.by_relation[Relation.PARTS]}
    alternatives = tuple(
        Alternative(
            cells=tuple(_proposals(event, cause.instances)),
            reason=event.slip.value,
            probability=said(cause.probability),
            message=_message(event, cause, parts, language),
        )
        for event in cause.events
    )
    located = len(alternatives) == 1 and cause.probability >= _SURE
    return Told(
        cause.instances,
        Certainty.LOCATED if located else Certainty.ONE_OF,
        alternatives,
        (
            alternatives[0].message
            if len(alternatives) == 1
            else one_of_words(Mended(len(cause.instances))).of(language)
        ),
    )


def _message(
    event: PartEvent, cause: PartCause, parts: dict[str, Neighbour], language: Language
) -> str:
    names = [_name(parts[path]) for path in event.paths]
    words = part_words(event, names, len(cause.instances), cause.probability)
    return words.of(language)


def _name(part: Neighbour) -> str:
    file = PurePath(part.path).name
    return f"{part.unit_name} ({file})" if part.unit_name else file


def _proposals(event: PartEvent, instances: Sequence[Instance]) -> Iterator[Proposal]:
    """Propose what the total has to be, unless it is the parts that are wrong or not there."""
    if event.slip not in _OF_THE_TOTAL:
        return
    for one in instances:
        if one.target is not None and one.left is not None:
            proposed = printed_like(one.left, one.target.figure)
            yield Proposal(one.target.sheet, one.target.cell, one.target.text, proposed)
