"""Run rules on one subject: what passed, failed, was skipped or crashed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from statlint.confront import Confrontation, Verdict
from statlint.dataclass import dataclass, field
from statlint.finding import Crash, NotChecked, Outcomes, Reason, Severity
from statlint.rule.clock import Clock
from statlint.rule.occasion import Occasion
from statlint.rule.occasions import occasions_of
from statlint.run.ran import Ran
from statlint.run.roster import Roster
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from statlint.config import Settings
    from statlint.confront import Instance
    from statlint.finding import Finding
    from statlint.formula import Formulas
    from statlint.grid import Grid
    from statlint.rule import AnyRule, Subject
    from statlint.rule.card import Listed
    from statlint.table import FilledForm


@dataclass(slots=True, eq=False)
class FileRun:
    """One file at work: its rules, and what they have said so far."""

    path: str
    roster: Roster
    settings: Settings
    today: date
    findings: list[Finding] = field(default_factory=list)
    not_checked: list[NotChecked] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    outcomes: Outcomes = field(default_factory=Outcomes)
    formulas: Formulas | None = None
    ran: Ran = field(default_factory=Ran)
    asked: set[str] = field(default_factory=set)
    """Of which kinds of subjects any rule was asked: most files give no reason to."""
    clock: Clock = field(init=False)

    def __post_init__(self) -> None:
        """Let rules ask for the day."""
        self.clock = Clock(self.today)

    @property
    def rules(self) -> Sequence[Listed]:
        """All rules that it is held against."""
        return self.roster.rules

    def apply(
        self,
        subject: Subject,
        *,
        filled: FilledForm | None = None,
        grids: Mapping[str | None, Grid] | None = None,
    ) -> None:
        """Run every rule that is made for this kind of subject, and for such a form.

        Those that can have nothing to say of it count as run: they are not even loaded.
        """
        as_found = filled is not None and filled.form.as_found
        duty = self.roster.duty(type(subject).__name__, as_found=as_found)
        if not duty.rules:
            return
        asked = duty.asked(self._shown(subject) if duty.looks else None)
        if asked.silent:
            self.ran.note(asked.silent, subject, filled)
            if not isinstance(subject, Confrontation):
                self.outcomes += Outcomes(passed=len(asked.silent))
        for listed in asked.rules:
            if listed.requires and self._failed(listed.requires):
                self._skip(listed.code)
                continue
            self.ran.note((listed.code,), subject, filled)
            self._ask(listed.loaded(), subject, filled, grids or {})

    def _shown(self, subject: Subject) -> frozenset[Occasion] | None:
        shown = occasions_of(subject)
        return shown | {Occasion.FORMULAS} if shown is not None and self.formulas else shown

    def _failed(self, codes: Collection[str]) -> bool:
        return any(
            found.code in codes and found.severity is Severity.ERROR for found in self.findings
        )

    def _skip(self, code: str) -> None:
        self.not_checked.append(NotChecked(self.path, None, None, code, Reason.REQUIRED_RULE))
        self.outcomes += Outcomes(not_checked=1)

    def _ask(
        self,
        rule: AnyRule,
        subject: Subject,
        filled: FilledForm | None,
        grids: Mapping[str | None, Grid],
    ) -> None:
        self.asked.add(type(subject).__name__)
        # Here, since most files give no reason to ask any rule.
        from statlint.rule.context import Context
        from statlint.run.sound import sound

        context = Context(
            rule=rule,
            path=self.path,
            language=self.settings.language,
            clock=self.clock,
            filled=filled,
            grids=grids,
            formulas=self.formulas,
            demands=self.settings.demands,
        )
        # The one place where anything a rule may raise is caught: a crash is an outcome.
        try:
            found = [sound(one, rule) for one in rule.check(subject, context)]
        except (Exception, SystemExit) as error:  # noqa: BLE001
            import traceback

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
        passed = failed = left_open = 0
        for instance in confrontation.instances:
            if instance.verdict is Verdict.HOLDS:
                passed += 1
            elif instance.verdict is Verdict.NOT_CHECKED:
                left_open += 1
                self.not_checked.append(self._open_check(instance))
            elif instance.severity is not Severity.INFORMATION:
                failed += 1
            else:
                passed += 1
        self.outcomes += Outcomes(passed, failed, left_open)

    def _open_check(self, instance: Instance) -> NotChecked:
        at = instance.target
        return NotChecked(
            self.path,
            at.sheet if at else None,
            at.cell if at else None,
            instance.edit.id,
            instance.reason or Reason.BLANK_PARTS,
            at.line_label if at else None,
            at.head_label if at else None,
        )
