"""What a rule is given besides its subject: the wording, and the making of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeAlias

from statlint.confront import Instance, Slack, sides_of
from statlint.dataclass import dataclass, field
from statlint.facts import Fact
from statlint.finding import (
    EditNote,
    Finding,
    Grounds,
    Justification,
    Level,
    Nature,
    Related,
    Severity,
)
from statlint.form import edit_words, side_words
from statlint.formula import Formulas, Spot
from statlint.grid import Grid
from statlint.rule.about import about
from statlint.rule.clock import Clock
from statlint.rule.frame import frame_around
from statlint.rule.quote import quote_around
from statlint.rule.wording import aside, one_line, plain_number, say
from statlint.table import FilledForm, Label
from statlint.values import CellRef, Language, Number, Text, exact
from statlint.values.demands import Demands
from statlint.values.said import Said

At: TypeAlias = Fact | Label | Spot | Said
"""A cell that a finding names, or words of a document."""
_NO_CELL = CellRef(1, 1)
"""Stands where a cell is asked for, and words of a document are meant."""


class Stamp(Protocol):
    """What a rule puts on each of its findings."""

    @property
    def code(self) -> str:
        """Code such as B101."""

    @property
    def name(self) -> str:
        """Name such as unbalanced-total."""

    @property
    def level(self) -> Level:
        """How far the rule looks."""

    @property
    def severity(self) -> Severity:
        """Severity where neither the edit nor the finding says another."""

    @property
    def messages(self) -> Mapping[str, Text]:
        """Wordings by key."""

    @property
    def advice(self) -> Text:
        """What a person should do about a finding."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One rule at work on one file: makes its findings in the language of the run."""

    rule: Stamp
    path: str
    language: Language
    clock: Clock
    filled: FilledForm | None = None
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    formulas: Formulas | None = None
    demands: Demands = field(default_factory=Demands)
    """What a notice asks of a report."""

    @property
    def today(self) -> date:
        """The day of the run."""
        return self.clock.today

    def finding(
        self,
        message: str,
        *,
        at: At | None = None,
        edit: Instance | None = None,
        severity: Severity | None = None,
        table: str | None = None,
        related: Iterable[At] = (),
        left: Number | None = None,
        right: Number | None = None,
        advice: Text | None = None,
        ignored: bool = False,
        **values: object,
    ) -> Finding:
        """Make a finding: `message` is a key of the rule's messages, `values` fill its template.

        `at` is the cell to look at first (None: the file as a whole), `related` the others that
        matter. With `edit`, severity, nature, both sides and the edit's own wording come from it.
        `advice` is for a finding that needs other advice than the rule's. `ignored` is whether the
        workbook itself says that it is to be ignored.
        """
        others = tuple(related)
        template = self.rule.messages[message]
        advice = advice or self.rule.advice
        if edit is not None:
            left, right = edit.left, edit.right
            # The edit's own wording says that it failed; it is not for what else may be wrong,
            # nor for a failure that something explains.
            if edit.fails and edit.slack is Slack.NONE:
                template = edit.edit.message or template
                advice = edit.edit.advice or advice
        chosen = severity or (edit.severity if edit else self.rule.severity)
        return Finding(
            code=self.rule.code,
            name=self.rule.name,
            severity=chosen,
            nature=self._nature(edit, chosen),
            level=int(self.rule.level),
            path=self.path,
            sheet=_sheet(at),
            cell=None if at is None or isinstance(at, Said) else at.cell,
            message=self._fill(template, self._known(at, edit, left, right) | values)
            + self._basis(edit),
            advice=advice.of(self.language),
            table=at.table if isinstance(at, Fact) else table,
            line=_line_label(at),
            head=_head_label(at),
            left=_written(left),
            right=_written(right),
            difference=_written(_gap(left, right)),
            edit=self._note(edit),
            justified=Justification(Grounds.WORKBOOK) if ignored else None,
            value=_as_written(at),
            related=tuple(map(_related, others)),
            frame=frame_around(at, [one for one in others if _is_here(one)], self.grids),
            quote=quote_around(at, others),
            about=about(message, values) if left is None and not _has_figure(at, edit) else "",
        )

    def reckoned(self, edit: Instance) -> str:
        """Say in words what the stated figure of an equation is held against: Men + Women."""
        sides = sides_of(edit.edit)
        if sides is None or self.filled is None or edit.target is None:
            return edit.edit.text
        return side_words(
            sides[0],
            edit.edit,
            self.filled.form,
            edit.target.table,
            self.language,
            period=self.filled.period,
        )

    def _nature(self, edit: Instance | None, severity: Severity) -> Nature:
        if edit is not None and edit.fails:
            return edit.nature
        return Nature.MANDATORY if severity is Severity.ERROR else Nature.QUERY

    def _basis(self, edit: Instance | None) -> str:
        """Add why an edit that no form states is believed."""
        if edit is None or not edit.fails:
            return ""
        return aside(edit.edit.basis).of(self.language)

    def _note(self, edit: Instance | None) -> EditNote | None:
        if edit is None:
            return None
        stated = edit.edit
        return EditNote(
            id=stated.id,
            name=stated.name.of(self.language),
            text=stated.text,
            origin=stated.origin,
            words=self._words(edit),
            across=stated.across,
        )

    def _words(self, edit: Instance) -> str:
        if self.filled is None or edit.target is None:
            return edit.edit.text
        return edit_words(
            edit.edit,
            self.filled.form,
            edit.target.table,
            self.language,
            period=self.filled.period,
        )

    def _known(
        self,
        at: At | None,
        edit: Instance | None,
        left: Number | None,
        right: Number | None,
    ) -> dict[str, object]:
        """Gather the values that every template may use."""
        known: dict[str, object] = dict.fromkeys(("line", "head", "text", "edit"))
        known |= {"left": left, "right": right, "difference": _gap(left, right)}
        if isinstance(at, Fact):
            known |= {"line": at.line_label, "head": at.head_label, "text": at.text}
        elif isinstance(at, Spot):
            known |= {"line": at.line, "head": at.head, "text": at.text}
        elif at is not None:
            known |= {"text": at.text}
        if edit is not None:
            known["edit"] = edit.edit.name
        return known

    def _fill(self, template: Text, values: Mapping[str, object]) -> str:
        said = {key: say(value, self.language) for key, value in values.items()}
        return template.of(self.language).format(**said)


def _has_figure(at: At | None, edit: Instance | None) -> bool:
    """Tell whether a finding is of a figure, or of an edit over some."""
    return edit is not None or (isinstance(at, (Fact, Spot)) and bool(at.text.strip()))


def _as_written(at: At | None) -> str | None:
    """Give the text of a cell as written; none where the form's label stands for what is not."""
    if at is None or (isinstance(at, Label) and not at.printed):
        return None
    return at.text


def _sheet(at: At | None) -> str | None:
    if isinstance(at, Said):
        return at.place
    return at.sheet if at else None


def _related(other: At) -> Related:
    if isinstance(other, Said):
        return Related(other.place, _NO_CELL, one_line(other.text))
    path = None if isinstance(other, Label) else other.path
    label = one_line(other.line_label) if isinstance(other, Fact) and other.said else ""
    return Related(other.sheet, other.cell, other.text, path, label)


def _is_here(other: At) -> bool:
    """Tell whether a cell stands in the file that is checked."""
    return isinstance(other, (Label, Said)) or not other.path


def _line_label(at: At | None) -> str | None:
    if isinstance(at, Said):
        return None
    if isinstance(at, Fact):
        return one_line(at.line_label)
    if isinstance(at, Spot):
        return one_line(at.line) or None
    return one_line(at.text) if at else None


def _head_label(at: At | None) -> str | None:
    if isinstance(at, Fact):
        return None if at.said else one_line(at.head_label)
    return one_line(at.head) or None if isinstance(at, Spot) else None


def _gap(left: Number | None, right: Number | None) -> Number | None:
    return None if left is None or right is None else exact.subtract(left, right)


def _written(number: Number | None) -> str | None:
    return None if number is None else plain_number(number)
