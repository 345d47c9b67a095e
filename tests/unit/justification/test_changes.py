"""What has changed since a finding was accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statlint.justification.changes import changes_between
from statlint.justification.model import Entry

THEN = Entry(
    "B101",
    table="t",
    line="Total",
    head="2024",
    edit="Y1",
    edit_text="a = b",
    origin="form",
    left="33",
    right="32",
    difference="1",
    value="33",
    figures=("11", "21", "1"),
    sentence="33 people",
    about="missing",
)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        pytest.param(THEN, [], id="nothing"),
        pytest.param(
            replace(THEN, left="34", difference="2", value="34"),
            ["left 33 → 34", "difference 1 → 2", "as written 33 → 34"],
            id="figures",
        ),
        pytest.param(
            replace(THEN, figures=("1", "11", "22")), ["other figures 21 → 22"], id="another cell"
        ),
        pytest.param(
            replace(THEN, figures=(*THEN.figures, "5", "6", "7", "8")),
            ["other figures — → 5, 6, 7 …"],
            id="more cells",
        ),
        pytest.param(replace(THEN, value="33.0", line="To tal"), [], id="how it is written"),
        pytest.param(replace(THEN, edition=2), ["the rule has a new edition"], id="the rule"),
        pytest.param(replace(THEN, edit_text=""), ["text of the edit a = b → —"], id="the edit"),
        pytest.param(replace(THEN, edit="Y2"), ["edit Y1 → Y2"], id="another edit"),
        pytest.param(
            replace(THEN, sentence="4" * 50),
            [f"sentence 33 people → {'4' * 40}…"],
            id="a long sentence is cut",
        ),
        pytest.param(
            replace(THEN, table="u", head="2025", about="lost"),
            ["table t → u", "head 2024 → 2025", "what is said missing → lost"],
            id="all in order",
        ),
    ],
)
def test_changes_are_told_one_by_one(now: Entry, words: list[str]) -> None:
    assert [change.words.en for change in changes_between(THEN, now)] == words


def test_chinese_says_from_and_to_as_well() -> None:
    (change,) = changes_between(THEN, replace(THEN, head="2025"))

    assert change.words.zh == "栏 2024→2025"
