"""The figures of a table over the years, for reports that draw them."""

from __future__ import annotations

from pathlib import Path

from statlint.config import Settings
from statlint.finding.drawn import Series
from statlint.run import check_paths
from statlint.values import CellRef

SUBMISSIONS = Path(__file__).parents[3] / "fixtures/submissions"
NOW, BEFORE = (str(SUBMISSIONS / f"suqian-{year}.xlsx") for year in (2024, 2023))


def series(**settings: object) -> tuple[Series, ...]:
    (file,) = check_paths([NOW], Settings(previous=(BEFORE,), **settings)).files  # type: ignore[arg-type]
    return file.series


def test_figures_come_with_those_of_the_year_before() -> None:
    found = series(series=True)

    assert found[:2] == (
        Series("年报", CellRef.parse("F6"), "规章", "本年制发件数", ("2023", "2024"), (2, 2)),
        Series("年报", CellRef.parse("J6"), "规章", "本年废止件数", ("2023", "2024"), (0, 1)),
    )
    assert len({(one.sheet, one.cell) for one in found}) == len(found)


def test_nothing_is_carried_that_no_report_draws() -> None:
    assert series() == ()
