"""Which codes add up to which."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from long_lists import crossed, listing_of
from statlint.tidy.families import wholes_of

YEARS = ("2019", "2020", "2021", "2022", "2023")


def wholes_in(codes: Sequence[str]) -> list[list[str]]:
    """Write each code with the one it is a part of, for each way."""
    listing = listing_of(crossed("代码,年份,数值", (codes, YEARS), lambda *_: 5))
    return [
        [f"{codes[whole]}<{code}" for code, whole in zip(codes, way, strict=True) if whole >= 0]
        for way in wholes_of(listing, 0)
    ]


@pytest.mark.parametrize(
    ("codes", "ways"),
    [
        pytest.param(["甲县", "乙县", "丙县"], [], id="no total"),
        pytest.param(
            ["甲县", "乙县", "合计"], [["合计<甲县", "合计<乙县"]], id="a total by its word"
        ),
        pytest.param(["M", "F", "_T"], [["_T<M", "_T<F"]], id="a total by its code"),
        pytest.param(
            ["全省", "甲市", "乙市"], [["全省<甲市", "全省<乙市"]], id="the whole province"
        ),
        pytest.param(
            ["110000", "110100", "110101", "110102", "110200", "110201", "110202"],
            [
                [
                    "110000<110100",
                    "110100<110101",
                    "110100<110102",
                    "110000<110200",
                    "110200<110201",
                    "110200<110202",
                ]
            ],
            id="codes filled up with zeros",
        ),
        pytest.param(
            ["11", "1101", "1102", "12", "1201", "1202"],
            [["11<1101", "11<1102", "12<1201", "12<1202"]],
            id="codes that begin alike",
        ),
        pytest.param(
            ["A", "A01", "A02", "TOTAL", "B", "B01", "B02"],
            [
                ["TOTAL<A", "A<A01", "A<A02", "TOTAL<B", "B<B01", "B<B02"],
                [f"TOTAL<{code}" for code in ("A", "A01", "A02", "B", "B01", "B02")],
            ],
            id="a tree under a total, or all under it",
        ),
        pytest.param(
            ["total", "urban total", "rural total", "a", "b"],
            [
                ["total<urban total", "total<rural total", "total<a", "total<b"],
                ["total<a", "total<b"],
                ["total<urban total", "total<rural total"],
            ],
            id="subtotals, taken in three ways",
        ),
        pytest.param([str(at) for at in range(1, 25)], [], id="numbers do not nest"),
    ],
)
def test_codes_are_put_under_their_totals(codes: list[str], ways: list[list[str]]) -> None:
    assert wholes_in(codes) == ways


def test_a_label_says_total_as_well() -> None:
    lines = ["代码,名称,年份,数值"] + [
        f"{code},{name},{year},5"
        for code, name in (("01", "甲"), ("02", "乙"), ("99", "总计"))
        for year in YEARS
    ]

    assert wholes_of(listing_of(lines), 0) == [[2, 2, -1]]


def test_villages_have_three_digits_more() -> None:
    codes = ["341523000", "341523101", "341523102", "341524000", "341524101", "341524102"]

    assert wholes_in(codes)[0] == [
        "341523000<341523101",
        "341523000<341523102",
        "341524000<341524101",
        "341524000<341524102",
    ]
