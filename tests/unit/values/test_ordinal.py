"""Running numbers: every usual way to write one is read, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.numeral import write_numeral
from statlint.values.ordinal import Ordinal, read_ordinal

PATHS = st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=3).map(tuple)


@given(PATHS, st.sampled_from(["{}", "{}、", "（{}）", "({})", "{}.", "附件{}", "第{}项", " {} "]))
def test_a_number_is_read_whatever_stands_around_it(path: tuple[int, ...], around: str) -> None:
    read = read_ordinal(around.format(".".join(map(str, path))))

    assert read is not None
    assert read.path == path


@given(st.integers(min_value=1, max_value=99))
def test_a_number_in_words_is_written_back(number: int) -> None:
    read = read_ordinal(f"{write_numeral(number)}、")

    assert read == Ordinal((number,), "words")
    assert read.write((number + 1,)) == write_numeral(number + 1)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("01", (1,), id="a zero in front"),
        pytest.param("3.0", (3,), id="a whole number with a point"),
        pytest.param("1.10", (1, 10), id="two levels"),
        pytest.param("1-2", (1, 2), id="two levels with a dash"),
        pytest.param("⑳", (20,), id="in a circle"),
        pytest.param("㊿", (50,), id="in a circle, over 35"),
        pytest.param("⑴", (1,), id="a sign with brackets"),
        pytest.param("Ⅻ", (12,), id="a Roman sign"),
        pytest.param("１２", (12,), id="full-width"),
        pytest.param("证据：3", (3,), id="after a word and a colon"),
        pytest.param("佐证材料 3", (3,), id="after a word and a space"),
        pytest.param("No.7", (7,), id="after No."),
        pytest.param("0", (0,), id="zero"),
    ],
)
def test_a_number_is_read(text: str, path: tuple[int, ...]) -> None:
    read = read_ordinal(text)

    assert read is not None
    assert read.path == path


@pytest.mark.parametrize(
    "text", ["", " ", "合计", "—", "12a", "1/2", "材料", "2017001", "一百零", "1..2", "-1"]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert read_ordinal(text) is None


def test_the_ways_to_write_a_number_are_told_apart() -> None:
    styles = [read.style for text in "1 (1) ① 一 (一)".split() if (read := read_ordinal(text))]

    assert len(set(styles)) == 5


def test_a_stored_number_may_have_lost_a_zero() -> None:
    read = [read_ordinal("1.1", stored_number=True), read_ordinal("1", stored_number=True)]

    assert read == [Ordinal((1, 1), cut=True), Ordinal((1,))]


def test_levels_are_written_with_points() -> None:
    assert Ordinal((1, 2)).write((1, 3)) == "1.3"
