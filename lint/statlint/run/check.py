"""Check files with settings: the one room that knows forms, rules and readers together."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from statlint.config import Settings
from statlint.finding import Report
from statlint.run.names import Source, name_of
from statlint.run.paths import spread
from statlint.run.regions import regions_of
from statlint.run.report import report_of
from statlint.run.steps import named_beside, steps_of
from statlint.run.works import prepare

if TYPE_CHECKING:
    from statlint.justification.baseline_run import BaselineRun

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each file with how many are done, how many there are, and the file's path."""


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
) -> Report:
    """Check files (paths, or names with their bytes) and report on all of them.

    `previous` and `parts` come beside those of the settings. `settings_of` gives the settings that
    one file is checked with: the same object for all files that share them. What a `baseline`
    holds is accepted. Raises FormError for a form that cannot be used, MissingPathError, and
    RulePackError for an inconsistent pack.
    """
    sources = list(spread(paths))
    beside = named_beside(settings, previous, parts)
    work = prepare(settings, today=today, settings_of=settings_of)
    # What is wrong with the settings of one folder is told before hours are spent on others.
    for source in sources:
        work.of(name_of(source))
    work.gather()
    # Here, since what is known of unchanged files is read without it.
    from statlint.run.around import around_of
    from statlint.run.each import check_each

    steps = steps_of(sources, settings)
    around = around_of(steps, beside, work)
    queue, around = deque(steps), replace(around, steps=())
    del steps
    report = report_of(check_each(queue, around, work, progress), work, baseline)
    return replace(report, regions=regions_of(report.files, sources))
