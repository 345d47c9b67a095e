"""Numbers that labels begin with."""

from __future__ import annotations

import pytest

from statlint.table.layout_numbers import numbers_of


@pytest.mark.parametrize(
    ("label", "style", "path", "rest"),
    [
        pytest.param("第一部分 收入", "chapter", (1,), "收入", id="a chapter"),
        pytest.param("十一、其他", "words", (11,), "其他", id="in words"),
        pytest.param("（二）林业", "words in brackets", (2,), "林业", id="in words in brackets"),
        pytest.param("㈡林业", "signs like ㈠", (2,), "林业", id="a sign for words in brackets"),
        pytest.param("3．小麦", "digits", (3,), "小麦", id="digits"),
        pytest.param("3、小麦", "digits", (3,), "小麦", id="digits with a comma"),
        pytest.param("(3) 小麦", "digits in brackets", (3,), "小麦", id="digits in brackets"),
        pytest.param("3) 小麦", "digits closed", (3,), "小麦", id="digits with a bracket"),
        pytest.param("③冬小麦", "signs like ①", (3,), "冬小麦", id="circled"),
        pytest.param("1.1.2 玉米", "dotted", (1, 1, 2), "玉米", id="dotted"),
        pytest.param("1.2玉米", "dotted", (1, 2), "玉米", id="dotted without a blank"),
        pytest.param("IV. Assets", "roman", (4,), "Assets", id="Roman"),
        pytest.param("ii) cash", "small roman", (2,), "cash", id="small Roman"),
        pytest.param("B. Fixed", "upper", (2,), "Fixed", id="a letter"),
        pytest.param("b) fixed", "lower", (2,), "fixed", id="a small letter"),
        pytest.param("b.Books", "lower", (2,), "Books", id="a small letter without a blank"),
        pytest.param("〔一〕农业", "words in brackets", (1,), "农业", id="other brackets"),
    ],
)
def test_the_number_is_read(label: str, style: str, path: tuple[int, ...], rest: str) -> None:
    (number, *_) = numbers_of(label)

    assert (number.style, number.path, number.rest) == (style, path, rest)


def test_a_letter_may_be_roman_as_well() -> None:
    assert [(one.style, one.path) for one in numbers_of("I. Assets")] == [
        ("roman", (1,)),
        ("upper", (9,)),
    ]


@pytest.mark.parametrize(
    "label", ["", "一般公共服务", "10-19", "1.5%", "1.5", "2005 $", "15 - 19 years", "U.S.", "1."]
)
def test_labels_without_a_number_have_none(label: str) -> None:
    assert numbers_of(label) == ()
