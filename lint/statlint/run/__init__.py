"""From files and settings to a report."""

from statlint.run.check import check_paths
from statlint.run.report import report_of
from statlint.run.result import FileResult
from statlint.run.work import Work
from statlint.run.works import prepare

__all__ = [
    "FileResult",
    "Work",
    "check_paths",
    "prepare",
    "report_of",
]
