"""The targets of tools/fuzzing.py, on mutated seeds, and on what was found with them before."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz.seeds import seeds_of
from fuzz.targets import TARGETS, within_time

FOUND = Path(__file__).parents[1] / "fuzz/found"
_CASES = sorted(FOUND.glob("*/*"))


def test_there_are_cases_of_what_was_found() -> None:
    assert {case.parent.name for case in _CASES} <= set(TARGETS)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{case.parent.name}-{case.name}") for case in _CASES]
)
def test_what_was_found_is_mended(case: Path) -> None:
    within_time(TARGETS[case.parent.name], case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_are_read(name: str) -> None:
    seeds = seeds_of(name)

    assert seeds
    for seed in seeds:
        within_time(TARGETS[name], seed)


@st.composite
def _changed(draw: st.DrawFn, name: str) -> bytes:
    """Take a seed, and cut, repeat or replace a piece of it."""
    seed = draw(st.sampled_from(seeds_of(name)))
    at = draw(st.integers(0, len(seed)))
    end = min(len(seed), at + draw(st.integers(0, 20)))
    put = draw(st.one_of(st.binary(max_size=8), st.just(seed[at:end] * 2)))
    return seed[:at] + put + seed[end:]


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=25)
@given(data=st.data())
def test_changed_seeds_break_no_promise(name: str, data: st.DataObject) -> None:
    within_time(TARGETS[name], data.draw(_changed(name)))
