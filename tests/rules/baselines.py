"""Cases with a baseline: all that it holds is no longer there, as `file place rule`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from statlint.finding import Finding
from statlint.justification.baseline import Baseline, Known, KnownFile
from statlint.justification.baseline_run import BaselineRun
from statlint.run import report_of
from statlint.run.one import check_one
from statlint.run.work import Work
from statlint.workbook import Opening


def with_baseline(opening: Opening, held: Iterable[str], work: Work) -> tuple[Finding, ...]:
    """Check an opened file in a folder with a baseline; a crash ends the test."""
    files: dict[str, tuple[Known, ...]] = {}
    for at, (name, place, rule) in enumerate(map(str.split, held)):
        files[name] = (*files.get(name, ()), Known(f"gone {at}", rule, place))
    baseline = Baseline(
        Path("statlint-baseline.json"), {name: KnownFile(of) for name, of in files.items()}
    )
    run = BaselineRun(baseline, [str(Path.cwd())])
    report = report_of([check_one(opening, work)], work, run)
    assert [crash.traceback for crash in report.crashes] == []
    return tuple(report.findings)
