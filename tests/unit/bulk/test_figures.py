"""Figures of a stretch of lines."""

from __future__ import annotations

from math import isnan

import pytest

from statlint.bulk.figures import Figures, pointed, read_plain, signs_in, sums_of


def test_raises_whole_numbers_to_more_decimals() -> None:
    assert Figures([12, 3], 1).raised(3) == [1200, 300]


def test_gives_the_same_as_if_each_was_read() -> None:
    texts = ["0.10", "123.45", "7.99"]
    found = pointed("\n".join(texts), 3)

    assert found is not None
    assert found.values == [10, 12345, 799]
    assert found.binary() == list(map(float, texts))


@pytest.mark.parametrize("joined", ["1.5\n2.25", ".5\n1.5", "1.\n2.5", "1.5\n.5"])
def test_reads_only_figures_with_as_many_decimals(joined: str) -> None:
    assert pointed(joined, 2) is None


def test_tells_the_signs_beside_digits() -> None:
    assert signs_in("1.5\n-2") == b".\n-"
    assert signs_in("１") is None


def test_reads_blanks_as_no_number() -> None:
    found = read_plain(["5", ""], b"\n")

    assert found.values[0] == 5
    assert isnan(found.values[1])
    assert found.decimals is None


def test_adds_up_by_the_decimals_written() -> None:
    assert sums_of(["1.5", "-2.25", "", "3"]) == {1: 15, 2: -225, 0: 3}
