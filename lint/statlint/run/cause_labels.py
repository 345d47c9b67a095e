"""What a slip is about, by its labels: the parts left out, the lines that were exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.diagnosis import Event, Slip, Survey
from statlint.facts import Fact
from statlint.rule.wording import one_line
from statlint.run.cause_words import labels_words
from statlint.values import Text

_NOTHING = Text("", "")


def about_words(event: Event, survey: Survey) -> Text:
    """Name what a slip is about as printed."""
    if event.slip is Slip.COPIED:
        return _NOTHING if event.source is None else source_name(event.source, survey)
    changed = survey.facts[event.changes[0][0]]
    if event.slip is Slip.EXCHANGED:
        mate = _mate(event, survey)
        return _named((changed, mate), across=mate.line is changed.line)
    about = [survey.facts[at] for at in event.about]
    return _named(about, across=all(fact.line is changed.line for fact in about))


def source_name(source: int, survey: Survey) -> Text:
    """Name the table from which figures were copied by its title."""
    title = survey.system.sources[source].name
    return Text(f"「{one_line(title.zh)}」", f"“{one_line(title.en)}”")


def is_taken_away(event: Event, survey: Survey) -> bool:
    """Tell whether what was left out of a total, or counted twice, is taken away there."""
    at, new = event.changes[0]
    cells = survey.system.cells
    step = (new - cells[at].value) * sum(cells[one].value for one in event.about)
    return step > 0 if event.slip is Slip.COUNTED_TWICE else step < 0


def _mate(event: Event, survey: Survey) -> Fact:
    """Give the cell that holds what the first one should."""
    first, new = event.changes[0]
    cells = survey.system.cells
    holding = [at for at, _ in event.changes[1:] if cells[at].value == new]
    beside = (at for at in holding if cells[at].head == cells[first].head)
    return survey.facts[next(beside, holding[0])]


def _named(about: Sequence[Fact], *, across: bool) -> Text:
    """Name cells by what tells them apart; those of one heading by the heading."""
    above = [fact.head.above if across else fact.line.above for fact in about]
    whole = len(set(above)) == 1 and len(above) > 1
    shared = above[0][-1:] if whole else ()
    labels = shared or tuple(fact.head_label if across else fact.line_label for fact in about)
    return labels_words([one_line(label) for label in dict.fromkeys(labels)])
