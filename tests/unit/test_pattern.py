"""A pattern of ours finds what the standard library's does, and is compiled when it is used."""

from __future__ import annotations

import pickle
import re
import sys
from collections.abc import Callable
from copy import deepcopy
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compile_patterns import asked, written
from statlint import pattern
from statlint.pattern import escape, pattern_of

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


MADE = find_spec(pattern.MADE) and import_module(pattern.MADE)


@pytest.mark.skipif(not MADE, reason="nothing is compiled for this Python beforehand")
def test_what_was_compiled_beforehand_is_fresh() -> None:
    text = Path(str(MADE and MADE.__file__)).read_text(encoding="utf-8")

    assert text == written(sorted(MADE.PATTERNS))  # type: ignore[union-attr]


@pytest.mark.skipif(not MADE, reason="nothing is compiled for this Python beforehand")
def test_all_that_is_asked_for_was_compiled_beforehand() -> None:
    assert set(asked()) <= set(MADE.PATTERNS)  # type: ignore[union-attr]


@given(text=st.text("甲第一二(）)1.、 20年月%,-", max_size=12))
def test_what_was_compiled_beforehand_finds_the_same(text: str) -> None:
    for key in MADE.PATTERNS if MADE else ():
        ours, theirs = pattern_of(*key), re.compile(*key)

        assert [one.span() for one in ours.finditer(text)] == [
            one.span() for one in theirs.finditer(text)
        ]
        assert (ours.groups, ours.groupindex, ours.flags) == (
            *(theirs.groups, theirs.groupindex, theirs.flags),
        )


@pytest.mark.parametrize("engine", ["another", "none"])
def test_another_engine_compiles_for_itself(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"statlint.patterns_{engine}"
    if engine == "another":
        other = ModuleType(name)
        other.ENGINE, other.PATTERNS = (1, 2, 3), {("甲", 0): ()}  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, other)
    monkeypatch.setattr(pattern, "MADE", name)

    assert pattern_of("甲").search("乙甲")


@given(st.text(max_size=20))
def test_an_escaped_text_is_found_as_it_is(text: str) -> None:
    assert escape(text) == re.escape(text)
