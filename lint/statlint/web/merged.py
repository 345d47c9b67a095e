"""What several checks of one case found, put together: each file was checked by itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from statlint.dataclass import dataclass
from statlint.values import Text
from statlint.web.home import clear
from statlint.web.plan import Plan
from statlint.web.results import RESULTS, drawn_in


@dataclass(frozen=True, slots=True)
class Lost:
    """A file over which a process died, and why."""

    words: Text


def part_of(run: Path, number: int | str) -> Path:
    """Give the folder of what the check of one file found."""
    return run / f"part-{number}"


def keep_merged(run: Path, plan: Plan, found: Sequence[Lost | None]) -> None:
    """Put together what the checks of single files have written; raises OSError."""
    run.mkdir(parents=True, exist_ok=True)
    files: list[dict[str, Any]] = []
    rest: dict[str, list[Any]] = {"not_checked": [], "crashes": []}
    outcomes: Counter[str] = Counter(dict.fromkeys(_OUTCOMES, 0))
    for number, ((path, file), lost) in enumerate(zip(plan.checked, found, strict=True)):
        if lost is not None:
            files.append(_lost(path, file, lost))
            continue
        part = part_of(run, number)
        told = json.loads((part / RESULTS).read_text(encoding="utf-8"))
        for one in told["files"]:
            if one["drawn"] is not None:
                drawn_in(part, one["drawn"]).replace(drawn_in(run, len(files)))
                one["drawn"] = len(files)
            files.append(one)
        outcomes.update(told["outcomes"])
        for key in rest:
            rest[key] += told[key]
        clear(part)
    said = {
        "run": plan.run,
        "language": plan.language,
        "outcomes": outcomes,
        "files": files,
        **rest,
    }
    (run / RESULTS).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


_OUTCOMES = ("passed", "failed", "not_checked", "crashed")
_COUNTS = ("error", "warning", "information", "justified")


def _lost(path: str, file: str, lost: Lost) -> dict[str, Any]:
    """Say that a file could not be checked."""
    return {
        "file": file,
        "path": path,
        "status": "lost",
        "message": {"zh": lost.words.zh, "en": lost.words.en},
        "period": None,
        "unit": None,
        "forms": [],
        "counts": dict.fromkeys(_COUNTS, 0),
        "outcomes": dict.fromkeys(_OUTCOMES, 0),
        "findings": [],
        "more": 0,
        "returned": None,
        "drawn": None,
    }
