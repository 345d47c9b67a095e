"""How likely a hand that slips writes one figure for another."""

from __future__ import annotations

import pytest

from statlint.inference.mishaps import gap_chance, slip_chance


@pytest.mark.parametrize(
    ("written", "meant", "chance"),
    [
        pytest.param(124, 127, 0.42 / 27, id="a digit replaced"),
        pytest.param(124, 142, 0.12 / 2, id="two digits swapped"),
        pytest.param(124, 1234, 0.12 / 4, id="a digit dropped"),
        pytest.param(11, 111, 0.12, id="one of three alike dropped"),
        pytest.param(5, 105, 0.12 / 3, id="noughts lead where the first is dropped"),
        pytest.param(0, 5, 0.42 / 9 + 0.12, id="nothing is left, or a nought"),
        pytest.param(1234, 124, 0.12 / 40, id="a digit added"),
        pytest.param(1240, 124, 0.12 / 40 + 0.08, id="a nought added"),
        pytest.param(124, 1240, 0.12 / 4 + 0.08, id="a nought dropped"),
        pytest.param(-124, 124, 0.08, id="a minus too many"),
        pytest.param(-124, -127, 0.42 / 27, id="both negative"),
        pytest.param(-127, 124, 0.0, id="a minus and another digit"),
        pytest.param(124, -124, 0.0, id="a minus lost"),
        pytest.param(124, 124, 0.0, id="the same"),
        pytest.param(124, 421, 0.0, id="digits far apart swapped"),
        pytest.param(124, 12345, 0.0, id="two digits dropped"),
        pytest.param(12345, 124, 0.0, id="two digits added"),
    ],
)
def test_chance_of_a_slip(written: int, meant: int, chance: float) -> None:
    assert slip_chance(written, meant) == pytest.approx(chance)


def test_a_small_gap_is_likelier_than_a_large_one() -> None:
    near, far = (gap_chance(gap, 1000, [400, 590]) for gap in (10, 300))

    assert near > 2 * far


def test_gaps_are_counted_in_steps_that_all_figures_share() -> None:
    assert gap_chance(50, 1000, [400, 550]) == gap_chance(1, 20, [8, 11])


def test_figures_of_nothing_have_gaps_as_well() -> None:
    assert 0 < gap_chance(0, 0, [0, 0]) < 1
