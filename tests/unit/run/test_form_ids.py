"""The id of a written form."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.run.form_ids import id_of
from statlint.run.inferred import infer_files

ROWS = "项目,2021年,2022年\n收入,512,563\n支出,487,531\n结余,25,32\n"


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        pytest.param("Trade 2023.csv", "", "trade-2023", id="a name in plain letters"),
        pytest.param("2023年财政收支.csv", "", "2023-fiscal-income-expenditure", id="in Chinese"),
        pytest.param(
            "2023.csv", "表3 某县粮食收支", "2023-county-grain-income-expenditure", id="title"
        ),
        pytest.param(
            "17.csv", "Table 4. Trade of the county", "17-4-trade-county", id="English title"
        ),
        pytest.param("2023.csv", "", "form-2023", id="a year alone"),
        pytest.param("甲.csv", "", "new-form", id="nothing known"),
    ],
)
def test_an_id_says_what_the_table_is(name: str, title: str, said: str) -> None:
    text = f"{title},,\n{ROWS}" if title else ROWS

    assert id_of([Path(name)], infer_files([(name, text.encode())], Settings())) == said


def test_without_a_file_there_is_an_id_all_the_same() -> None:
    assert id_of([], ()) == "new-form"
