"""What a rule is given besides its subject: the wording, and the making of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from statlint.confront import Instance
from statlint.facts import Fact
from statlint.finding import EditNote, Finding, Nature, Related, Severity
from statlint.grid import Grid
from statlint.rule.frame import frame_around
from statlint.rule.wording import plain_number, say
from statlint.table import FilledForm, Label
from statlint.values import Language, Number, Text

if TYPE_CHECKING:
    from statlint.rule.rule import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """One rule at work on one file: makes its findings in the language of the run."""

    rule: Rule
    path: str
    language: Language
    today: date
    filled: FilledForm | None = None
    grids: Mapping[str | None, Grid] = field(default_factory=dict)

    def finding(
        self,
        message: str,
        *,
        at: Fact | Label | None = None,
        edit: Instance | None = None,
        severity: Severity | None = None,
        table: str | None = None,
        related: Iterable[Fact | Label] = (),
        left: Number | None = None,
        right: Number | None = None,
        **values: object,
    ) -> Finding:
        """Make a finding: `message` is a key of the rule's messages, `values` fill its template.

        `at` is the cell to look at first (None: the file as a whole), `related` the others that
        matter. With `edit`, severity, nature, both sides and the edit's own wording come from it.
        """
        others = tuple(related)
        template = self.rule.messages[message]
        advice = self.rule.advice
        if edit is not None:
            left, right = edit.left, edit.right
            template = edit.edit.message or template
            advice = edit.edit.advice or advice
        chosen = severity or self._severity(edit)
        return Finding(
            code=self.rule.code,
            name=self.rule.name,
            severity=chosen,
            nature=self._nature(edit, chosen),
            level=int(self.rule.level),
            path=self.path,
            sheet=at.sheet if at else None,
            cell=at.cell if at else None,
            message=self._fill(template, at, edit, values, left, right),
            advice=advice.of(self.language),
            table=at.table if isinstance(at, Fact) else table,
            line=_line_label(at),
            head=at.head_label if isinstance(at, Fact) else None,
            left=_written(left),
            right=_written(right),
            difference=_written(left - right) if left is not None and right is not None else None,
            edit=self._note(edit),
            related=tuple(Related(other.sheet, other.cell, other.text) for other in others),
            frame=frame_around(at, others, self.grids),
        )

    def _severity(self, edit: Instance | None) -> Severity:
        if edit is None:
            return self.rule.severity
        if edit.edit.severity:
            return edit.edit.severity
        return Severity.ERROR if edit.edit.nature is Nature.MANDATORY else Severity.WARNING

    def _nature(self, edit: Instance | None, severity: Severity) -> Nature:
        if edit is not None:
            return edit.edit.nature
        return Nature.MANDATORY if severity is Severity.ERROR else Nature.QUERY

    def _note(self, edit: Instance | None) -> EditNote | None:
        if edit is None:
            return None
        stated = edit.edit
        return EditNote(stated.id, stated.name.of(self.language), stated.text, stated.origin)

    def _fill(
        self,
        template: Text,
        at: Fact | Label | None,
        edit: Instance | None,
        values: Mapping[str, object],
        left: Number | None,
        right: Number | None,
    ) -> str:
        known: dict[str, object] = {"left": left, "right": right}
        if isinstance(at, Fact):
            known |= {"line": at.line_label, "head": at.head_label, "text": at.text}
        elif at is not None:
            known |= {"text": at.text}
        if left is not None and right is not None:
            known["difference"] = left - right
        if edit is not None:
            known["edit"] = edit.edit.name
        known |= values
        said = {key: say(value, self.language) for key, value in known.items()}
        return template.of(self.language).format(**said)


def _line_label(at: Fact | Label | None) -> str | None:
    if isinstance(at, Fact):
        return at.line_label
    return at.text if at else None


def _written(number: Number | None) -> str | None:
    return None if number is None else plain_number(number)
