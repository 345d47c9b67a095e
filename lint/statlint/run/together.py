"""The last checks of files that other files matter for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from statlint.facts import Referral, find_referrals
from statlint.run.one import Begun, crashed, finish
from statlint.run.result import FileResult
from statlint.run.waiting import Group

if TYPE_CHECKING:
    from statlint.inference import Understood


def finished(group: Group[Begun]) -> Iterator[FileResult]:
    """Finish files together, in their order."""
    return _referring(group.files) if group.refers else _finished(group.files, ())


def _referring(beside: Sequence[Begun]) -> Iterator[FileResult]:
    """Finish files of one folder that refer to one another."""
    # As in the checks of one file: a defect of ours must not take the whole report along.
    try:
        referrals = find_referrals([filing for begun in beside for filing in begun.filings])
    except Exception as error:  # noqa: BLE001
        yield from (crashed(begun.file.opening, error) for begun in beside)
        return
    yield from _finished(beside, referrals)


def _finished(files: Sequence[Begun], referrals: Sequence[Referral]) -> Iterator[FileResult]:
    """Finish files; what tables without a form show is looked for in all of them together."""
    try:
        understood = _understood(files)
    except Exception as error:  # noqa: BLE001 - as above
        yield from (crashed(begun.file.opening, error) for begun in files)
        return
    for begun, own in zip(files, understood, strict=True):
        try:
            yield finish(begun, referrals, own)
        except Exception as error:  # noqa: BLE001 - as above
            yield crashed(begun.file.opening, error)


def _understood(files: Sequence[Begun]) -> Sequence[tuple[Understood, ...] | None]:
    """Understand all tables together; a single one by itself."""
    if sum(len(begun.layouts) for begun in files) <= 1:
        return [None] * len(files)
    from statlint.inference import understand_together

    return understand_together(
        [begun.layouts for begun in files], [begun.run.formulas for begun in files]
    )
