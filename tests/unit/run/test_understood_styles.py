"""Files without a form whose figures are written as in other countries."""

from __future__ import annotations

from datetime import date

import pytest

from statlint.config import Settings
from statlint.finding import Report
from statlint.run import check_paths

GERMAN = """Land;Insgesamt;Männlich;Weiblich
Bayern;13.140.183;6.507.510;6.632.673
Hessen;6.293.154;3.105.212;3.187.942
Berlin;3.664.088;1.802.004;1.862.084
Gesamt;23.097.425;11.414.726;{}
"""
FRENCH = """Région;Ensemble;Hommes;Femmes
Île-de-France;12 278,2;5 956,1;6 322,1
Bretagne;3 354,9;1 630,3;1 724,6
Corse;3 340,4;1 164,9;2 175,5
Total;18 973,5;8 751,3;{}
"""
SWISS = """Kanton;Total;Schweizer;Ausländer
Zürich;1’553’423;1’130’000;423’423
Bern;1’043’132;870’000;173’132
Uri;36’819;32’000;4’819
Schweiz;2’633’374;2’032’000;{}
"""


def cells_of(report: Report) -> list[str]:
    return sorted({str(one.cell) for one in report.findings})


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [(GERMAN, "11.682.699", "11.628.699"), (FRENCH, "10 222,2", "10 252,2")],
    ids=["points between thousands", "blanks and decimal commas"],
)
def test_figures_in_another_style_are_checked(table: str, right: str, wrong: str) -> None:
    reports = [
        check_paths([("a.csv", table.format(one).encode())], Settings(), today=date(2026, 11, 22))
        for one in (right, wrong)
    ]

    assert [cells_of(report) for report in reports] == [[], ["B5", "D5"]]


def test_apostrophes_between_thousands_are_read() -> None:
    report = check_paths(
        [("a.csv", SWISS.format("601’474").encode())], Settings(), today=date(2026, 11, 22)
    )

    assert cells_of(report) == ["B5", "D5"]
