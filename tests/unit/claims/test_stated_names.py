"""What figures of a text are called that have few words of their own."""

from __future__ import annotations

import pytest

from stated_claims import read
from statlint.claims.stated import stated
from statlint.run.documents import text_alone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "办结100件，其中许可60件，占60%。",
            ["办结", "许可", "许可占比"],
            id="a share in Chinese",
        ),
        pytest.param(
            "1,181 of 1,284 requests (92.0%) were answered in time.",
            ["1,181", "of requests", "share"],
            id="an English share of a figure without words",
        ),
    ],
)
def test_every_figure_has_a_name(text: str, expected: list[str]) -> None:
    facts = stated(read(text), text_alone(), ())

    assert [fact.line_label for fact in facts.by_place.values()] == expected
