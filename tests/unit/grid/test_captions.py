"""What stands directly over the tables of a document."""

from __future__ import annotations

import pytest

from statlint.grid import captions_of
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph

TABLE = Place.of("table", 1)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        pytest.param(
            ["甲。", "表1 收件情况", "单位：件"], ["表1 收件情况", "单位：件"], id="below a text"
        ),
        pytest.param(["甲", "乙", "丙", "丁"], ["乙", "丙", "丁"], id="three at most"),
        pytest.param(["甲" * 61], [], id="a long line"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_gives_the_short_paragraphs_over_a_table(above: list[str], expected: list[str]) -> None:
    paragraphs = [
        Paragraph(Place.of("paragraph", number), text) for number, text in enumerate(above, 1)
    ]

    captions = captions_of(Document((*paragraphs, TABLE)))

    assert [paragraph.text for paragraph in captions[TABLE]] == expected


def test_a_table_ends_the_captions_of_the_next() -> None:
    other = Place.of("table", 2)
    paragraph = Paragraph(Place.of("paragraph", 1), "单位：件")

    captions = captions_of(Document((paragraph, TABLE, other)))

    assert captions == {TABLE: (paragraph,), other: ()}
