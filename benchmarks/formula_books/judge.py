"""Check many workbooks at once, and say what was found in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from formula_books.model import Told
from statlint.config import Settings
from statlint.finding import Finding
from statlint.run import check_paths
from statlint.values import Language

TODAY = date(2026, 11, 22)
_NO_FORM = "F010"
"""Said of each table that is no known form; of these workbooks nearly all."""


def findings(
    books: Mapping[str, bytes], language: Language = "zh", ending: str = "xlsx"
) -> Mapping[str, Sequence[Finding]]:
    """Check workbooks, each in a folder of its own, and give what was found by their names."""
    sources = [(f"{name}/报表.{ending}", content) for name, content in books.items()]
    report = check_paths(sources, Settings(language=language), today=TODAY)
    if report.crashes:
        raise AssertionError(report.crashes[0].traceback)
    found: dict[str, list[Finding]] = {name: [] for name in books}
    for one in report.findings:
        if one.code != _NO_FORM:
            found[one.path.removesuffix(f"/报表.{ending}")].append(one)
    return found


def told(found: Sequence[Finding]) -> list[Told]:
    """Give code, sheet and cell of findings, in order."""
    return sorted(
        (one.code, one.sheet, None if one.cell is None else str(one.cell)) for one in found
    )
