"""The forms of one file held against those of the files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from statlint.confront import Confrontation
from statlint.facts import Filing, Referral, Submission, refers, submission_of
from statlint.finding import NotChecked, Outcomes
from statlint.grid import Grid
from statlint.run.engine import FileRun


def filings_of(path: str, confrontations: Iterable[Confrontation]) -> tuple[Filing, ...]:
    """Gather the forms of a file that have to do with other tables; most have not."""
    return tuple(
        Filing(path, one.filled, one.facts)
        for one in confrontations
        if refers(one.filled.form.tables)
    )


def check_submission(
    run: FileRun, referrals: Sequence[Referral], grids: Mapping[str | None, Grid]
) -> None:
    """Run the rules on what refers to other tables, and list what could not be looked up."""
    if not referrals:
        return
    rules = [rule.code for rule in run.rules if rule.subject == Submission.__name__]
    submission = submission_of(run.path, referrals)
    if submission.referrals or submission.uses:
        run.apply(submission, grids=grids)
    for referral in submission.referrals:
        first, reason = referral.first, referral.reason
        if rules and first is not None and reason is not None:
            place = (first.sheet, first.cell, rules[0], reason, first.line_label, first.head_label)
            run.not_checked.append(NotChecked(run.path, *place))
            run.outcomes += Outcomes(not_checked=1)
