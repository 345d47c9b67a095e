"""The report of a run that knows what earlier runs found out."""

from __future__ import annotations

from pathlib import Path

from statlint.finding import Report
from statlint.run.cache import Cache
from statlint.run.contents import Contents
from statlint.run.edition import edition
from statlint.run.keys import Keys
from statlint.run.recall import Recall
from statlint.run.report import report_from
from statlint.run.results import results_of
from statlint.run.run import Run
from statlint.run.stated import Stated


def report_with(folder: Path, run: Run) -> Report:
    """Give the report of a run; what it finds out is kept in a folder for later ones.

    Raises ForgottenError where something goes from the folder meanwhile.
    """
    if len({one.key for one in run.steps}) != len(run.steps):
        # One file by two names: which result is whose could not be told.
        return run.report()
    cache = Cache(folder, run.work.today.toordinal())
    try:
        return _report(run, _recall(cache, run))
    finally:
        cache.close()


def _recall(cache: Cache, run: Run) -> Recall:
    contents, work = Contents(), run.work
    stated = Stated(edition(), contents)
    steps = {one.key: one for one in run.steps}
    keys = Keys(work, run.beside, steps, stated, contents)
    has_others = bool(run.beside or work.settings.datasets)
    return Recall(cache, keys, steps, work.today.isoformat(), has_others)


def _report(run: Run, recall: Recall) -> Report:
    if not recall.look():
        recall.settle()
        return run.report(recall)
    across = recall.across()
    if across is not None:
        return report_from(recall.results(), across, run.work, run.baseline)
    return run.say(results_of(map(recall.result, recall.checked)), recall)
