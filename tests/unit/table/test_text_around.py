"""What the text of a document says of its tables."""

from __future__ import annotations

import pytest

from statlint.table.text_around import text_around
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph, ParagraphKind


def document_of(*blocks: str | Paragraph) -> Document:
    """Make a document of paragraphs and, at [table], tables."""
    made: list[Paragraph | Place] = []
    for number, block in enumerate(blocks, 1):
        if isinstance(block, Paragraph):
            made.append(block)
        elif block == "[table]":
            made.append(Place.of("table", number))
        else:
            made.append(Paragraph(Place.of("paragraph", number), block))
    return Document(tuple(made))


def item(text: str) -> Paragraph:
    """Make an item of a list."""
    return Paragraph(Place.of("paragraph", 99), text, ParagraphKind.ITEM)


def centred(text: str) -> Paragraph:
    """Make a centred paragraph."""
    return Paragraph(Place.of("paragraph", 98), text, centred=True)


TITLE = "瑶海区人民政府2019年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([TITLE, "依据条例编制。", "一、总体情况"], [TITLE], id="the first line"),
        pytest.param(
            [
                "首页",
                item("2018年年度报告"),
                "2017年年度报告",
                TITLE,
                "来源：办公室",
                "一、总体情况",
            ],
            [TITLE],
            id="the nearest line before the first section",
        ),
        pytest.param(
            [centred(TITLE), "相关：2017年年度报告", "一、总体情况"],
            [TITLE],
            id="a centred line first",
        ),
        pytest.param(
            ["瑶海区人民政府", "2019年政府信息公开工作年度报告", "一、总体情况"],
            [TITLE],
            id="the unit on a line of its own",
        ),
        pytest.param(
            ["网站首页>公开", "2019年政府信息公开工作年度报告", "一、总体情况"],
            ["2019年政府信息公开工作年度报告"],
            id="no unit on the line before",
        ),
        pytest.param(
            [centred("某区年度报告-公开网"), TITLE, "一、总体情况"],
            [TITLE],
            id="a line with a year first",
        ),
        pytest.param(
            ["二○一九年年度报告", "一、概述"], ["2019年年度报告"], id="a year in numerals"
        ),
        pytest.param([TITLE, "[table]", "2018年年度报告"], [TITLE], id="a table and no section"),
        pytest.param(
            [f"{TITLE}-瑶海区公开网", "一、总体情况"], [f"{TITLE}-瑶海区公开网"], id="a site"
        ),
        pytest.param(
            ["我区印发2018年工作报告。", "一、总体情况", "2018年报告"],
            [],
            id="sentences, and sections",
        ),
        pytest.param(["关于印发2019年要点的通知"], [], id="no report"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_finds_the_title(blocks: list[str | Paragraph], expected: list[str]) -> None:
    titles = text_around(document_of(*blocks)).titles

    assert [label.text for label in titles] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "根据条例编制。本报告所列数据的统计期限自2019年1月1日起至12月31日止。电子版见网站。",
            ["本报告所列数据的统计期限自2019年1月1日起至12月31日止"],
            id="the sentence on the period",
        ),
        pytest.param("报告期为2019年度", ["报告期为2019年度"], id="the period of the report"),
        pytest.param("公示期限自2019年1月1日至1月7日。", [], id="another period"),
        pytest.param("2019年1月1日至12月31日，共收到12件。", [], id="months in a sentence"),
    ],
)
def test_finds_what_is_said_of_the_period(text: str, expected: list[str]) -> None:
    around = text_around(document_of(text))

    assert [(label.text, label.sheet) for label in around.periods] == [
        (words, "paragraph 1") for words in expected
    ]


def test_gives_each_line_of_signatures_as_a_sheet() -> None:
    around = text_around(document_of("单位负责人：王芳 审核人：李明", "电话见网站"))

    assert [grid.text(1, 1) for grid in around.signed] == ["单位负责人：王芳 审核人：李明"]
    assert [str(label.cell) for label in around.labels] == ["A1"]


def test_says_nothing_of_a_workbook() -> None:
    assert text_around(None).labels == ()
