"""Which of many parts is wrong where only their sum tells: what all of them offer counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.finding import Report
from statlint.run import check_paths

FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "Cases" }]
line = [{ key = "a", label = "Permits" }, { key = "b", label = "Fines" }]
"""
NAMES = "子丑寅卯辰巳午未申酉戌亥"
TOWNS = [(104 + 97 * at % 800, 67 + 41 * at) for at in range(12)]


def grid(permits: int, fines: int) -> bytes:
    return f"Item,Cases\nPermits,{permits}\nFines,{fines}\n".encode()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    path = tmp_path / "own.toml"
    path.write_text(FORM, encoding="utf-8")
    return Settings(form=str(path), select=("X201",))


def told(report: Report) -> list[tuple[str | None, str | None]]:
    """Give the cells that may be wrong, the likeliest first, by file and proposed figure."""
    return [
        (cell.path, cell.proposed)
        for cause in report.diagnoses
        for one in cause.alternatives
        for cell in one.cells
    ]


def checked(settings: Settings, fines: int, *, last_year: bool) -> Report:
    """Check a county whose fines are not the sum of those of its towns."""
    parts = [(f"{NAMES[at]}山镇2024.csv", grid(*town)) for at, town in enumerate(TOWNS)]
    before = [
        (f"{NAMES[at]}山镇2023.csv", grid(permits, own if at != 0 else 660))
        for at, (permits, own) in enumerate(TOWNS)
    ]
    permits = sum(own for own, _ in TOWNS)
    return check_paths(
        [("county2024.csv", grid(permits, fines))],
        settings,
        parts=parts,
        previous=before if last_year else (),
    )


def test_a_small_gap_that_some_part_fits_is_not_sure_to_be_there(settings: Settings) -> None:
    report = checked(settings, sum(own for _, own in TOWNS) + 9, last_year=False)

    probabilities = [one.probability for cause in report.diagnoses for one in cause.alternatives]
    assert max(probabilities) < 0.9
    assert (None, str(sum(own for _, own in TOWNS))) in told(report)


def test_last_years_figures_of_the_parts_tell_which_is_wrong(settings: Settings) -> None:
    wrong = sum(own for _, own in TOWNS) - 67 + 667

    assert told(checked(settings, wrong, last_year=True))[0] == ("子山镇2024.csv", "667")
