"""Companion tables: in every layout a consistent one is clean, a broken one told of at its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from companions.all_kinds import KINDS, Kind, seen
from companions.judge import TODAY, Case, broken_case, clean_case, differences, suits
from companions.layouts import LAYOUTS, Layout
from companions.model import Broken
from companions.ordinary import ordinary_tables
from statlint.config import Settings
from statlint.finding import Severity
from statlint.run import check_paths

CLOSELY = [
    layout
    for layout in LAYOUTS
    if layout.name
    in {
        "workbook with merged cells",
        "workbook with number formats and percentages",
        "csv in gbk, other words",
    }
]
BARE = next(layout for layout in LAYOUTS if layout.name == "bare csv")
GBK = next(layout for layout in LAYOUTS if layout.name == "csv in gbk, other words")
MESSY = [layout for layout in LAYOUTS if layout not in CLOSELY]


def broken_once(kind: Kind, seed: int) -> Iterator[Broken]:
    """Break each relation of a kind in the first of its tables that has it."""
    done = set()
    for made in kind.made(seed):
        for broken in kind.broken(made):
            if broken.relation not in done:
                done.add(broken.relation)
                yield broken


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_consistent_table_is_clean(layout: Layout) -> None:
    cases = [clean_case(made, layout) for kind in KINDS for made in kind.made(41)]

    assert differences(cases) == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_many_consistent_tables_are_clean(kind: Kind) -> None:
    cases = [clean_case(made, BARE) for seed in range(8) for made in kind.made(seed)]

    assert differences(cases) == {}


@pytest.mark.parametrize("layout", CLOSELY, ids=lambda layout: layout.name)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_relation_broken_is_told_of_at_its_cell(kind: Kind, layout: Layout) -> None:
    cases = [broken_case(each, layout) for each in broken_once(kind, 41) if suits(each, layout)]

    assert differences(cases) == {}


@pytest.mark.parametrize("layout", MESSY, ids=lambda layout: layout.name)
def test_relations_broken_are_told_of_in_every_layout(layout: Layout) -> None:
    broken = [each for kind in KINDS for each in broken_once(kind, 7) if suits(each, layout)]
    some = broken[LAYOUTS.index(layout) % 3 :: 3]

    assert differences([broken_case(each, layout) for each in some]) == {}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_both_languages_say_the_same_in_their_own_words(kind: Kind) -> None:
    cases = [broken_case(each, GBK) for each in broken_once(kind, 5) if not each.units]

    zh, en = told(cases, "zh"), told(cases, "en")

    assert [one[:-1] for one in zh] == [one[:-1] for one in en]
    assert [one for one in zh if one[-1].isascii()] == []
    assert [one for one, other in zip(zh, en, strict=True) if one[-1] == other[-1]] == []


def told(cases: list[Case], language: str) -> list[tuple[str, str, str, str]]:
    """Give path, code, cell and message of each error and warning."""
    settings = Settings(language="zh" if language == "zh" else "en")
    sources = [(each.path, each.submission.data) for each in cases]
    report = check_paths(sources, settings, today=TODAY)
    return [
        (found.path, found.code, str(found.cell), found.message)
        for found in report.findings
        if found.severity is not Severity.INFORMATION
    ]


def test_tables_that_were_published_are_clean_in_every_layout() -> None:
    tables = [replace(made, id=f"{made.id} {at}") for at in range(len(LAYOUTS)) for made in seen()]
    each = len(tables) // len(LAYOUTS)
    cases = [clean_case(made, LAYOUTS[at // each]) for at, made in enumerate(tables)]

    assert differences(cases) == {}


def test_ordinary_tables_are_left_alone() -> None:
    made = [table for seed in range(4) for table in ordinary_tables(seed)]

    report = check_paths([(one.name, one.data) for one in made], Settings(), today=TODAY)

    assert {file.path: file.forms for file in report.files if file.forms} == {}
    assert [found for found in report.findings if found.code != "F010"] == []
