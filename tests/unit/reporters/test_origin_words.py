"""Where an edit comes from, in words."""

from __future__ import annotations

import pytest

from statlint.finding import Origin
from statlint.reporters.words import ORIGIN, origin_words
from statlint.values import Text


@pytest.mark.parametrize(
    ("origin", "across", "words"),
    [
        pytest.param(Origin.FORM, "", ORIGIN[Origin.FORM], id="within a table"),
        pytest.param(
            Origin.FORM,
            "previous",
            Text("按各期报表的衔接关系推得", "implied by the tables of other periods"),
            id="between periods",
        ),
        pytest.param(
            Origin.FORM,
            "previous+parts",
            Text("按下级单位汇总推得", "implied by adding up the parts"),
            id="over parts",
        ),
        pytest.param(Origin.OFFICIAL, "previous", ORIGIN[Origin.OFFICIAL], id="printed"),
        pytest.param(Origin.INFERRED, "parts", ORIGIN[Origin.INFERRED], id="found"),
    ],
)
def test_where_an_edit_comes_from(origin: Origin, across: str, words: Text) -> None:
    assert origin_words(origin, across) == words
