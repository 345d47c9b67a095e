"""The cells that a cause names: how they are called, what they hold, what they should hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from statlint.confront import Instance
from statlint.dataclass import dataclass
from statlint.diagnosis import Event, Survey
from statlint.facts import Fact
from statlint.finding import Proposal
from statlint.rule import label_told, printed_like
from statlint.rule.wording import one_line
from statlint.run.cause_words import Change
from statlint.run.unread_words import spoilt_words
from statlint.values import Language, Number
from statlint.values.misread import Misread
from statlint.values.place import Place


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells of one cause; where they lie on `several` sheets, each is named with its own."""

    survey: Survey
    several: bool
    language: Language = "zh"

    def name(self, fact: Fact) -> str:
        """Name a cell: D12; 表二!D12; one of another file 瑶海区.xlsx!表二!D12."""
        return name_of(fact, several=self.several, language=self.language)

    def change(self, fact: Fact, figure: Number) -> Change:
        """Give a cell with its figure; one that holds none with why it does not."""
        return change_of(fact, figure, self.name(fact), self.survey.unread.get(fact))

    def changes(self, event: Event) -> list[tuple[Fact, Number]]:
        """Give the cells of a slip with the figures that they should hold."""
        facts, scale = self.survey.facts, self.survey.scale
        return [(facts[at], scale.figure(units)) for at, units in event.changes]


def name_of(fact: Fact, *, several: bool, language: Language = "zh") -> str:
    """Name a cell, with its sheet where a cause has cells of `several`.

    A figure of a text is named by what it counts.
    """
    if fact.said and not fact.path:
        return label_told(fact.line_label).of(language)
    if not several:
        return str(fact.cell)
    # Last year's file is often called as this year's and lies in the folder of its year.
    file = PurePath(*PurePath(fact.path).parts[-2:]).as_posix() if fact.path else ""
    if isinstance(fact.sheet, Place):
        return f"{one_line(file)} {fact.sheet.words.of(language)} {fact.cell}".lstrip()
    return "!".join(filter(None, (one_line(file), one_line(fact.sheet or ""), str(fact.cell))))


def change_of(fact: Fact, figure: Number, name: str, meant: Misread | None) -> Change:
    """Give a cell with its figure; `meant` is what its text looks like where it is none."""
    how = None if meant is None else spoilt_words(meant, figure)
    proposed = printed_like(figure, fact.figure)
    return Change(name, one_line(fact.text), proposed, how, quoted=fact.figure is None)


def cells_of(
    survey: Survey,
    events: Iterable[Event],
    failed: Sequence[Instance],
    language: Language = "zh",
) -> Cells:
    """Give the cells of slips, and of the edits that they are told with."""
    facts = [survey.facts[at] for event in events for at in touched(event)]
    facts += [one.target for one in failed if one.target is not None]
    return Cells(survey, len({(fact.path, fact.sheet) for fact in facts}) > 1, language)


def touched(event: Event) -> tuple[int, ...]:
    """Give the cells that a slip makes wrong, those whose figures it tells first."""
    return (*(at for at, _ in event.changes), *event.open)


def open_proposal_of(fact: Fact) -> Proposal:
    """Name a cell that is wrong, though nothing tells what it should hold."""
    return Proposal(fact.sheet, fact.cell, fact.text, "", fact.path)


def proposal_of(fact: Fact, figure: Number) -> Proposal:
    """Propose a figure for a cell."""
    proposed = printed_like(figure, fact.figure)
    return Proposal(fact.sheet, fact.cell, fact.text, proposed, fact.path)
