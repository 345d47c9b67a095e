"""Text measured and broken by the columns it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from statlint.reporters.ruler import Ruler

SIGNS = st.text("（七）总计 total 124，。「」“…≠-", max_size=60)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        pytest.param("total", 5, id="Latin letters"),
        pytest.param("总计", 4, id="Chinese characters"),
        pytest.param("（七）", 6, id="full-width brackets"),
        pytest.param("１２３", 6, id="full-width digits"),
        pytest.param("e\u0301", 1, id="a letter and the accent over it"),
        pytest.param("a\u200bb", 2, id="a zero-width space"),
        pytest.param("≠…", 2, id="signs of ambiguous width"),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert Ruler().width(text) == columns


def test_ambiguous_signs_are_wide_in_a_chinese_code_page() -> None:
    assert Ruler(wide_signs=True).width("≠…│─") == 8


@given(SIGNS)
def test_width_agrees_with_that_of_rich(text: str) -> None:
    assert Ruler().width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [
        pytest.param("总计", 4, "总计", id="fits"),
        pytest.param("本年新收数量", 8, "本年新…", id="a wide character would stick out"),
        pytest.param("本年新收数量", 9, "本年新收…", id="just fits"),
        pytest.param("total", 4, "tot…", id="Latin letters"),
    ],
)
def test_cut(text: str, room: int, cut: str) -> None:
    assert Ruler().cut(text, room) == cut


def test_the_mark_of_a_cut_may_take_two_columns() -> None:
    assert Ruler(wide_signs=True).cut("本年新收数量", 8) == "本年新…"


@pytest.mark.parametrize(
    ("right", "padded"),
    [pytest.param(False, "总计  ", id="at the end"), pytest.param(True, "  总计", id="before")],
)
def test_pad(*, right: bool, padded: str) -> None:
    assert Ruler().pad("总计", 6, right=right) == padded


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("", [""], id="nothing"),
        pytest.param("one two", ["one two"], id="fits"),
        pytest.param("one two three", ["one two", "three"], id="at a blank"),
        pytest.param("合计不等于明细之和", ["合计不等于", "明细之和"], id="between characters"),
        pytest.param("合计不等于，明细", ["合计不等", "于，明细"], id="no comma at the beginning"),
        pytest.param("合计不等（甲）", ["合计不等", "（甲）"], id="no bracket at the end"),
        pytest.param("unbalanced-total", ["unbalanced", "-total"], id="a word that is too long"),
    ],
)
def test_wrap(text: str, lines: list[str]) -> None:
    assert Ruler().wrap(text, 10) == lines


def test_wrap_leaves_room_on_the_first_line() -> None:
    assert Ruler().wrap("合计不等于明细", 10, lead=4) == ["合计不", "等于明细"]


@given(SIGNS, st.integers(8, 40), st.sampled_from([Ruler(), Ruler(wide_signs=True)]))
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: int, ruler: Ruler) -> None:
    lines = ruler.wrap(text, room)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(ruler.width(line) <= room for line in lines)
