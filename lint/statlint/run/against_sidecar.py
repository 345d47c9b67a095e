"""Hold the findings of one file against a sidecar, and run the rules on that."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from statlint.dataclass import replace
from statlint.finding import FileReport, Finding, Origin
from statlint.finding.named import family_of
from statlint.justification.home import Home
from statlint.justification.judge import Ground, judge
from statlint.justification.model import Entry
from statlint.justification.sidecar import Sidecar
from statlint.justification.terms import Terms
from statlint.run.accept import Accepted
from statlint.run.engine import FileRun
from statlint.run.graded import graded
from statlint.run.result import FileResult
from statlint.run.work import Work

_ABOVE = "part_of"
"""The role of a file that another is a part of; nothing is held against it."""


def _is_no_rule(code: str) -> bool:
    """Tell whether a code of statlint's own kind is none: it was mistyped, or its rule is gone."""
    from statlint.rule.registry import listed_rules

    # Those of packs that the settings do not name have more letters.
    return len(family_of(code)) == 1 and all(rule.code != code for rule in listed_rules())


def accepted_by(
    sidecar: Sidecar,
    home: Home,
    findings: Sequence[Finding],
    *,
    path: str,
    results: Sequence[FileResult],
    work: Work,
    alone: bool = True,
) -> Accepted:
    """Hold the findings of one path against a sidecar, and run the rules on that."""
    ground = _ground(home, results, work, alone=alone)
    accepted, explanations = judge(sidecar, findings, ground)
    own = FileRun(path, work.roster, work.settings, work.today)
    own.apply(explanations)
    files = [result.file for result in results]
    # What was run for one path counts once, however many results it has.
    files[:1] = [_with(file, own) for file in files[:1]]
    return Accepted(_placed(accepted, graded(own.findings, work)), files, own.crashes)


def _placed(findings: Sequence[Finding], more: Sequence[Finding]) -> list[Finding]:
    """Put what is said of the reasons among what is said of the file as a whole."""
    whole = [one for one in findings if one.cell is None and one.sheet is None]
    rest = [one for one in findings if one.cell is not None or one.sheet is not None]
    return sorted([*whole, *more], key=lambda one: one.code) + rest


def _with(file: FileReport, own: FileRun) -> FileReport:
    ran = tuple(sorted({*file.ran, *own.ran.codes}))
    return replace(file, outcomes=file.outcomes + own.outcomes, ran=ran)


def _ground(home: Home, results: Sequence[FileResult], work: Work, *, alone: bool) -> Ground:
    files = [result.file for result in results]
    waiting = {check.edit for result in results for check in result.not_checked}
    waiting |= {crash.code for result in results for crash in result.crashes}
    return ground_of(home, files, waiting, work, alone=alone)


def ground_of(
    home: Home, files: Sequence[FileReport], waiting: Collection[str], work: Work, *, alone: bool
) -> Ground:
    """Gather what the entries for a file are held against besides its findings.

    `waiting` are the ids of edits, and codes of rules, that could not be decided or crashed;
    `alone` is whether the run is of no other file.
    """
    ran = {code for file in files for code in file.ran}.difference(waiting)
    beside = frozenset(one.role for file in files for one in file.neighbours) - {_ABOVE}

    def looked(entry: Entry) -> bool:
        # Nothing tells that what is found no more was put right where its rule did not run, its
        # edit stayed open, or the other files were not there that it was found with.
        if entry.origin == Origin.INFERRED and not work.settings.infer:
            return False
        if entry.rule not in ran and _is_no_rule(entry.rule):
            return True
        is_alike = entry.others is None or bool(entry.others) or not alone
        are_there = is_alike and beside.issuperset(entry.others or ())
        return entry.rule in ran and entry.edit not in waiting and are_there

    terms = Terms(work.settings.policy, work.today)
    editions = {rule.code: rule.edition for rule in work.rules}
    return Ground(terms, editions, looked, home.inside, beside, alone)
