"""Years that label the lines of a table: few of them, or in the middle."""

from __future__ import annotations

import pytest

from printed_layouts import named, the_one


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param(
            """
            项目,收入,支出,结余
            2021,120,100,20
            2022,130,115,15
            """,
            ["2 2021", "3 2022"],
            id="two years under a word for any label",
        ),
        pytest.param(
            """
            Item,Income,Spending,Balance
            2022,130,115,15
            """,
            ["2 2022"],
            id="one year",
        ),
        pytest.param(
            """
            ,Income,Spending,Balance
            2022,130,115,15
            2023,140,115,25
            """,
            ["2 2022", "3 2023"],
            id="years under nothing",
        ),
        pytest.param(
            """
            人口,面积,户数
            2021,120,100
            2022,130,115
            """,
            ["2 ", "3 "],
            id="figures of a measure that may be years",
        ),
        pytest.param(
            """
            ,Income,Spending
            2020,130,115
            2020,140,115
            """,
            ["2 ", "3 "],
            id="the same figure twice",
        ),
        pytest.param(
            """
            出口,年份,进口
            220,2019,230
            244,2020,250
            266,2021,260
            310,2022,320
            1040,合计,1060
            """,
            ["2 2019", "3 2020", "4 2021", "5 2022", "6 合计"],
            id="in the middle, with a total",
        ),
        pytest.param(
            """
            地区,年份,进口,出口
            东区,2019,230,220
            西区,2020,250,240
            """,
            ["2 东区", "3 西区"],
            id="behind names",
        ),
    ],
)
def test_years_label_lines(rows: str, lines: list[str]) -> None:
    assert named(the_one(rows).lines) == lines


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("Q1 2023,Q2 2023,FY 2023", ["Q1 2023", "Q2 2023", "FY 2023"]),
        ("2023Q1,2023Q2,2023", ["2023Q1", "2023Q2", "2023"]),
        ("H1 2022,H2 2022,H1 2023", ["H1 2022", "H2 2022", "H1 2023"]),
    ],
    ids=["quarters of a year", "quarters behind a year", "halves"],
)
def test_quarters_and_halves_are_heads(row: str, heads: list[str]) -> None:
    layout = the_one(f"Measure,{row}\nTurnover,120.5,125.2,516.0\nCosts,80.1,82.5,337.9")

    assert [head.text for head in layout.heads] == heads
