"""Run rules on one subject: what passed, failed, was skipped or crashed."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from statlint.config import Settings
from statlint.confront import Confrontation, Verdict
from statlint.finding import Crash, Finding, NotChecked, Outcomes, Reason, Severity
from statlint.formula import Formulas
from statlint.grid import Grid
from statlint.rule import AnyRule, Context, Subject
from statlint.rule.card import Listed
from statlint.rule.clock import Clock
from statlint.run.ran import Ran
from statlint.run.sound import sound
from statlint.table import FilledForm


@dataclass(slots=True, eq=False)
class FileRun:
    """One file at work: its rules, and what they have said so far."""

    path: str
    rules: Sequence[Listed]
    settings: Settings
    today: date
    findings: list[Finding] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    outcomes: Outcomes = field(default_factory=Outcomes)
    formulas: Formulas | None = None
    ran: Ran = field(default_factory=Ran)
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        """Let rules ask for the day."""
        self.clock = Clock(self.today)

    def apply(
        self,
        subject: Subject,
        *,
        filled: FilledForm | None = None,
        grids: Mapping[str | None, Grid] | None = None,
    ) -> None:
        """Run every rule that is made for this kind of subject, and for such a form."""
        as_found = filled is not None and filled.form.as_found
        for listed in self.rules:
            if not listed.is_for(subject) or (as_found and listed.needs_form):
                continue
            if listed.requires and self._failed(listed.requires):
                self._skip(listed.code)
                continue
            rule = listed.loaded()
            context = Context(
                rule=rule,
                path=self.path,
                language=self.settings.language,
                clock=self.clock,
                filled=filled,
                grids=grids or {},
                formulas=self.formulas,
                demands=self.settings.demands,
            )
            self.ran.note(rule.code, subject, filled)
            self._apply_one(rule, subject, context)

    def _failed(self, codes: Collection[str]) -> bool:
        return any(
            found.code in codes and found.severity is Severity.ERROR for found in self.findings
        )

    def _skip(self, code: str) -> None:
        self.not_checked.append(NotChecked(self.path, None, None, code, Reason.REQUIRED_RULE))
        self.outcomes += Outcomes(not_checked=1)

    def _apply_one(self, rule: AnyRule, subject: Subject, context: Context) -> None:
        # The one place where anything a rule may raise is caught: a crash is an outcome.
        try:
            found = [sound(one, rule) for one in rule.check(subject, context)]
        except (Exception, SystemExit) as error:  # noqa: BLE001
            self.crashes.append(Crash(rule.code, self.path, repr(error), traceback.format_exc()))
            self.outcomes += Outcomes(crashed=1)
            return
        self.findings += found
        # Edits are counted one by one, when they are confronted.
        if not isinstance(subject, Confrontation):
            failed = any(one.severity is not Severity.INFORMATION for one in found)
            self.outcomes += Outcomes(failed=1) if failed else Outcomes(passed=1)

    def count_edits(self, confrontation: Confrontation) -> None:
        """Count the edits that were confronted, and list those that could not be decided."""
        for instance in confrontation.instances:
            if instance.verdict is Verdict.NOT_CHECKED:
                at = instance.target
                self.outcomes += Outcomes(not_checked=1)
                self.not_checked.append(
                    NotChecked(
                        self.path,
                        at.sheet if at else None,
                        at.cell if at else None,
                        instance.edit.id,
                        instance.reason or Reason.BLANK_PARTS,
                        at.line_label if at else None,
                        at.head_label if at else None,
                    )
                )
            elif instance.fails and instance.severity is not Severity.INFORMATION:
                self.outcomes += Outcomes(failed=1)
            else:
                self.outcomes += Outcomes(passed=1)
