"""Keys made of Chinese labels by the words of the field."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from statlint.inference.key_words import KeyWords, read_key_words


@pytest.mark.parametrize(
    ("label", "key"),
    [
        pytest.param("合计", "total", id="one word"),
        pytest.param("税收收入", "tax_income", id="two words"),
        pytest.param("年末结余", "year_end_balance", id="the longest words first"),
        pytest.param("（二）女性", "female", id="numbered"),
        pytest.param("1.工业", "industry", id="numbered with a point"),
        pytest.param("同比增长（%）", "yoy_growth", id="a unit in brackets"),
        pytest.param("交通运输、仓储和邮政业", "transport", id="a name with signs"),
        pytest.param("2021年", "y2021", id="a year"),
        pytest.param("2021年末", "y2021_year_end", id="the end of a year"),
        pytest.param("2019-2021年", "y2019_2021", id="years"),
        pytest.param("1-6月", "m1_6", id="months"),
        pytest.param("第三季度", "q3", id="a quarter"),
        pytest.param("65岁及以上", "age_65_up", id="an age"),
        pytest.param("R&D经费", "r_d_funds", id="plain letters"),
        pytest.param("甲镇", "", id="a name of a place"),
        pytest.param("某某部门收入", "", id="too little is known"),
        pytest.param("东城镇", "", id="a name of a place that looks like words"),
        pytest.param("东部地区", "east_region", id="a part of the country"),
        pytest.param("（）", "", id="no words"),
    ],
)
def test_a_label_is_made_of_its_words(label: str, key: str) -> None:
    assert read_key_words().key_of(label) == key


def test_what_is_known_of_a_title_is_enough_where_that_is_wanted() -> None:
    assert read_key_words().key_of("某县粮食收支", partly=True) == "county_grain_income_expenditure"


def test_a_long_key_loses_its_last_words() -> None:
    words = KeyWords({"甲": "a" * 20, "丙": "b" * 30})

    assert words.key_of("甲丙") == "a" * 20
    assert KeyWords({"甲": "a" * 60}).key_of("甲") == "a" * 48


def test_all_words_are_keys() -> None:
    words = set(read_key_words().words.values()) - {""}

    assert [word for word in words if not re.fullmatch(r"[a-z][a-z0-9_]*", word)] == []


def test_no_word_is_given_twice() -> None:
    text = files("statlint.inference").joinpath("key_words.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if not line.startswith("#")]
    times = Counter(word for _, *words in lines for word in words)

    assert [word for word, count in times.items() if count > 1] == []
