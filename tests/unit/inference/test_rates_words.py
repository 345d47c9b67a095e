"""What labels say of quotients."""

from __future__ import annotations

import pytest

from statlint.inference.matrix import Matrix
from statlint.inference.model import Axis, Operator
from statlint.inference.rates_quotients import Guess
from statlint.inference.rates_words import kinds_of, leaning, said
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


@pytest.mark.parametrize(
    ("top", "bottom", "bits"),
    [
        pytest.param(None, None, 2.0, id="two figures"),
        pytest.param(None, Role.TOTAL, 3.0, id="of a total"),
        pytest.param(Role.TOTAL, None, 0.0, id="a total of a part"),
        pytest.param(Role.RATE, None, -2.0, id="of a rate"),
        pytest.param(None, Role.AVERAGE, 0.0, id="by a mean"),
        pytest.param(Role.MEDIAN, Role.TOTAL, 1.0, id="a median of a total"),
    ],
)
def test_what_the_labels_of_the_parts_say(
    top: Role | None, bottom: Role | None, bits: float
) -> None:
    roles = [{role} if role else set() for role in (top, bottom)]
    parts = [Strip(at, roles=frozenset(own)) for at, own in enumerate(roles, 2)]
    share = Strip(4, roles=frozenset({Role.SHARE}))
    matrix = Matrix(Axis.HEADS, (*parts, share), (), [[], [], []], [[], [], []], [[], [], []], 0)

    assert leaning(matrix, Guess(DIVISION, 0, 1, 100), 2) == bits
