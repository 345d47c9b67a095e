"""Figures that agree speak for a relation, by how seldom chance would have it."""

from __future__ import annotations

import pytest

from statlint.inference.score import (
    Reckoned,
    Tier,
    chance_bits,
    evidence_of,
    position_bits,
    rounds_badly,
)


def badly(reckoned: list[Reckoned]) -> bool:
    return rounds_badly(reckoned, [one.tier for one in reckoned])


@pytest.mark.parametrize(
    ("one", "tier"),
    [
        (Reckoned(0, 100, 100, 1, 2), Tier.EXACT),
        (Reckoned(0, 100, 104, 10, 9), Tier.EXACT),
        (Reckoned(0, 100, 102, 1, 2), Tier.LOOSE),
        (Reckoned(0, 10_000, 10_004, 1, 2), Tier.NEAR),
        (Reckoned(0, 100, 110, 1, 2), Tier.MISS),
        (Reckoned(0, 100, 90, 1, 2, withheld=True), Tier.OPEN),
    ],
    ids=["equal", "half a unit off", "rounding", "a small part off", "far off", "a part withheld"],
)
def test_how_well_figures_agree(one: Reckoned, tier: Tier) -> None:
    assert one.tier is tier


@pytest.mark.parametrize(
    ("one", "bits"),
    [
        (Reckoned(0, 2**19, 2**19, 1, 1), 13.0),
        (Reckoned(0, 32, 32, 1, 1), 4.5),
        (Reckoned(0, 1, 1, 1, 1), 0.0),
        (Reckoned(0, 0, 0, 1, 1), 0.0),
        (Reckoned(0, 32, 32, 1, 1, single=True), 0.0),
        (Reckoned(0, 32, 1024, 1, 1), -3.0),
        (Reckoned(0, 2**20, 2**20 + 2, 1, 1), 11.0),
        (Reckoned(0, 1024, 300, 1, 1, withheld=True), 0.0),
    ],
    ids=[
        "large figures, at most",
        "small figures",
        "one says nothing",
        "zeros",
        "one part alone",
        "far off",
        "a little off",
        "withheld",
    ],
)
def test_bits_of_one_position(one: Reckoned, bits: float) -> None:
    assert position_bits(one, one.tier) == pytest.approx(bits, abs=0.05)


def test_totals_that_are_nearly_the_same_everywhere_agree_by_chance() -> None:
    assert chance_bits([Reckoned(at, 100 + at, 101, 1, 4) for at in range(4)]) < 1.0


def test_a_hundred_everywhere_says_nothing_of_chance() -> None:
    assert chance_bits([Reckoned(at, 100, 98 + at, 1, 4) for at in range(4)]) == 13.0


def test_totals_that_differ_do_not_agree_elsewhere() -> None:
    assert chance_bits([Reckoned(at, 100 * at, 100 * at, 1, 2) for at in range(5)]) == 13.0


def test_rounding_does_not_explain_sums_that_are_never_exact() -> None:
    loose = [Reckoned(at, 1000 + at, 1001 + at, 1, 2, parts=2) for at in range(8)]

    assert badly(loose)
    assert evidence_of(loose).bits == 0.0


def test_a_few_sums_off_by_a_unit_are_rounded() -> None:
    exact = [Reckoned(at, 1000 + at, 1000 + at, 1, 2, parts=2) for at in range(8)]

    assert not badly([*exact, Reckoned(8, 500, 501, 1, 2, parts=2)])


def test_evidence_counts_what_holds_and_what_does_not() -> None:
    found = evidence_of(
        [
            Reckoned(0, 500, 500, 1, 2),
            Reckoned(1, 700, 701, 1, 2),
            Reckoned(2, 90_000, 90_010, 1, 2),
            Reckoned(3, 800, 300, 1, 2),
            Reckoned(4, 900, 880, 1, 2, withheld=True),
        ]
    )

    assert (found.exact, found.held, found.near, found.open) == (1, 2, 1, 1)
    assert (found.positions, found.missed) == ((0, 1, 2, 3, 4), (2, 3))
    assert found.share == pytest.approx(0.75)


def test_the_same_figures_again_add_little() -> None:
    once = evidence_of([Reckoned(0, 500, 500, 1, 2)])
    twice = evidence_of([Reckoned(0, 500, 500, 1, 2), Reckoned(1, 500, 500, 1, 2)])

    assert twice.bits - once.bits == pytest.approx(0.25)
    assert twice.telling == 1


def test_a_position_counts_for_no_more_than_its_news() -> None:
    reckoned = [Reckoned(0, 500, 500, 1, 2), Reckoned(1, 900, 900, 1, 2)]

    assert evidence_of(reckoned, [1.0, 0.0]).bits == 1.0


def test_what_agrees_with_the_totals_elsewhere_is_hardly_evidence() -> None:
    steady = [Reckoned(at, 10_000 + at, 10_003, 1, 8) for at in range(6)]
    lively = [Reckoned(at, 10_000 + 97 * at, 10_001 + 97 * at, 1, 8) for at in range(6)]

    evidence = [evidence_of(one) for one in (steady, lively)]

    assert [(one.held, one.bits < 5.0, one.bits > 40.0) for one in evidence] == [
        (6, True, False),
        (6, False, True),
    ]


def test_rounding_of_thousands_of_figures_is_judged_as_of_few() -> None:
    mostly_exact = [Reckoned(at, 1000 + at, 1000 + at, 1, 2, parts=2) for at in range(3000)]
    loose = [Reckoned(at, 1000 + at, 1001 + at, 1, 2, parts=2) for at in range(3000)]

    assert not badly([*mostly_exact, *loose[:100]])
    assert badly([*mostly_exact[:100], *loose])
