"""Files that waited for one another, finished by several workers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from statlint.run.packed_result import PackedResult
from statlint.run.workers.lost import Loss

if TYPE_CHECKING:
    from statlint.run.held import Held
    from statlint.run.result import FileResult
    from statlint.run.workers.spread import Spread
    from statlint.run.workers.task import Answer

_SHARES = 2
"""Tasks for each worker into which the files are split."""


def finish_apart(
    spread: Spread, files: Sequence[Held], *, refers: bool
) -> list[FileResult | PackedResult] | None:
    """Finish files that waited for one another; None where not all of them can be sent."""
    answers = _answers(spread, files, refers=refers)
    found: list[FileResult | PackedResult] = []
    for one, answer in zip(files, answers, strict=False):
        if isinstance(answer, Loss):
            found.append(spread.lost(one.step, answer))
        elif answer is not None and len(answer) != 3:  # noqa: PLR2004 - that it waits still
            found.append(PackedResult(*answer))
    return found if len(found) == len(files) else None


def _answers(spread: Spread, files: Sequence[Held], *, refers: bool) -> list[Answer | Loss]:
    crew = spread.crew
    items = [item for one in files if (item := crew.item(one.step)) is not None]
    tables = [one.tables for one in files if one.tables is not None]
    if not len(items) == len(tables) == len(files):
        return []
    # Those that refer to one another are looked at by one worker.
    shares = 1 if refers else min(len(items), crew.width * _SHARES)
    bounds = [len(items) * at // shares for at in range(shares + 1)] if shares else []
    errands = [
        crew.finish(items[start:end], tables, start, refers=refers)
        for start, end in pairwise(bounds)
    ]
    return [answer for errand in errands for answer in crew.answers(errand)]
