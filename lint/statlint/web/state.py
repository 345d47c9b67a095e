"""How a case stands, told to its page."""

from __future__ import annotations

import json
from contextlib import suppress

from statlint.web.case import AtWork, Case
from statlint.web.faults import Json
from statlint.web.task import PROGRESS


def state_of(case: Case, ahead: int) -> dict[str, Json]:
    """Tell it; `ahead` is how many others are waited for."""
    choices = case.choices
    return {
        "case": case.id,
        "language": choices.language,
        "files": [one.json() for one in case.files.values()],
        "choices": {
            "form": choices.form,
            "period": choices.period,
            "kind_of_unit": choices.kind_of_unit,
        },
        "work": _work(case, case.work, ahead),
        "run": case.run,
        "stale": case.is_stale,
        "error": case.error.json() if case.error else None,
    }


def _work(case: Case, work: AtWork | None, ahead: int) -> dict[str, Json]:
    if work is None:
        return {**_IDLE}
    done, total, name = _progress(case)
    return {
        "state": "waiting" if work.is_waiting else "running",
        "kind": str(work.kind),
        "done": done,
        "total": total,
        "name": name,
        "ahead": ahead,
    }


_IDLE: dict[str, Json] = {
    "state": "idle",
    "kind": None,
    "done": 0,
    "total": 0,
    "name": None,
    "ahead": 0,
}


def _progress(case: Case) -> tuple[int, int, str | None]:
    """Read how far the process is that is at work."""
    with suppress(OSError, ValueError):
        done, total, name = json.loads((case.folder / PROGRESS).read_text(encoding="utf-8"))
        return done, total, name
    return 0, 0, None
