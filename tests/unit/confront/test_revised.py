"""Last year's figures that a found table prints again, against last year's table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.form import Arrangement
from statlint.history import Neighbours, Relation
from statlint.history.alike import beside_alike
from tables import Entry, filled_of, form_of, table_of

LINES = ["grain Grain", "oil Oil", "fruit Fruit", "fish Fish"]


def filing_of(path: str, heads: list[str], *columns: tuple[int, ...]) -> Filing:
    stated: list[str | Entry] = [
        {"key": f"h{number}", "label": label} for number, label in enumerate(heads)
    ]
    rows = [",".join(map(str, row)) for row in zip(*columns, strict=True)]
    grid = "\n".join(
        [",".join(["Kind", *heads])]
        + [f"{line.split()[1]},{row}" for line, row in zip(LINES, rows, strict=True)]
    )
    filled = filled_of(form_of(table_of(LINES, stated)), grid)
    tables = tuple(
        replace(one, plan=replace(one.plan, arrangement=Arrangement.AS_FOUND))
        for one in filled.tables
    )
    return Filing(path, replace(filled, tables=tables), tuple(map(read_facts, tables)))


def confronted(own: Filing, other: Filing, *relations: Relation) -> Confrontation:
    found = {one.value: (beside_alike(other, one, own),) for one in relations}
    return confront(own.filled, own.facts, others=Neighbours(found))


def told(confrontation: Confrontation) -> list[tuple[str, str]]:
    return [
        (one.edit.text, one.where or "")
        for one in confrontation.failed_across("previous", "year_before")
    ]


THEN = (10, 20, 30, 40)
NOW = (11, 21, 31, 41)
SLIP = (10, 20, 39, 40)
OTHERS = (1, 2, 3, 4)


@pytest.mark.parametrize(
    ("heads", "before", "columns", "expected"),
    [
        pytest.param(
            ["上年同期", "本年"],
            ["上年同期", "本年"],
            (SLIP, NOW),
            [("h0 = year_before.h1", "fruit")],
            id="last year by name",
        ),
        pytest.param(
            ["2023年", "2024年"],
            ["2022年", "2023年"],
            (SLIP, NOW),
            [("h0 = year_before.h1", "fruit")],
            id="the year in both tables",
        ),
        pytest.param(
            ["上年同期", "本年"], ["上年同期", "本年"], (THEN, NOW), [], id="all as they were"
        ),
        pytest.param(
            ["上年同期", "本年"], ["上年同期", "本年"], (NOW, NOW), [], id="none as they were"
        ),
        pytest.param(
            ["比上年增长", "本年"], ["比上年增长", "本年"], (SLIP, NOW), [], id="a change"
        ),
        pytest.param(
            ["上年结转", "本年"], ["上年结转", "本年"], (SLIP, NOW), [], id="what is carried over"
        ),
        pytest.param(["计划", "本年"], ["计划", "本年"], (SLIP, NOW), [], id="no word for it"),
    ],
)
def test_figures_of_last_year_must_be_as_they_were(
    heads: list[str],
    before: list[str],
    columns: tuple[tuple[int, ...], ...],
    expected: list[tuple[str, str]],
) -> None:
    own, other = filing_of("now.csv", heads, *columns), filing_of("then.csv", before, OTHERS, THEN)

    assert told(confronted(own, other, Relation.PREVIOUS, Relation.YEAR_BEFORE)) == expected


def test_where_the_year_is_not_known_only_years_in_labels_tell() -> None:
    years = filing_of("now.csv", ["2023年", "2024年"], SLIP, NOW)
    words = filing_of("now.csv", ["上年", "本年"], SLIP, NOW)

    found = [
        told(confronted(years, filing_of("t.csv", ["2022年", "2023年"], OTHERS, THEN), one))
        for one in (Relation.PREVIOUS, Relation.PARTS)
    ]
    found.append(
        told(
            confronted(words, filing_of("t.csv", ["上年", "本年"], OTHERS, THEN), Relation.PREVIOUS)
        )
    )

    assert found == [[("h0 = previous.h1", "fruit")], [], []]
