"""Whatever is found, a baseline never grows, and accepts nothing that it does not hold."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import Grounds
from statlint.justification.baseline import Baseline, Known, KnownFile
from statlint.justification.baseline_run import BaselineRun, Looked
from statlint.justification.marks import mark_of
from unit.justification.found import found

FIGURES = st.lists(st.sampled_from("123"), max_size=5)
"""Findings by their figures: the same ones may come several times."""
CODES = ("B101", "X206")


def known(figure: str) -> Known:
    return Known(mark_of(found(figure)), "B101", "B4")


@given(
    before=st.dictionaries(st.sampled_from(["a", "b"]), FIGURES.filter(bool)),
    now=st.dictionaries(st.sampled_from(["a", "b", "c"]), FIGURES),
    ran=st.frozensets(st.sampled_from(CODES)),
    walked=st.booleans(),
)
def test_a_baseline_only_shrinks(
    before: dict[str, list[str]],
    now: dict[str, list[str]],
    ran: frozenset[str],
    *,
    walked: bool,
) -> None:
    files = {name: KnownFile(tuple(map(known, figures))) for name, figures in before.items()}
    run = BaselineRun(Baseline(Path("x.json"), files), ["."] if walked else [])

    told = {
        name: run.accept(name, [found(figure) for figure in figures], Looked(ran))
        for name, figures in now.items()
    }
    settled = run.settle()

    for name in {*before, *now}:
        held = Counter(before.get(name, ()))
        accepted = [one for one in told.get(name, ()) if one.justified]
        assert all(one.justified.grounds is Grounds.BASELINE for one in accepted if one.justified)
        assert Counter(one.value for one in accepted) == held & Counter(now.get(name, ()))
        left = Counter(settled.files[name].findings if name in settled.files else ())
        gone = Counter(one for place, one in settled.gone if place == name)
        assert left + gone == Counter(map(known, before.get(name, ())))
        assert all(left[known(str(one.value))] for one in accepted)
    count = sum(map(len, now.values()))
    assert settled.accepted + settled.new == count
