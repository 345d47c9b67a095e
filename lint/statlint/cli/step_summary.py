"""The summary of a step in GitHub Actions: written where the runner asks for it."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.cli.terminal import complain
from statlint.cli.words import fault
from statlint.finding import Report
from statlint.reporters import Look

_VARIABLE = "GITHUB_STEP_SUMMARY"
_MOST = 1 << 20
"""Bytes that a step may say; of more, nothing at all is shown."""


def add_step_summary(report: Report, look: Look) -> None:
    """Add a report to the summary of the step, where there is one."""
    named = os.environ.get(_VARIABLE)
    if not named:
        return
    from statlint.reporters.github_summary import write_summary

    path = Path(named)
    try:
        taken = path.stat().st_size if path.exists() else 0
        with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(write_summary(report, look, _MOST - taken))
    except OSError as error:
        # What was found is told all the same.
        said = fault("no write", report.language, reason=error.strerror or str(error))
        complain(f"{_VARIABLE}: {path}: {said}")
