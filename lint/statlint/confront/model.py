"""What became of the edits of a filled form: each instance holds, fails or could not be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.choice import StrEnum
from statlint.confront.quantity import Exact
from statlint.confront.scene import Scene
from statlint.dataclass import dataclass
from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin, Reason, Severity
from statlint.form import BlankMeans, Edit, EditKind, Scope
from statlint.history import NOBODY, Neighbours
from statlint.table import FilledForm
from statlint.values import Number

_SINCE = "since-"
"""Begins the rivals of edits on change since last year; other rivals of a text are quotations."""


class Verdict(StrEnum):
    """What became of one edit at one place."""

    HOLDS = "holds"
    FAILS = "fails"
    NOT_CHECKED = "not-checked"


class Slack(StrEnum):
    """What would explain a share, a sum of shares or a place that does not come out."""

    NONE = "none"
    TRUNCATED = "truncated"
    """Cut off in place of rounded."""
    FORCED = "forced"
    """One off in the last digit, and the list of shares adds up to exactly 100 so."""
    LAST_DIGIT = "last-digit"
    """One off in the last digit, and nothing asks for it."""
    NO_WHOLE = "no-whole"
    """A share of nothing: 100% of 0 cases."""
    UNLIKELY = "unlikely"
    """A sum that holds, but only with rounding errors that hardly ever come together."""
    TIE = "tie"
    """A place that only the order of equal figures explains."""

    @property
    def mildest(self) -> Severity:
        """The severity that an edit so explained has at most."""
        if self is Slack.NONE:
            return Severity.ERROR
        queries = {Slack.LAST_DIGIT, Slack.NO_WHOLE, Slack.TIE}
        return Severity.WARNING if self in queries else Severity.INFORMATION


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """One edit under one head, on one line or once, with the facts that it names.

    `left` and `right` are the two sides with blanks taken as 0, in exact arithmetic; for a balance
    edit `right` is the single figure that is stated (the total) and `left` what its parts give.
    `target` is the cell to look at first. `blanks` are the empty cells that were taken as 0.
    """

    edit: Edit
    verdict: Verdict
    facts: Sequence[Fact]
    target: Fact | None
    left: Number | None = None
    right: Number | None = None
    reason: Reason | None = None
    blanks: tuple[Fact, ...] = ()
    slack: Slack = Slack.NONE
    where: str | None = None
    """The key of the line or head it was checked on; None for an edit that is checked once."""
    weights: tuple[tuple[Fact, Exact], ...] = ()
    """For an equation of weighted cells that does not hold: each weight in left − right."""
    shifted: tuple[Fact, ...] = ()
    """For a place in a ranking: the cells of other places that are wrong only because of it."""
    scene: Scene | None = None

    @property
    def fails(self) -> bool:
        """Whether the edit is broken here."""
        return self.verdict is Verdict.FAILS

    @property
    def stands_alone(self) -> bool:
        """Whether nothing that other instances show can change what was found here."""
        edit = self.edit
        return (
            self.verdict is not Verdict.FAILS
            and self.slack is Slack.NONE
            and edit.rival is None
            and not edit.proven
            and edit.kind is not EditKind.RANK
        )

    @property
    def gapes(self) -> bool:
        """Whether it is open because of blanks, and does not hold with them as 0."""
        return self.reason is Reason.BLANK_PARTS and self.difference not in {None, 0}

    @property
    def lacks(self) -> bool:
        """Whether it is open only because a figure is blank that other forms tell."""
        target = self.target
        return (
            self.gapes
            and target is not None
            and target.empty
            and all(fact is target or fact.figure is not None for fact in self.facts)
        )

    @property
    def severity(self) -> Severity:
        """How bad a failure is: what the edit says, else its nature, and no more than explained."""
        mandatory = self.edit.nature is Nature.MANDATORY
        stated = self.edit.severity or (Severity.ERROR if mandatory else Severity.WARNING)
        return max(stated, self.slack.mildest, key=lambda severity: severity.rank)

    @property
    def nature(self) -> Nature:
        """What is asked for: what is explained need not be put right."""
        return self.edit.nature if self.slack is Slack.NONE else Nature.QUERY

    @property
    def difference(self) -> Number | None:
        """Left minus right."""
        if self.left is None or self.right is None:
            return None
        from statlint.values import exact

        return exact.subtract(self.left, self.right)

    @property
    def sources(self) -> tuple[Fact, ...]:
        """The other facts that matter: all but the target and those that say 0 or nothing."""
        return tuple(
            fact
            for fact in self.facts
            if fact is not self.target
            and not fact.empty
            and (fact.figure is None or fact.figure.value != 0)
        )

    def label_of(self, fact: Fact) -> str:
        """Name one of the facts by what tells it from the others: its line, its head, or both."""
        if self.edit.scope is Scope.HEAD:
            return fact.line_label
        if self.edit.scope is Scope.LINE:
            return fact.head_label
        return f"{fact.line_label} · {fact.head_label}"


@dataclass(frozen=True, slots=True, eq=False)
class Confrontation:
    """All edits of a filled form, confronted with its facts."""

    filled: FilledForm
    facts: tuple[Facts, ...]
    instances: tuple[Instance, ...]
    fractions: tuple[Fact, ...] = ()
    """The first cell of each head whose shares are written as fractions of 1."""
    others: Neighbours = NOBODY
    text: Facts | None = None
    """The figures of the sentences around the tables of a document."""

    def failed(self, *kinds: EditKind) -> Iterator[Instance]:
        """Go through the failed instances of some kinds of edit within the form.

        What sentences say is told by rules of their own.
        """
        for instance in self.instances:
            if instance.verdict is not Verdict.FAILS:
                continue
            edit = instance.edit
            if edit.kind in kinds and edit.origin is not Origin.PROSE and not edit.across:
                yield instance

    def failed_in_text(self, *ids: str) -> Iterator[tuple[Instance, Fact]]:
        """Go through what sentences say and does not hold, by the ids of edits.

        Each comes with the figure of the text that is stated.
        """
        for instance, fact in self._failed_sentences():
            if instance.edit.id in ids:
                yield instance, fact

    def failed_quotations(self) -> Iterator[tuple[Instance, Fact]]:
        """Go through the figures that sentences quote from tables, and that differ there."""
        for instance, fact in self._failed_sentences():
            rival = instance.edit.rival
            if rival is not None and not rival.startswith(_SINCE):
                yield instance, fact

    def failed_since_last_year(self) -> Iterator[tuple[Instance, Fact]]:
        """Go through what sentences say of change since last year, and last year denies."""
        for instance, fact in self._failed_sentences():
            if (instance.edit.rival or "").startswith(_SINCE):
                yield instance, fact

    def _failed_sentences(self) -> Iterator[tuple[Instance, Fact]]:
        for instance in self.instances:
            if instance.edit.origin is Origin.PROSE and instance.fails:
                target = instance.target
                said = target if target and target.said else _first_said(instance.facts)
                if said is not None:
                    yield instance, said

    def failed_across(self, *relations: str) -> Iterator[Instance]:
        """Go through the failed instances of edits that reach to other forms, of any kind.

        A figure left blank in a table with others, where other forms ask for one, is among them,
        unless the form says that every blank is a missing figure anyway.
        """
        strict = self.filled.form.blank is BlankMeans.MISSING
        begun = {one.plan.key for one in self.facts if any(fact.figure for fact in one)}
        for instance in self.instances:
            if not instance.edit.across or instance.edit.origin is Origin.PROSE:
                continue
            if any(one in relations for one in instance.edit.across.split("+")) and (
                instance.fails
                or (not strict and instance.lacks and instance.facts[0].table in begun)
            ):
                yield instance


def _first_said(facts: Sequence[Fact]) -> Fact | None:
    return next((fact for fact in facts if fact.said), None)
