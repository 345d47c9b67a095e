"""Texts that are no TOML, and what is said of them."""

from __future__ import annotations

import pytest
import tomli

from statlint.schema.toml_words import Stopped, stopped

NO_TOML = [
    pytest.param(
        "by = 王", "值写得不对：文字要放在英文引号里，日期写成 2026-12-31", id="no quotes"
    ),
    pytest.param("原因 = 'a'", "应写成“键 = 值”，键名用英文字母", id="Chinese key"),
    pytest.param("by 'a'", "键名后面应为等号 =", id="no equals sign"),
    pytest.param(
        "until = 2026/12/31",
        "值的后面还有别的内容：引号要成对，日期写成 2026-12-31",
        id="day with strokes",
    ),
    pytest.param('by = "a\nb"', "文字没有以引号结束；一段文字不能分成两行", id="two lines"),
    pytest.param("a = 1\na = 2", "同一项写了两次", id="twice"),
    pytest.param("[[a]]\n[a]", "同一个表写了两次，或者 [ ] 与 [[ ]] 混用", id="table twice"),
    pytest.param(
        r'by = "C:\Users"',
        "文字中的反斜杠要写成两个 \\\\，或者把文字放在英文单引号里",
        id="path of Windows",
    ),
    pytest.param("[a\nb = 1", "方括号没有配对", id="bracket left open"),
    pytest.param("a = [1", "括号没有配对", id="list left open"),
    pytest.param("until = 2026-02-30", "没有这一天；日期写成 2026-12-31", id="no such day"),
    pytest.param("by = “王”", "「“」是中文（全角）符号，应改用英文（半角）的", id="Chinese quotes"),
    pytest.param("by ＝ 'a'", "「＝」是中文（全角）符号，应改用英文（半角）的", id="wide equals"),
    pytest.param("【a】", "「【」是中文（全角）符号，应改用英文（半角）的", id="wide brackets"),
]


def _stopped(text: str) -> Stopped:
    with pytest.raises(tomli.TOMLDecodeError) as refused:
        tomli.loads(text)
    return stopped(str(refused.value), text)


@pytest.mark.parametrize(("text", "said"), NO_TOML)
def test_what_stops_the_reader_is_said_in_chinese(text: str, said: str) -> None:
    assert _stopped(text).words.zh == said


def test_a_sign_inside_quotes_or_a_comment_is_not_what_stops_it() -> None:
    told = _stopped('a = "说“这个”" x # 见《办法》，“第三条”')

    assert told.words.zh == "值的后面还有别的内容：引号要成对，日期写成 2026-12-31"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "by = “王”", "TOML, column 6: Invalid value (“ is no sign of TOML)", id="wide"
        ),
        pytest.param("a = 1\nb = c", "TOML, column 5: Invalid value", id="second line"),
        pytest.param("a = [1", "TOML: Unclosed array", id="at the end"),
    ],
)
def test_the_column_is_told_where_there_is_one(text: str, said: str) -> None:
    assert _stopped(text).at_column.en == said


def test_words_that_nobody_knows_stay_as_they_are() -> None:
    told = stopped("Odd (at line 1, column 2)", "a")

    assert (told.words.zh, told.line, told.column) == ("Odd", 1, 2)
