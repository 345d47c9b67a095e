"""Files that take more time or memory than they may: each is one finding, and no crash."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from statlint.run.engine import FileRun
from statlint.run.forms import Checking, alone
from statlint.run.one import Begun, finish
from statlint.run.read import Read
from statlint.values import Text
from statlint.workbook import Container, Fault, Opening
from statlint.workbook.limits import overspent

if TYPE_CHECKING:
    from datetime import date

    from statlint.config import Settings
    from statlint.run.result import FileResult
    from statlint.run.roster import Roster

_NO_MEMORY = Text("所需的内存多于可用内存", "it takes more memory than there is")


def too_costly(
    path: str, roster: Roster, settings: Settings, today: date, limit: str
) -> FileResult:
    """Say that checking a file was broken off for its time ("seconds") or its memory."""
    file = shut(path, settings, limit)
    run = FileRun(path, roster, settings, today)
    run.apply(file.opening)
    return finish(Begun(Checking(run, {}, alone, file.facts_of, []), file))


def shut(path: str, settings: Settings, limit: str) -> Read:
    """Give a file as one that could not be opened, for its time or its memory."""
    announced = PurePath(path).suffix.lower().removeprefix(".")
    words = _NO_MEMORY if limit == "memory" else overspent(settings.limits, limit)
    container = Container.NOTHING
    return Read(Opening(path, announced, container, None, Fault.TOO_LARGE, words))
