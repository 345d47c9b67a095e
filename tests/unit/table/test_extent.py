"""Tables that touch: which labels belong to which figures, and where each one ends."""

from __future__ import annotations

import pytest

from statlint.form import Form
from tables import form_of, search_in, table_of


def block(key: str, line: str, *heads: str) -> dict[str, object]:
    table = table_of([line], heads, key=key)
    return {name: table[name] for name in ("key", "line", "head")}


DOCS = {
    "key": "docs",
    "title": "docs",
    "block": [
        block("made", "rules Rules", "issued Issued", "repealed Repealed"),
        block("cases", "permits Permits", "decided Decided"),
        block("money", "fees Fees", "amount Amount"),
    ],
}
REQUESTS = table_of(
    ["new New", "open Open", "refused Refused", "next Next"],
    ["nat Persons", "tot Total"],
    key="req",
)
FORM: Form = form_of(DOCS, REQUESTS)


def read(text: str) -> list[str]:
    """Tell each line with its figures as they were found, table by table."""
    return [
        " ".join(
            [
                found.line.key,
                *(part.grid.text(found.position, head.position) for head in part.heads),
            ]
        )
        for filled in search_in(text, forms=[FORM]).filled
        for table in filled.tables
        for part in table.parts
        for found in part.lines
    ]


BESIDE = """
    Contents,Issued,Repealed,,Persons,Total
    Rules,1,2,New,5,5
    Contents,Decided,,Open,3,3
    Permits,7,,Refused,1,1
    Contents,Amount,,Next,1,1
    Fees,8.5,,,,
"""
SHARED = """
    Contents,Issued,Repealed,Decided,Amount
    Rules,1,2,,
    Permits,,,7,
    Fees,,,,8.5
"""
SHARED_WITH_STROKES = """
    Contents,Issued,Repealed,Decided,Amount
    Rules,1,2,—,—
    Permits,—,—,7,—
    Fees,—,—,—,8.5
"""
SPREAD = """
    Contents,Issued,Repealed,Repealed
    Rules,1,2,2
    Contents,Decided,Decided,Decided
    Permits,7,7,7
    Contents,Amount,Amount,Amount
    Fees,8.5,8.5,8.5
"""
FIGURES = ["rules 1 2", "permits 7", "fees 8.5"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BESIDE,
            [*FIGURES, "new 5 5", "open 3 3", "refused 1 1", "next 1 1"],
            id="a table beside several blocks, no column between",
        ),
        pytest.param(SHARED, FIGURES, id="the heads of all blocks in one row"),
        pytest.param(SHARED_WITH_STROKES, FIGURES, id="strokes where a head is not for a line"),
        pytest.param(SPREAD, FIGURES, id="heads and figures spread over several cells"),
    ],
)
def test_tables_that_touch_are_told_apart(text: str, expected: list[str]) -> None:
    assert read(text) == expected
