"""Tables of two units that are the same but for a line or two."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from statlint.history.imprint import Imprint, imprints_of
from statlint.history.near_twins import near_twins_of
from statlint.history.roll import Return, roll_without_list
from tables import facts_of, filled_of, form_of, table_of

LINES = [f"{letter} {letter.upper()}" for letter in "abcdefghijkl"]
FORM = form_of(table_of(LINES, ["x X", "y Y"]))
REAL = (3511, 96, 1191, 328, 27, 38, 1047, 121, 655, 0, 0, 77)
NEAR = (3512, *REAL[1:])


def imprint(*figures: int) -> Imprint:
    rows = "\n".join(f"{line[-1]},{n},0" for line, n in zip(LINES, figures, strict=True))
    text = f"T,X,Y\n{rows}"
    (one,) = imprints_of(filled_of(FORM, text), [facts_of(FORM, text)])
    return one


def told(units: Mapping[str, tuple[int, ...]]) -> list[str]:
    """Give each file with the one that it is like, and how many lines are the same."""
    returns = [
        Return(f"{name or 2024}.csv", printed=name, imprints=(imprint(*figures),))
        for name, figures in units.items()
    ]
    return [
        f"{one.of.path}: {one.other.path} {one.same}/{one.lines}"
        for one in near_twins_of(roll_without_list(returns))
    ]


def test_two_units_with_nearly_the_same_figures_are_told() -> None:
    assert told({"教育局": REAL, "民政局": NEAR}) == [
        "教育局.csv: 民政局.csv 9/10",
        "民政局.csv: 教育局.csv 9/10",
    ]


@pytest.mark.parametrize(
    ("units"),
    [
        pytest.param({"教育局": REAL, "民政局": REAL}, id="wholly the same is told elsewhere"),
        pytest.param({"瑶海区": REAL, "瑶海区教育局": NEAR}, id="units that belong together"),
        pytest.param({"": REAL, "教育局": NEAR}, id="nobody knows whose one is"),
        pytest.param(
            {"教育局": (1, 2, *[0] * 10), "民政局": (1, 3, *[0] * 10)}, id="hardly any figures"
        ),
        pytest.param(
            {"教育局": REAL, "民政局": (*REAL[:6], 9, 8, 7, 6, 5, 4)}, id="half of it is another"
        ),
        pytest.param(
            {"教育局": (7, *[0] * 11), "民政局": (*[0] * 11, 7)}, id="nothing in common but zeros"
        ),
    ],
)
def test_what_is_no_copy_is_passed(units: dict[str, tuple[int, ...]]) -> None:
    assert told(units) == []


def test_a_line_that_repeats_another_tells_nothing_new() -> None:
    alike = (1047, *[1047] * 10)

    assert told({"教育局": (*alike, 5), "民政局": (*alike, 6)}) == []


def test_lines_that_most_share_tell_nothing() -> None:
    units = {name: (*REAL[:-1], 60 + at) for at, name in enumerate(("教育局", "民政局", "司法局"))}

    assert told(units) == []


def test_small_units_are_hardly_ever_alike() -> None:
    luck = random.Random(7)  # noqa: S311 - figures to compare
    units = {
        f"{number}镇": tuple(int(luck.expovariate(0.5)) for _ in LINES) for number in range(200)
    }

    assert told(units) == []
