"""Lines and heads of a kept form beside printed ones."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.form import Head, Line
from statlint.table import Label, Strip
from statlint.table.kept_strips import match_strips
from statlint.values import CellRef, Text


def lines_of(words: str) -> list[Line]:
    """Make lines of "over/label over/label …"."""
    split = [word.rpartition("/") for word in words.split()]
    return [
        Line(f"r{place}", Text(label, label), above=(over,) if over else ())
        for place, (over, _, label) in enumerate(split)
    ]


def strips_of(words: str) -> list[Strip]:
    """Make printed lines of the same; "-" stands for one without a label."""
    return [
        Strip(
            row,
            tuple(
                Label(text, None, CellRef(row, column))
                for column, text in enumerate(word.split("/"), 1)
                if text != "-"
            ),
        )
        for row, word in enumerate(words.split(), 3)
    ]


@pytest.mark.parametrize(
    ("form", "printed", "expected"),
    [
        pytest.param("a b c", "a b c", [(0, 0), (1, 1), (2, 2)], id="the same"),
        pytest.param("a b c", "a x c", [(0, 0), (2, 2)], id="another line"),
        pytest.param("a b", "a x b", [(0, 0), (1, 2)], id="one more line"),
        pytest.param("a b c", "b c", [(1, 0), (2, 1)], id="a line less"),
        pytest.param("全国 男 女 城镇 男 女", "全国 男 女 城镇 男 女", None, id="labels alike"),
        pytest.param(
            "城镇/男 城镇/女 乡村/男 乡村/女",
            "乡村/男 乡村/女",
            [(2, 0), (3, 1)],
            id="told by what stands over them",
        ),
        pytest.param("a/男 a/女", "b/男 b/女", [(0, 0), (1, 1)], id="another word over them"),
        pytest.param("a 第4行 c", "a - c", None, id="no label"),
        pytest.param("a 第4行 c", "a - - c", [(0, 0), (2, 3)], id="two without a label for one"),
        pytest.param("a 第4行 c", "a x c", [(0, 0), (2, 2)], id="a label where there was none"),
        pytest.param("2022 2023 growth", "2023 2024 growth", None, id="years of the next table"),
        pytest.param(
            "2022年 2023年",
            "2022年 2023年 2024年",
            [(0, 1), (1, 2)],
            id="one year more, counted from the latest",
        ),
        pytest.param("1 2 3", "1 2 3", None, id="numbers for labels"),
        pytest.param("一、合计 (一)男", "1.合计 1)男", None, id="numbered otherwise"),
        pytest.param("a b", "x y", [], id="nothing alike"),
    ],
)
def test_what_belongs_together(
    form: str, printed: str, expected: Sequence[tuple[int, int]] | None
) -> None:
    lines = lines_of(form)

    found = match_strips(lines, strips_of(printed))

    assert found == (expected if expected is not None else [(i, i) for i in range(len(lines))])


def test_heads_are_told_by_the_head_over_them() -> None:
    heads = [
        Head("a", Text("男", "M"), above=("城镇",)),
        Head("b", Text("男", "M"), above=("乡村",)),
    ]

    found = match_strips(heads, strips_of("乡村/男 城镇/男"))

    assert found == [(0, 1)]


def test_a_line_stands_under_its_parent() -> None:
    over, under = strips_of("城镇 男")

    found = match_strips(
        lines_of("乡村/男 城镇/男"), [over, Strip(4, under.labels, level=1, parent=0)]
    )

    assert found == [(1, 1)]
