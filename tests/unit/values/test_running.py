"""Lists of running numbers: each slip is one break, with the number that is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.ordinal import Ordinal, read_ordinal
from statlint.values.running import Step, find_breaks


def steps(written: str, groups: str = "") -> list[Step]:
    """Make the lines of a list; _ is a blank."""
    texts = written.split()
    return [
        Step(read_ordinal(text), group)
        for text, group in zip(texts, groups or "a" * len(texts), strict=True)
    ]


def told(written: str, groups: str = "") -> list[str]:
    """Tell the breaks of a list: its place, what stands there and what is due."""
    texts = written.split()
    return [
        f"{one.index + 1}: {texts[one.index]} for {'.'.join(map(str, one.due))}"
        for one in find_breaks(steps(written, groups))
    ]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("1 2 3", id="digits"),
        pytest.param("01 02 03", id="zeros in front"),
        pytest.param("一 二 三", id="words"),
        pytest.param("① ② ③", id="circles"),
        pytest.param("1 2 _ _ 3", id="lines that go on have none"),
        pytest.param("1.1 1.2 2.1 2.2", id="two levels"),
        pytest.param("1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11", id="ten on a lower level"),
        pytest.param("1 1.1 1.2 2 2.1 3", id="lines of both levels"),
        pytest.param("1.1 1.2 3.1", id="a group without lines"),
        pytest.param("一 1 2 二 1 2 三 1", id="one style under another"),
        pytest.param("一 1 _ 2 二 1", id="the same with a line that goes on"),
        pytest.param("一 1 2 二 3 4", id="two styles, each by itself"),
        pytest.param("1 1 1 2 2 3 3", id="the number of a group on each of its lines"),
        pytest.param("1 1 1 2 3 4", id="a third of the lines go on with a number"),
        pytest.param("_ _ _", id="no numbers at all"),
        pytest.param("合计 备注", id="words that are no numbers"),
    ],
)
def test_a_list_that_runs_has_no_breaks(written: str) -> None:
    assert told(written) == []


@pytest.mark.parametrize(
    ("written", "breaks"),
    [
        pytest.param("1 2 3 5 6 7", ["4: 5 for 4"], id="a gap"),
        pytest.param("1 2 3 9 5 6", ["4: 9 for 4"], id="one wrong number"),
        pytest.param("1 2 3 3 4 5", ["4: 3 for 4"], id="a double"),
        pytest.param("1 2 3 3 5 6", ["4: 3 for 4"], id="a double in place of the next"),
        pytest.param("2 3 4", ["1: 2 for 1"], id="a late start"),
        pytest.param("0 1 2", ["1: 0 for 1"], id="a start at 0"),
        pytest.param("1 2 _ 4 5", ["3: _ for 3"], id="a blank in place of a number"),
        pytest.param("1 2 _ _ 5", ["5: 5 for 3"], id="blanks do not fill a gap of two"),
        pytest.param("1 3 2 4", ["2: 3 for 2", "3: 2 for 3"], id="two changed places"),
        pytest.param("1.1 1.2 1.4 2.1", ["3: 1.4 for 1.3"], id="the lower level"),
        pytest.param("1.1 1.2 2.2 2.3", ["3: 2.2 for 2.1"], id="a group starts late"),
        pytest.param("一 二 四 五", ["3: 四 for 3"], id="words"),
        pytest.param("1.1 1.2 1 1.3", ["3: 1 for 2"], id="back to the upper level"),
        pytest.param("1 2 9 3 4", ["3: 9 for 3"], id="a number put in between"),
        pytest.param("1 2 2 3 4 5 6", ["3: 2 for 3"], id="one double is a slip"),
        pytest.param("1 2 2", ["3: 2 for 3"], id="one double in a short list"),
        pytest.param(
            "1 2 2 3 4 4 5 6 7 8", ["3: 2 for 3", "6: 4 for 5"], id="two doubles in a long list"
        ),
        pytest.param(
            "1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.1 1.11", ["10: 1.1 for 1.10"], id="a lost zero"
        ),
    ],
)
def test_each_slip_is_one_break(written: str, breaks: list[str]) -> None:
    assert told(written) == breaks


@pytest.mark.parametrize(
    ("written", "groups", "breaks"),
    [
        pytest.param("1 2 3 1 2 1", "aaabbc", [], id="every group begins anew"),
        pytest.param("1 2 3 4 5 6", "aaabbc", [], id="they run through the groups"),
        pytest.param("1 2 3 1 3 1", "aaabbc", ["5: 3 for 2"], id="a gap in a group"),
        pytest.param("1 2 3 1 5 6", "aaabbb", ["4: 1 for 4"], id="one begins anew by mistake"),
    ],
)
def test_groups_may_begin_anew(written: str, groups: str, breaks: list[str]) -> None:
    assert told(written, groups) == breaks


@pytest.mark.parametrize(
    ("written", "kinds", "groups"),
    [
        pytest.param("1 2 1 3 2", "aabab", "aabbb", id="through the table"),
        pytest.param("1 2 1 1 2 1 2", "aabaabb", "aaabbbb", id="anew in every group"),
    ],
)
def test_each_kind_of_line_may_have_numbers_of_its_own(
    written: str, kinds: str, groups: str
) -> None:
    lines = [
        Step(read_ordinal(text), group, kind)
        for text, group, kind in zip(written.split(), groups, kinds, strict=True)
    ]

    assert find_breaks(lines) == ()


def test_each_style_may_begin_anew_in_every_group() -> None:
    assert told("一 1 二 2 一 1 二 2", "aaaabbbb") == []


def test_a_stored_number_that_lost_its_zero_fits() -> None:
    numbers = [*(f"1.{last}" for last in range(1, 10)), "1.1", "1.11"]
    stored = [Step(read_ordinal(number, stored_number=True)) for number in numbers]

    assert find_breaks(stored) == ()


@given(st.integers(min_value=2, max_value=40), st.data())
def test_a_line_that_was_taken_out_is_one_break(count: int, data: st.DataObject) -> None:
    missing = data.draw(st.integers(min_value=1, max_value=count - 1))
    numbers = [number for number in range(1, count + 1) if number != missing]

    (one,) = find_breaks([Step(Ordinal((number,))) for number in numbers])

    assert (one.index, one.due) == (missing - 1, (missing,))


@given(st.integers(min_value=4, max_value=40), st.data())
def test_a_line_that_was_copied_is_one_break(count: int, data: st.DataObject) -> None:
    double = data.draw(st.integers(min_value=1, max_value=count))
    numbers = sorted([*range(1, count + 1), double])

    (one,) = find_breaks([Step(Ordinal((number,))) for number in numbers])

    assert (one.index, one.due) == (double, (double + 1,))


@given(st.lists(st.none() | st.integers(min_value=0, max_value=60), max_size=80))
def test_any_list_is_read(numbers: list[int | None]) -> None:
    found = find_breaks([Step(None if one is None else Ordinal((one,))) for one in numbers])

    assert [one.index for one in found] == sorted({one.index for one in found})
