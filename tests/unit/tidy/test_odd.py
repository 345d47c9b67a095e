"""Gaps, holes, figures and codes that are odd, and those that are usual."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from long_lists import crossed, found_in_list, listing_of
from statlint.tidy.gaps import gaps_of, masks_of
from statlint.tidy.holes import holes_of
from statlint.tidy.model import OddKind
from statlint.tidy.odd import strange_codes, strange_figures

UNITS = [f"单位{at:02d}" for at in range(12)]
ITEMS = ["收入", "支出", "人数"]
YEARS = [str(year) for year in range(2012, 2020)]
HEADS = "单位名称,指标,年份,数值"


def figure(unit: str, item: str, year: str) -> int:
    """Give some figure above 0."""
    return int(unit[-2:]) * 7 + len(item) + int(year) % 11 + 1


def lines_without(left_out: Callable[[str], bool]) -> list[str]:
    """Cross units, items and years, but for some."""
    return [line for line in crossed(HEADS, (UNITS, ITEMS, YEARS), figure) if not left_out(line)]


def gaps_in(lines: list[str]) -> list[str]:
    """Write the gaps of a list."""
    listing = listing_of(lines)
    found = gaps_of(listing, masks_of(listing))
    return [
        f"{listing.name(one.series)} {listing.moments[one.period]}"
        + (f" {one.key} x{one.count}" if one.key is not None else "")
        for one in found
    ]


@pytest.mark.parametrize(
    ("left_out", "gaps"),
    [
        pytest.param(
            lambda line: line.startswith("单位03,收入,2015"), ["单位03 · 收入 2015"], id="one"
        ),
        pytest.param(
            lambda line: line.startswith("单位03") and ",2015," in line,
            ["单位03 · 收入 2015 0 x3"],
            id="a unit",
        ),
        pytest.param(
            lambda line: ",支出,2015," in line, ["单位00 · 支出 2015 1 x12"], id="an item"
        ),
        pytest.param(lambda line: ",2015," in line, [], id="all"),
        pytest.param(
            lambda line: ",支出," in line and int(line.split(",")[2]) % 2 == 1,
            [],
            id="every second year",
        ),
        pytest.param(
            lambda line: line.startswith("单位03") and line.split(",")[2] > "2015",
            [],
            id="a unit that ended",
        ),
        pytest.param(
            lambda line: line.startswith("单位03") and line.split(",")[2] < "2015",
            [],
            id="a unit that began",
        ),
        pytest.param(
            lambda line: line.startswith("单位03,收入,2019"),
            ["单位03 · 收入 2019"],
            id="the latest",
        ),
        pytest.param(
            lambda line: line.startswith("单位03,收入,2012"), ["单位03 · 收入 2012"], id="the first"
        ),
        pytest.param(
            lambda line: line.startswith("单位03") and ",2012," in line,
            [],
            id="a unit that began in the second",
        ),
        pytest.param(lambda line: hash_of(line) % 7 < 3, [], id="here and there"),
    ],
)
def test_gaps_are_told_where_they_are_rare(
    left_out: Callable[[str], bool], gaps: list[str]
) -> None:
    assert gaps_in(lines_without(left_out)) == gaps


def hash_of(line: str) -> int:
    """Give some number for a line, the same in every run."""
    return sum(ord(sign) * at for at, sign in enumerate(line, 7))


def test_quarters_and_years_are_told_apart() -> None:
    periods = [*YEARS, *(f"{year}-Q{quarter}" for year in YEARS for quarter in range(1, 5))]
    lines = crossed(HEADS, (UNITS, ITEMS, periods), lambda *_: 5)

    assert gaps_in([line for line in lines if not line.startswith("单位03,收入,2015-Q2")]) == [
        "单位03 · 收入 2015-Q2"
    ]


@pytest.mark.parametrize(
    ("left_out", "holes"),
    [
        pytest.param(lambda _: False, [], id="none"),
        pytest.param(lambda line: line.startswith("单位03,收入"), [("单位03", "收入")], id="one"),
        pytest.param(
            lambda line: line[:4] in {"单位03", "单位04", "单位05"} and ",收入," in line,
            [],
            id="several",
        ),
    ],
)
def test_combinations_are_told_where_nearly_all_are_there(
    left_out: Callable[[str], bool], holes: list[tuple[str, str]]
) -> None:
    listing = listing_of(lines_without(left_out))

    found = [
        tuple(listing.label(key, code) for key, code in zip(one.keys, one.codes, strict=True))
        for one in holes_of(listing, masks_of(listing))
    ]

    assert found == holes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("-5", [OddKind.NEGATIVE]),
        ("5.5", [OddKind.FRACTION]),
        ("5.0", []),
        ("-5.5", [OddKind.NEGATIVE, OddKind.FRACTION]),
        ("", []),
    ],
)
def test_a_figure_unlike_all_others_is_told(text: str, kinds: list[OddKind]) -> None:
    lines = lines_without(lambda _: False)
    lines[9] = f"{lines[9].rpartition(',')[0]},{text}"
    listing = listing_of(lines)

    found = list(strange_figures(listing, listing.figures[0]))

    assert [(one.row, one.kind, one.others) for one in found] == [(8, kind, 95) for kind in kinds]


def test_many_figures_below_0_are_usual() -> None:
    lines = crossed(HEADS, (UNITS, ITEMS, YEARS), lambda unit, *_: int(unit[-2:]) - 1)
    listing = listing_of(lines)

    assert list(strange_figures(listing, listing.figures[0])) == []


@pytest.mark.parametrize(
    ("code", "usual"),
    [
        ("单位 03", "单位03"),
        ("单位０３", "单位03"),
        ("单位99", None),
    ],
)
def test_a_code_written_otherwise_is_told(code: str, usual: str | None) -> None:
    lines = lines_without(lambda _: False)
    at = next(at for at, line in enumerate(lines) if line.startswith("单位03,支出,2014"))
    lines[at] = lines[at].replace("单位03", code)
    listing = listing_of(lines)

    found = [(one.usual, one.alike, one.count) for one in strange_codes(listing)]

    assert found == ([] if usual is None else [(usual, True, 1)])
    assert gaps_of(listing, masks_of(listing)) == [] or usual is None


def test_rows_that_do_not_fit_are_left_out() -> None:
    lines = [*lines_without(lambda _: False), "单位03,收入", "注：略"]
    listing = listing_of(lines)

    assert (len(listing), listing.misfits) == (len(lines) - 3, (len(lines) - 1,))


def test_a_text_with_a_broken_quote_is_no_list() -> None:
    lines = lines_without(lambda _: False)

    assert found_in_list([*lines, '"单位03,收入,2012,5']) is None


def test_blank_lines_and_notes_are_no_rows() -> None:
    lines = lines_without(lambda _: False)
    listing = listing_of([*lines[:50], ",,,", *lines[50:], "注：略,,,"])

    assert (len(listing), listing.misfits, listing.undated) == (len(lines) - 1, (), ())
    assert listing.lines.row(49) == 52
