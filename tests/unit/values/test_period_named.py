"""Names that are a period and nothing else."""

from __future__ import annotations

import pytest

from statlint.values.period_named import period_named


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("2024", "2024"),
        ("２０２４年", "2024"),
        ("2024年度", "2024"),
        ("2024-Q1", "2024-Q1"),
        ("2024q1", "2024-Q1"),
        ("2024H2", "2024-H2"),
        ("2024-M03", "2024-M03"),
        ("202403", "2024-M03"),
        ("2024-03", "2024-M03"),
        ("2024.12", "2024-M12"),
        ("2024年3月", "2024-M03"),
        ("2024年12月份", "2024-M12"),
        ("2024年上半年", "2024-H1"),
        ("2024 年 下半年", "2024-H2"),
        ("2024年第一季度", "2024-Q1"),
        ("2024年4季度", "2024-Q4"),
    ],
)
def test_a_period_is_read(name: str, period: str) -> None:
    assert str(period_named(name)) == period


@pytest.mark.parametrize(
    "name", ["", "24", "20241", "202413", "3024", "2024年报表", "data", "2024-Q5"]
)
def test_another_name_is_none(name: str) -> None:
    assert period_named(name) is None
