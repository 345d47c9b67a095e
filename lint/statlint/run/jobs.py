"""How many processes check the files of a run."""

from __future__ import annotations

import os
from os import PathLike

from statlint.typed import Literal, TypeAlias

Jobs: TypeAlias = int | Literal["auto"] | None
"""How many were asked for: "auto" for as many as there are cores, None for what pays."""

_PAYS = 300
"""Files from which on several processes are quicker: each takes some time to start."""
_EACH = 150
"""Files that are worth one more process."""
_QUOTA = "/sys/fs/cgroup/cpu.max"
"""Where Linux says how much of its time a container may take: `200000 100000` for two cores."""


def jobs_for(asked: Jobs, files: int) -> int:
    """Tell how many processes to take for so many files; 1 is this one alone."""
    if asked is None:
        return min(cores(), files // _EACH) if files >= _PAYS else 1
    return max(1, min(cores() if asked == "auto" else asked, files))


def cores(quota: str | PathLike[str] = _QUOTA) -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    try:
        with open(quota, encoding="ascii") as file:  # noqa: PTH123 - pathlib takes long to import
            most, _, period = file.read().partition(" ")
        return max(1, min(count, round(int(most) / int(period))))
    except (OSError, ValueError, ZeroDivisionError):
        return count
