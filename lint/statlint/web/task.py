"""What processes do for pages: each function gets the folder of a case and words, gives words.

They are called in a process of their own, by name (`statlint.run.workers.pool`): what a hostile
file does to it, it does to no page.
"""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from statlint.dataclass import replace
from statlint.errors import StatlintError
from statlint.web.faults import Cannot, DeskFaultError, Json
from statlint.web.plan import Given, Plan

if TYPE_CHECKING:
    from statlint.config import Settings
    from statlint.finding import Report
    from statlint.run.work import Work

PROGRESS = "progress"
"""The file that tells how far a check is."""
_SCRATCH = "scratch"
_KNOWN = "known"
"""What is kept from check to check, so that nothing is found out twice."""
_OWN_OUTPUT = "F014"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class CaseGoneError(Exception):
    """Raised where the folder of a case is gone: nobody waits for what is being done."""


def warm() -> None:
    """Load what a check needs."""
    from statlint import lint

    lint(("warm.csv", b"1,2\n"), language="zh")


def check(folder: str, plan: str) -> str:
    """Check the files of a case and keep what a page shows; gives a fault, or nothing."""
    with _told() as faults:
        asked = Plan.read(plan)
        with _within(folder):
            report, work = checked(Path(folder), asked)
            returned: dict[str, Json] = {}
            if any(one.code == _OWN_OUTPUT for one in report.findings):
                from statlint.web.returned import take_returned

                returned, is_new = take_returned(report, work, Path(folder))
                if is_new:
                    report, work = checked(Path(folder), asked)
            from statlint.web.results import keep_results

            run = Path(folder) / "runs" / str(asked.run)
            keep_results(run, report, work, asked, returned)
    return faults[0] if faults else ""


def check_alone(folder: str, plan: str, number: str) -> str:
    """Check one file of a case, with those beside it; gives a fault, or nothing."""
    with _told() as faults:
        asked = Plan.read(plan)
        with _within(folder):
            report, work = checked(Path(folder), asked)
            from statlint.web.merged import part_of
            from statlint.web.results import keep_results

            run = Path(folder) / "runs" / str(asked.run)
            keep_results(part_of(run, number), report, work, asked)
    return faults[0] if faults else ""


def take_reasons(folder: str, plan: str, given: str) -> str:
    """Write reasons that were typed into the sidecars of files, then check anew."""
    with _told() as faults:
        asked = Plan.read(plan)
        with _within(folder):
            report, work = checked(Path(folder), asked)
            from statlint.web.reasons import take

            take(report, work, Given.read(given), asked.language)
    return faults[0] if faults else check(folder, plan)


def make(folder: str, plan: str, wanted: str, number: str, only_path: str) -> str:
    """Make something to be taken away, of all files or of one; gives its name, or a fault."""
    made = ""
    with _told() as faults:
        asked = Plan.read(plan)
        with _within(folder):
            report, _ = checked(Path(folder), asked)
            from statlint.web.takeaway import made_of, only

            shown = only(report, only_path) if only_path else report
            made = made_of(shown, wanted, asked, Path(folder) / "made" / number)
    return faults[0] if faults else json.dumps([made])


def checked(folder: Path, plan: Plan) -> tuple[Report, Work]:
    """Check the files of a case, from the folder that they are in; no settings are read.

    The report gives its files again, and can be told in the other language as well.
    """
    from statlint.run import check_paths, prepare
    from statlint.run.originals import with_originals
    from statlint.run.paths import expand_paths

    checked_paths = [path for path, _ in plan.checked]
    # What was taken out meanwhile is not missed: the page has the rest checked anew.
    sources, previous, parts = (
        expand_paths(filter(os.path.lexists, paths))
        for paths in (checked_paths, plan.previous, plan.parts)
    )

    def run(settings: Settings) -> Report:
        return check_paths(
            sources,
            settings,
            previous=previous,
            parts=parts,
            progress=Progress(folder).tell,
            cache=_known(folder),
        )

    settings = _settings(plan)
    other = replace(settings, language="en" if plan.language == "zh" else "zh")
    report = replace(run(settings), retold=lambda: run(other))
    return with_originals(report, sources), prepare(settings)


def _known(folder: Path) -> Path | None:
    """Give the folder of what is kept from check to check."""
    # A Python may be built without the database that it is kept in.
    if find_spec("_sqlite3") is None:
        return None
    (folder / _KNOWN).mkdir(exist_ok=True)
    return folder / _KNOWN


def _settings(plan: Plan) -> Settings:
    from statlint.config import Settings
    from statlint.values import Period

    return Settings(
        language=plan.language,
        form=plan.form,
        period=Period.parse(plan.period) if plan.period else None,
        kind_of_unit=plan.kind_of_unit,
        cache=False,
        series=True,
        jobs=1,
    )


class Progress:
    """Tells in a file how far a check is."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the case."""
        self._folder = folder

    def tell(self, done: int, total: int, path: str) -> None:
        """Tell it; raises CaseGoneError where nobody reads it any more."""
        part = self._folder / f"{PROGRESS}.part"
        try:
            part.write_text(json.dumps([done, total, path]), encoding="utf-8")
            part.replace(self._folder / PROGRESS)
        except FileNotFoundError:
            raise CaseGoneError from None


@contextmanager
def _within(folder: str) -> Iterator[None]:
    """Work in the folder of the files of a case; what is put aside meanwhile goes with it."""
    scratch = os.path.join(folder, _SCRATCH)  # noqa: PTH118 - of texts
    os.makedirs(scratch, mode=0o700, exist_ok=True)  # noqa: PTH103 - as above
    os.environ["TMPDIR"] = os.environ["TEMP"] = os.environ["TMP"] = scratch
    tempfile.tempdir = scratch
    os.chdir(os.path.join(folder, "files"))  # noqa: PTH118 - as above
    try:
        yield
    finally:
        # No process stands in a folder that is to be deleted.
        os.chdir(os.path.dirname(folder))  # noqa: PTH120 - as above


@contextmanager
def _told() -> Iterator[list[str]]:
    """Put what is wrong in words that go over a pipe."""
    faults: list[str] = []
    try:
        yield faults
    except DeskFaultError as fault:
        faults.append(_written(fault))
    except StatlintError as error:
        faults.append(_written(DeskFaultError(Cannot.DEFECT, reason=str(error))))
    except OSError as error:
        if error.errno in _FULL:
            faults.append(_written(DeskFaultError(Cannot.NO_SPACE)))
        else:
            reason = error.strerror or str(error)
            faults.append(_written(DeskFaultError(Cannot.NO_WRITE, reason=reason)))


def _written(fault: DeskFaultError) -> str:
    return json.dumps(fault.json())
