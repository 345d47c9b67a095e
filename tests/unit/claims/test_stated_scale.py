"""Figures of a text as they are written: their digits, what multiplies them, their unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from statlint.claims.stated_scale import scaled
from statlint.form import ValueKind
from statlint.prose import Quantity, QuantityKind
from statlint.values import Figure, Number


@pytest.mark.parametrize(
    ("text", "value", "unit", "expected"),
    [
        pytest.param("1636", 1636, "条", (1636, 1, "条", False), id="digits"),
        pytest.param("1.4万", 14000, "条", (Decimal("1.4"), 10_000, "条", True), id="in 万"),
        pytest.param("七", 7, "类", (7, 1, "类", False), id="in words"),
        pytest.param(
            "4.05", Decimal("4.05"), "万元", (Decimal("4.05"), 10_000, "元", True), id="万元"
        ),
        pytest.param("4.05万", 40500, "元", (Decimal("4.05"), 10_000, "元", True), id="万, 元"),
        pytest.param("2", 2, "千万元", (2, 10_000_000, "元", True), id="two signs that multiply"),
        pytest.param("0", 0, "件", (0, 1, "件", False), id="nothing"),
        pytest.param("未发生", 0, "", (0, 1, None, False), id="nothing in words"),
        pytest.param("3", 3, "万", (3, 1, "万", False), id="a sign with no unit behind it"),
    ],
)
def test_a_figure_is_told_as_written(
    text: str, value: Number, unit: str, expected: tuple[Number, int, str | None, bool]
) -> None:
    quantity = Quantity(QuantityKind.COUNT, 0, len(text), Figure(value, text), unit)
    found = scaled(quantity)

    told = (found.figure.value, found.factor, found.unit or None, found.measure.rounded)
    assert told == expected


@pytest.mark.parametrize(
    ("kind", "unit", "expected"),
    [
        pytest.param(QuantityKind.SHARE, "%", ValueKind.SHARE, id="a share"),
        pytest.param(QuantityKind.POINTS, "个百分点", ValueKind.SCORE, id="a difference of shares"),
        pytest.param(QuantityKind.AMOUNT, "元", ValueKind.AMOUNT, id="money"),
        pytest.param(QuantityKind.COUNT, "件", ValueKind.COUNT, id="a count"),
    ],
)
def test_what_kind_of_figure_it_is(kind: QuantityKind, unit: str, expected: ValueKind) -> None:
    quantity = Quantity(kind, 0, 2, Figure(12, "12"), unit)

    assert scaled(quantity).measure.kind is expected
