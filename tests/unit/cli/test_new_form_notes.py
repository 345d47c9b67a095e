"""The comments of a new form."""

from __future__ import annotations

import pytest

from statlint.cli.new_form_notes import notes_on, source_of
from statlint.form import Form
from statlint.run.new_form import NewForm, Proof
from statlint.values import CellRef
from tables import form_of, table_of

LINES, HEADS = ["all 全国", "east 东部", "west 西部"], ["men 男", "women 女"]


def form_with(**edit: object) -> Form:
    """Build a form with one edit."""
    return form_of(table_of(LINES, HEADS, edit, arrangement="as-found"))


def note_on(form: Form, held: int, *broken: int) -> list[str]:
    """Give the note on the edit of a form, in English."""
    cells = tuple((None, CellRef(row, 2)) for row in broken)
    return notes_on(NewForm(form, {"E1": Proof(held, cells)}), "en")["E1"].splitlines()


SUM = form_with(rule="east + west = all", per="head")
ONCE = form_with(rule="all.men = west.women")
WORDS = "东部 + 西部 = 全国"


@pytest.mark.parametrize(
    ("form", "held", "broken", "expected"),
    [
        pytest.param(SUM, 9, (), [WORDS], id="borne out"),
        pytest.param(SUM, 2, (), [WORDS, "DOUBTFUL: borne out at 2 places only"], id="few"),
        pytest.param(
            SUM,
            0,
            (4,),
            [
                WORDS,
                "DOUBTFUL: nothing here bears it out",
                "Broken at B4: a wrong figure, or no relation?",
            ],
            id="never",
        ),
        pytest.param(
            SUM,
            9,
            (1, 2, 3, 4, 5, 6),
            [WORDS, "Broken at B1, B2, B3, B4, B5, 6 in all: a wrong figure, or no relation?"],
            id="often broken",
        ),
        pytest.param(ONCE, 1, (), ["全国·男 = 西部·女"], id="checked once"),
    ],
)
def test_what_is_said_of_an_edit(
    form: Form, held: int, broken: tuple[int, ...], expected: list[str]
) -> None:
    assert note_on(form, held, *broken) == expected


def test_edits_between_tables_have_notes() -> None:
    one, other = (table_of(LINES, HEADS, key=key) for key in ("one", "other"))
    form = form_of(one, other, edit=[{"id": "E1", "rule": "one.all.men = other.all.men"}])

    assert note_on(form, 1) == ["one·全国·男 = other·全国·男"]


def test_the_source_names_the_files() -> None:
    assert source_of(["a.csv"]).zh == "根据 a.csv 中的数字推断"
    assert source_of(["a.csv", "b.csv", "c.csv"]).zh == "根据 a.csv 等 3 个文件中的数字推断"
