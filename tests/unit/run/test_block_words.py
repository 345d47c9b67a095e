"""What is said of blocks that were copied, or moved on, with figures left open."""

from __future__ import annotations

import pytest

from statlint.diagnosis import Certainty
from statlint.run.causes import causes_of
from statlint.run.told import Told
from statlint.values import Language
from tables import confrontation_of, form_of, table_of

HEADS = ("p P", "q Q", "r R", "s S", "t All")
LINES = ("a A", "b B", "c C", "d D", "e E", "f F", "total Total")
ACROSS = {"id": "R", "rule": "p + q + r + s = t", "per": "line"}
DOWN = {"id": "D", "rule": "a + b + c + d + e + f = total", "per": "head"}
RIGHT = (
    (91, 27, 83, 54, 255),
    (340, 65, 31, 118, 554),
    (52, 14, 73, 39, 178),
    (206, 43, 19, 64, 332),
    (77, 36, 58, 22, 193),
    (125, 48, 95, 81, 349),
    (891, 233, 359, 378, 1861),
)
BESIDE = (
    (104, 31, 92, 47, 274),
    (297, 71, 26, 133, 527),
    (61, 19, 66, 44, 190),
    (188, 52, 23, 71, 334),
    (85, 29, 64, 17, 195),
    (139, 40, 88, 97, 364),
    (874, 242, 359, 409, 1884),
)
Figures = dict[tuple[int, int], int]


def written(title: str, figures: tuple[tuple[int, ...], ...], changes: Figures) -> str:
    rows = [[str(value) for value in values] for values in figures]
    for (line, head), value in changes.items():
        rows[line][head] = str(value)
    labels = [label.split()[1] for label in LINES]
    lines = [",".join([label, *row]) for label, row in zip(labels, rows, strict=True)]
    return "\n".join([title, ",P,Q,R,S,All", *lines])


def causes(changes: Figures, language: Language = "zh", *, down: bool = True) -> list[Told]:
    edits = (ACROSS, DOWN) if down else (ACROSS,)
    one = {**table_of(LINES, HEADS, *edits, key="one"), "title": "Table one"}
    two = {**table_of(LINES, HEADS, *edits, key="two"), "title": "Table two"}
    return list(
        causes_of(
            [
                confrontation_of(form_of(one), written("Table one", RIGHT, changes)),
                confrontation_of(form_of(two), written("Table two", BESIDE, {})),
            ],
            None,
            language,
        )
    )


def pasted(lines: range, heads: range) -> Figures:
    return {(line, head): BESIDE[line][head] for line in lines for head in heads}


def moved() -> Figures:
    """Move a block down by one, with zeros left behind."""
    kept = {(line + 1, head): RIGHT[line][head] for line in (1, 2, 3) for head in (1, 2)}
    return {(1, 1): 0, (1, 2): 0, **kept}


@pytest.mark.parametrize(
    ("language", "message"),
    [
        pytest.param(
            "zh",
            "C4:D7 的数字与「Table two」完全相同，请核对该块是否误粘贴而来；"
            "6 处不平由此引起，可能性 > 99%",
            id="zh",
        ),
        pytest.param(
            "en",
            "C4:D7 holds the same figures as “Table two”: check whether it was pasted from there "
            "by mistake; 6 broken edits come from this, likelihood > 99%",
            id="en",
        ),
    ],
)
def test_a_copied_block_is_named_with_its_source(language: Language, message: str) -> None:
    (told,) = causes(pasted(range(1, 5), range(1, 3)), language)

    (found,) = told.alternatives
    assert (told.certainty, found.reason) == (Certainty.BLOCK, "copied")
    assert told.message == message
    assert {str(cell.cell) for cell in found.cells} == {
        f"{column}{row}" for column in "CD" for row in range(4, 8)
    }
    assert {cell.proposed for cell in found.cells} == {""}


def test_figures_that_edits_tell_come_with_a_copied_line() -> None:
    (told,) = causes(pasted(range(2, 3), range(5)))

    assert told.certainty is Certainty.LOCATED
    assert told.message.startswith(
        "B5 等 5 格可能误粘贴了「Table two」的数字：B5 应为 52（现为 61），"
    )


def test_a_block_that_moved_on_says_what_was_overwritten() -> None:
    (told,) = causes(moved(), down=False)

    assert told.certainty is Certainty.BLOCK
    assert told.message.startswith(
        "C4:D7 可能整块错位一格，C7:D7 原来的数字已被覆盖，请按原始资料补填；"
        "其中 C4 应为 65（现为 0），"
    )
    assert told.message.endswith("4 处不平由此引起，可能性 > 99%")
