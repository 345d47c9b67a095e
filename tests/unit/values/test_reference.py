"""References: lists of numbers in every usual way, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.reference import Reference, read_references

NUMBERS = st.lists(st.integers(min_value=1, max_value=999), min_size=1, max_size=8)


def told(text: str) -> list[str]:
    """Tell the numbers that a text refers to."""
    return [
        ".".join(map(str, path)) for reference in read_references(text) for path in reference.paths
    ]


@given(NUMBERS, st.sampled_from([*"、 ， , ； ; / 及 和 与".split(), "\n", " "]))
def test_a_list_is_read_whatever_stands_between(numbers: list[int], between: str) -> None:
    assert told(between.join(map(str, numbers))) == [str(number) for number in numbers]


@given(st.integers(1, 900), st.integers(1, 90), st.sampled_from("- – — ~ ～ 至 到".split()))
def test_all_numbers_from_one_to_another_are_read(first: int, more: int, sign: str) -> None:
    numbers = [str(number) for number in range(first, first + more + 1)]

    assert told(f"{first}{sign}{first + more}") == numbers
    assert told(f"附件 {first} {sign} 附件 {first + more}") == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("1、2、5-7", "1 2 5 6 7", id="one by one, and from and to"),
        pytest.param("证据3", "3", id="a word in front"),
        pytest.param("佐证材料：1、2", "1 2", id="a word and a colon in front"),
        pytest.param("证据1 证据2", "1 2", id="a word before each"),
        pytest.param("详见附件3。", "3", id="see"),
        pytest.param("第3项、第4项", "3 4", id="which"),
        pytest.param("3号", "3", id="号"),
        pytest.param("3（网站截图）", "3", id="a remark"),
        pytest.param("（1）、（2）", "1 2", id="in brackets"),
        pytest.param("①②、③", "1 2 3", id="in circles"),
        pytest.param("一、三", "1 3", id="in words"),
        pytest.param("1.2", "1.2", id="on two levels"),
        pytest.param("1.1-1.3", "1.1 1.2 1.3", id="on two levels, from and to"),
        pytest.param("2-1", "2.1", id="on two levels with a dash"),
        pytest.param("1-1-2", "1.1.2", id="on three levels with dashes"),
    ],
)
def test_references_are_read(text: str, numbers: str) -> None:
    assert told(text) == numbers.split()


def test_a_dash_may_be_from_and_to_or_two_levels() -> None:
    assert read_references("1-2") == (Reference("1-2", (1,), (2,), dashed=True),)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("政务公开工作要点", id="a title"),
        pytest.param("1.政务公开工作要点", id="a title with a number"),
        pytest.param("2017年工作要点", id="a year"),
        pytest.param("舒政办〔2017〕96号", id="a document number"),
        pytest.param("3份", id="how many"),
        pytest.param("共3项", id="how many in all"),
        pytest.param("2018-01-02", id="a date"),
        pytest.param("7至5", id="from more to less"),
        pytest.param("1至900", id="too many"),
        pytest.param("1、工作要点", id="one word among numbers"),
        pytest.param("1.1-2.1", id="from one group to another"),
        pytest.param("一百零、一", id="no number in words"),
        pytest.param("1至一百零", id="to no number"),
    ],
)
def test_anything_else_is_no_reference(text: str) -> None:
    assert read_references(text) == ()
