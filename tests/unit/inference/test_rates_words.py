"""What labels say of quotients."""

from __future__ import annotations

import pytest

from statlint.inference.model import Operator
from statlint.inference.rates_words import kinds_of, said
from statlint.table import Role, Strip

DIVISION, CHANGE = Operator.DIVISION, Operator.RELATIVE_CHANGE


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        pytest.param(Role.CODE, (), id="a code"),
        pytest.param(Role.YEAR, (), id="a year"),
        pytest.param(
            Role.CHANGE,
            ((CHANGE, 100), (CHANGE, 1), (DIVISION, 100), (DIVISION, 1)),
            id="a change",
        ),
        pytest.param(
            Role.RATE,
            tuple((DIVISION, factor) for factor in (100, 1, 1000, 10_000, 100_000)),
            id="a rate",
        ),
        pytest.param(
            Role.SHARE,
            ((DIVISION, 100), (DIVISION, 1), (DIVISION, 1000), (CHANGE, 100), (CHANGE, 1)),
            id="a share",
        ),
        pytest.param(Role.TOTAL, (), id="a total"),
    ],
)
def test_operators_worth_trying(role: Role, kinds: tuple[tuple[Operator, int], ...]) -> None:
    strip = Strip(1, roles=frozenset({role}))

    assert kinds_of(strip, fine=False, whole=False) == kinds


def test_whole_figures_are_no_fractions() -> None:
    strip = Strip(1, roles=frozenset({Role.CHANGE}))

    assert kinds_of(strip, fine=False, whole=True) == ((CHANGE, 100), (DIVISION, 100))


@pytest.mark.parametrize(
    ("role", "operator", "factor", "bits"),
    [
        pytest.param(Role.CHANGE, CHANGE, 100, 6.0, id="a change is a change"),
        pytest.param(Role.CHANGE, DIVISION, 100, -2.0, id="a change is no share"),
        pytest.param(Role.SHARE, CHANGE, 100, 2.0, id="per cent may be a change"),
        pytest.param(Role.SHARE, DIVISION, 1, 5.0, id="a share"),
        pytest.param(Role.SHARE, DIVISION, 1000, 2.0, id="a share of a thousand"),
        pytest.param(Role.RATE, DIVISION, 1000, 4.0, id="a rate"),
        pytest.param(Role.TOTAL, CHANGE, 1, -1.0, id="nothing said of a change"),
        pytest.param(Role.TOTAL, DIVISION, 1, 0.0, id="nothing said of a quotient"),
        pytest.param(Role.TOTAL, DIVISION, 1000, -2.0, id="nothing said of a thousand"),
    ],
)
def test_what_a_label_says(role: Role, operator: Operator, factor: int, bits: float) -> None:
    weight = said(operator, factor, Strip(1, roles=frozenset({role})))

    assert weight == bits
