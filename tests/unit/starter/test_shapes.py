"""Paths of tables taken apart."""

from __future__ import annotations

import pytest

from statlint.starter.shapes import common_ends, shape_of


def pattern(path: str) -> str:
    """Write the shape of a path: periods in braces, all else as it is."""
    return "".join(
        text if kind in {"text", "/"} else f"{{{kind}}}" for kind, text in shape_of(path)
    )


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("data/2024/a.xlsx", "data/{year}/a"),
        ("2024年/瑶海区2024年报.xlsx", "{year}年/瑶海区{year}年报"),
        ("2024/对比2023.xlsx", "{year}/对比2023"),
        ("2024Q1/a.csv", "{year}{quarter}/a"),
        ("2024年第三季度.csv", "{year}年{quarter}"),
        ("2024年第3季度.csv", "{year}年第{quarter}"),
        ("2024/1季度/a.csv", "{year}/{quarter}/a"),
        ("2024H1.csv", "{year}{half}"),
        ("2024年上半年.csv", "{year}年{half}"),
        ("202403.csv", "{year}{month}"),
        ("2024-03.csv", "{year}-{month}"),
        ("2024/03/a.csv", "{year}/{month}/a"),
        ("2024M03.csv", "{year}{month}"),
        ("2024年3月份.csv", "{year}年{month}"),
        ("2024/表3.csv", "{year}/表3"),
        ("2024/第12表.csv", "{year}/第12表"),
        ("20240315.csv", "20240315"),
        ("a/2100.csv", "a/2100"),
        ("Q1/a.csv", "Q1/a"),
    ],
)
def test_periods_in_paths(path: str, shape: str) -> None:
    assert pattern(path) == shape


@pytest.mark.parametrize(
    ("texts", "ends"),
    [
        (["瑶海区", "包河区"], ("", "")),
        (["瑶海区年报表", "包河区年报表"], ("", "年报表")),
        (["东街街道年报表", "西街街道年报表"], ("", "年报表")),
        (["合肥市瑶海区", "合肥市包河区"], ("合肥市", "")),
        (["安庆", "安阳"], ("", "")),
        (["report_hefei", "report_huaibei"], ("report_", "")),
        (["hefei-form", "huaibei-form"], ("", "-form")),
        (["north1", "north2"], ("", "")),
    ],
)
def test_what_names_have_in_common(texts: list[str], ends: tuple[str, str]) -> None:
    assert common_ends(texts) == ends
