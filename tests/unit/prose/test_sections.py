"""The tree of sections of a report."""

from __future__ import annotations

import pytest

from prose_texts import prose_of
from statlint.prose import Passage, Prose, Section, read_prose
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph, ParagraphKind


def tree(prose: Prose) -> list[str]:
    """Give each section as a line: its level, number and title, and how many blocks it has."""
    return [_line(one) for one in prose.root.walk()]


def _line(section: Section) -> str:
    return f"{section.level} {section.style}{section.number} {section.title} {len(section.blocks)}"


def test_sections_follow_the_numbers_of_headings() -> None:
    text = """某局年度报告
一、总体情况
全年公开。
（一）主动公开情况。全年公开信息3条。
1.网站公开
（二）依申请公开
二、主动公开情况
第三章 其他
2.3亿元投入使用，同比增长。"""

    found = tree(prose_of(text))

    assert found == [
        "0 None  1",
        "3 一、1 总体情况 1",
        "4 （一）1 主动公开情况 1",
        "5 1.1 网站公开 0",
        "4 （一）2 依申请公开 0",
        "3 一、2 主动公开情况 0",
        "1 第一章3 其他 1",
    ]


def test_a_heading_by_its_style_is_one_without_a_number() -> None:
    place = Place.of
    blocks = (
        Paragraph(place("paragraph", 1), "总体情况", ParagraphKind.HEADING, 2),
        place("table", 1),
        Paragraph(place("paragraph", 2), "主动公开", ParagraphKind.HEADING, 3, "（二）"),
        Paragraph(place("footnote", 1), "一、注", ParagraphKind.FOOTNOTE),
    )

    prose = read_prose(Document(blocks))

    assert tree(prose) == ["0 None  0", "3 None 总体情况 1", "4 （一）2 主动公开 1"]
    assert [type(one) for one in prose.root.sections[0].sections[0].blocks] == [Passage]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一、" + "很长的一句话" * 12, id="a long sentence"),
        pytest.param("1.收到申请3件；", id="an item of a list"),
        pytest.param("3.5亿元", id="a figure"),
    ],
)
def test_other_paragraphs_are_no_headings(text: str) -> None:
    found = prose_of(text).root.sections

    assert found == ()


def test_a_passage_is_found_by_its_place() -> None:
    prose = prose_of("公开。\n收到。")

    assert prose.passage("paragraph 2") is prose.passages[1]
    assert prose.passage("paragraph 9") is None
