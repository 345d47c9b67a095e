"""The last checks of files that other files matter for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from statlint.facts import Referral, find_referrals
from statlint.run.bounded import OutOfTimeError, bounded, seconds_for
from statlint.run.one import Begun, crashed, finish
from statlint.run.result import FileResult
from statlint.run.waiting import Group

if TYPE_CHECKING:
    from statlint.inference import Understood
    from statlint.table import Layout


Tables: TypeAlias = "Sequence[Sequence[Layout]]"
"""The tables of files that no form explains, file by file."""


def finished(group: Group[Begun], before: Tables = (), after: Tables = ()) -> Iterator[FileResult]:
    """Finish files together, in their order.

    `before` and `after` are the tables of files that others finish at the same time.
    """
    if group.refers:
        return _referring(group.files)
    return _finished(group.files, (), before, after)


def _referring(beside: Sequence[Begun]) -> Iterator[FileResult]:
    """Finish files of one folder that refer to one another."""
    # As in the checks of one file: a defect of ours must not take the whole report along.
    try:
        with bounded(_seconds(beside)):
            filings = [filing for begun in beside for filing in begun.filings]
            referrals = find_referrals(filings)
    except (OutOfTimeError, MemoryError):
        # Whichever file it was: each is finished by itself.
        referrals = ()
    except Exception as error:  # noqa: BLE001
        yield from (crashed(begun.file.opening, error) for begun in beside)
        return
    yield from _finished(beside, referrals)


def _finished(
    files: Sequence[Begun],
    referrals: Sequence[Referral],
    before: Tables = (),
    after: Tables = (),
) -> Iterator[FileResult]:
    """Finish files; what tables without a form show is looked for in all of them together."""
    understood: Sequence[tuple[Understood, ...] | None] = [None] * len(files)
    try:
        with bounded(_seconds(files)):
            understood = _understood(files, before, after)
    except (OutOfTimeError, MemoryError):
        # Whichever file it was: each is understood by itself.
        pass
    except Exception as error:  # noqa: BLE001 - as above
        if len(files) == 1:
            yield crashed(files[0].file.opening, error)
            return
        # The file that it was crashes again when it is understood by itself, and alone.
    for begun, own in zip(files, understood, strict=True):
        yield _one(begun, referrals, own)


def _seconds(files: Sequence[Begun]) -> float:
    """Give how long some files may take together."""
    return sum(seconds_for(one.path, one.run.settings.limits.seconds) for one in files)


def _one(
    begun: Begun, referrals: Sequence[Referral], own: tuple[Understood, ...] | None
) -> FileResult:
    """Finish one file; too much time or memory is told of, a defect of ours is a crash."""
    try:
        with bounded(_seconds((begun,))):
            return finish(begun, referrals, own)
    except OutOfTimeError:
        limit = "seconds"
    except MemoryError:
        limit = "memory"
    except Exception as error:  # noqa: BLE001 - as above
        return crashed(begun.file.opening, error)
    from statlint.run.costly import too_costly

    run = begun.run
    return too_costly(begun.path, run.roster, run.settings, run.today, limit)


def _understood(
    files: Sequence[Begun], before: Tables, after: Tables
) -> Sequence[tuple[Understood, ...] | None]:
    """Understand all tables together; a single one by itself."""
    books = [begun.layouts for begun in files]
    if sum(map(len, (*before, *books, *after))) <= 1:
        return [None] * len(files)
    from statlint.inference import understand_together

    return understand_together(books, [begun.run.formulas for begun in files], before, after)
