"""A pattern of ours finds what the standard library's does, and is compiled when it is used."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from copy import deepcopy

import pytest

from statlint.pattern import pattern_of

TEXT = "甲 2024年,乙 2025年"


@pytest.mark.parametrize(
    "use",
    [
        pytest.param(lambda found: found.search(TEXT)[1], id="search"),
        pytest.param(lambda found: found.match(TEXT), id="match"),
        pytest.param(lambda found: found.fullmatch("2024年")[1], id="fullmatch"),
        pytest.param(lambda found: found.findall(TEXT), id="findall"),
        pytest.param(lambda found: [one.start() for one in found.finditer(TEXT)], id="finditer"),
        pytest.param(lambda found: found.split(TEXT), id="split"),
        pytest.param(lambda found: found.sub(r"\1", TEXT), id="sub"),
        pytest.param(lambda found: (found.pattern, found.groups), id="what it is"),
    ],
)
def test_it_finds_the_same(use: Callable[[re.Pattern[str]], object]) -> None:
    ours, theirs = pattern_of(r"(\d{4})年"), re.compile(r"(\d{4})年")

    assert [use(ours), use(ours)] == [use(theirs)] * 2


def test_flags_count() -> None:
    assert pattern_of("report", re.IGNORECASE).search("Annual Report")


def test_what_was_packed_or_copied_finds_the_same() -> None:
    used = pattern_of(r"\d+")
    used.search("1")

    for one in (pickle.loads(pickle.dumps(used)), deepcopy(used)):  # noqa: S301
        assert one.findall("1, 22") == ["1", "22"]


def test_a_wrong_pattern_is_refused_when_it_is_used() -> None:
    wrong = pattern_of("(")

    assert repr(wrong) == "pattern_of('(')"
    with pytest.raises(re.error):
        wrong.search("")
