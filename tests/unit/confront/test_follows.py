"""Which figures follow from which, and which are settled by edits."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from statlint.confront.follows import follows_in, told_in
from statlint.facts import Fact
from years import Lines, year_of


def keys(facts: tuple[Fact, ...] | frozenset[Fact]) -> list[str]:
    return sorted(f"{fact.line.key}.{fact.head.key}" for fact in facts)


@pytest.mark.parametrize(
    ("rule", "sources", "weights"),
    [
        pytest.param("h0 + h1 = h2", ["a.h0", "a.h1"], (1, 1), id="a sum"),
        pytest.param("h0 - h1 = h2", ["a.h0", "a.h1"], (1, -1), id="a difference"),
        pytest.param("h2 = h0 / h1", ["a.h0", "a.h1"], (), id="a ratio"),
    ],
)
def test_a_stated_figure_follows_from_the_others(
    rule: str, sources: list[str], weights: tuple[int, ...]
) -> None:
    form: Mapping[str, object] = {"edit": [{"id": "E", "rule": rule, "per": "line"}]}

    (found,) = follows_in(year_of(form, {"a": [30, 10, 3]}))

    assert (keys((found.fact,)), keys(found.sources)) == (["a.h2"], sources)
    assert found.weights == weights


def test_an_inequality_tells_of_no_figure_what_it_is() -> None:
    form: Mapping[str, object] = {"edit": [{"id": "E", "rule": "h0 <= h1", "per": "line"}]}

    assert follows_in(year_of(form, {"a": [30, 40]})) == ()


@pytest.mark.parametrize(
    ("kind", "lines", "told"),
    [
        pytest.param(None, {"a": [30, 10, 41]}, ["a.h0", "a.h1", "a.h2"], id="a sum that fails"),
        pytest.param(None, {"a": [30, 10, 40]}, [], id="a sum that holds"),
        pytest.param("scale", {"a": [30, 10, 41]}, [], id="a suspected unit"),
    ],
)
def test_failed_edits_settle_their_figures(kind: str | None, lines: Lines, told: list[str]) -> None:
    edit = {"id": "E", "rule": "h0 + h1 = h2", "per": "line", **({"kind": kind} if kind else {})}

    assert keys(told_in(year_of({"edit": [edit]}, lines))) == told
