"""Codes of a classification that nest by how they begin."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.table.layout_codes import codes_of, is_code


def written(lines: Sequence[Sequence[str]]) -> list[str | None]:
    codes = codes_of(lines)
    return ["".join(map(chr, code.path)) if code else None for code in codes]


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param("201 20103 2010301 208 20805", "201 20103 2010301 208 20805", id="by length"),
        pytest.param("340000 340100 340101 340200", "34 3401 340101 3402", id="places in China"),
        pytest.param("01000 01001 01003 02000 02013", "01 01001 01003 02 02013", id="US counties"),
        pytest.param("A 01 011 B 05 051", "A 01 011 B 05 051", id="sections of industries"),
        pytest.param("1 2 11 12 3", None, id="running numbers"),
        pytest.param(
            "624 6241 713 721 813 814 8141 9 10 11",
            "624 6241 713 721 813 814 8141 9 10 11",
            id="a few that nest",
        ),
        pytest.param("6241 6242 7131 7211", None, id="codes of one length"),
        pytest.param("1000 1001 2000 2001", None, id="too short to be filled with zeros"),
    ],
)
def test_codes_in_a_column_are_read_where_they_nest(codes: str, expected: str | None) -> None:
    lines = [(code, "name") for code in codes.split()]

    assert written(lines) == (expected.split() if expected else [None] * len(lines))


def test_codes_before_labels_are_read() -> None:
    lines = [
        "合计",
        "201 一般公共",
        "20103 办公",
        "2010301 行政",
        "208 社保",
        "20805 养老",
        "其他 1",
    ]

    assert written([(line,) for line in lines]) == [
        None,
        "201",
        "20103",
        "2010301",
        "208",
        "20805",
        None,
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="no lines"),
        pytest.param([(), ()], id="no stub"),
        pytest.param([("5 to 9",), ("10 to 14",), ("50 to 59",), ("100 and over",)], id="ages"),
        pytest.param([("",), ("",)], id="blank labels"),
    ],
)
def test_what_does_not_nest_has_no_codes(lines: list[tuple[str, ...]]) -> None:
    assert codes_of(lines) == [None] * len(lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("201", True), ("C13", True), ("A", True), (" 2010 ", True), ("名称", False), ("", False)],
)
def test_codes_are_told(text: str, *, expected: bool) -> None:
    assert is_code(text) is expected
