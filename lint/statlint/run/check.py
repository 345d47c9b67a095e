"""Check files with settings: the one room that knows forms, rules and readers together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.finding import Report
from statlint.run.names import Source, name_of
from statlint.run.paths import spread
from statlint.run.run import Progress, Run
from statlint.run.steps import named_beside, steps_of
from statlint.run.works import prepare
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from statlint.justification.baseline_run import BaselineRun


def check_paths(
    paths: Iterable[Source],
    settings: Settings,
    *,
    previous: Iterable[Source] = (),
    parts: Iterable[Source] = (),
    progress: Progress | None = None,
    today: date | None = None,
    settings_of: Callable[[str], Settings] | None = None,
    baseline: BaselineRun | None = None,
    cache: Path | None = None,
    executor: Executor | None = None,
) -> Report:
    """Check files (paths, or names with their bytes) and report on all of them.

    `previous` and `parts` come beside those of the settings. `settings_of` gives the settings that
    one file is checked with: the same object for all files that share them. What a `baseline`
    holds is accepted. What is found out is kept in the folder `cache`, and what is known there is
    not found out again. An `executor` checks the files elsewhere; without one, so many processes
    do as the settings say. Raises FormError for a form that cannot be used, MissingPathError, and
    RulePackError for an inconsistent pack.
    """
    sources = list(spread(paths))
    beside = named_beside(settings, previous, parts)
    work = prepare(settings, today=today, settings_of=settings_of)
    # Which settings are those of a file is asked first: their faults come before any check.
    for source in sources:
        work.of(name_of(source))

    def run() -> Run:
        return Run(steps_of(sources, settings), beside, work, progress, baseline, executor)

    report = _remembered(run, cache) if cache else run().report()
    if not report.findings:
        return report
    from statlint.run.regions import regions_of

    return replace(report, regions=regions_of(report.files, sources))


def _remembered(run: Callable[[], Run], cache: Path) -> Report:
    from statlint.run.recall import ForgottenError
    from statlint.run.remembered import report_with

    try:
        return report_with(cache, run())
    except ForgottenError:
        # Another run made room, or somebody deleted the folder.
        return run().report()
