"""The numbers that Word prints before paragraphs, level by level."""

from __future__ import annotations

import pytest

from statlint.workbook.engines.word_numerals import numeral
from unit.workbook.word_files import (
    book_of,
    cell,
    cells_of,
    paragraph,
    paragraphs_of,
    row,
    table,
    texts_of,
)


def level(depth: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    """Write one level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def pattern(number: int, *levels: str, more: str = "") -> str:
    """Write the pattern of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def listed(number: int, of: int, more: str = "") -> str:
    """Write a list of a pattern."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def overridden(inner: str) -> str:
    """Write what a list has otherwise than its pattern, on the first level."""
    return f'<w:lvlOverride w:ilvl="0">{inner}</w:lvlOverride>'


def member(number: int, depth: int = 0, text: str = "x") -> str:
    """Write a paragraph of a list."""
    about = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, about)


CHINESE = pattern(
    0,
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
) + listed(1, 0)


def test_levels_start_again_below_each_number_above_them() -> None:
    depths = (0, 1, 1, 2, 2, 0, 1, 2, 1, 2)
    body = "".join(member(1, depth) for depth in depths)

    assert texts_of(body, numbering=CHINESE) == [
        *("一、x", "（一）x", "（二）x", "1.x", "2.x"),
        *("二、x", "（一）x", "1.x", "（二）x", "1.x"),
    ]


def test_a_list_goes_on_behind_other_paragraphs() -> None:
    body = member(1) + paragraph("y") + member(1)

    assert texts_of(body, numbering=CHINESE) == ["一、x", "y", "二、x"]


@pytest.mark.parametrize(
    ("numbering", "numbers", "printed"),
    [
        pytest.param(
            pattern(0, level(0, "decimal", "第%1章")) + listed(1, 0) + listed(2, 0),
            (1, 1, 2),
            ["第1章", "第2章", "第3章"],
            id="two lists of one pattern count together",
        ),
        pytest.param(
            pattern(0, level(0, "decimal", "%1."))
            + listed(1, 0)
            + listed(2, 0, overridden('<w:startOverride w:val="1"/>')),
            (1, 1, 2, 2, 1),
            ["1.", "2.", "1.", "2.", "3."],
            id="a list that starts again",
        ),
        pytest.param(
            pattern(0, level(0, "decimal", "%1.", start=5)) + listed(1, 0),
            (1, 1),
            ["5.", "6."],
            id="a list that starts later",
        ),
        pytest.param(pattern(0, level(0, "bullet", "•")) + listed(1, 0), (1,), [""], id="bullets"),
        pytest.param(
            pattern(0, level(0, "none", "附件")) + listed(1, 0),
            (1, 1),
            ["附件"] * 2,
            id="no number",
        ),
        pytest.param(
            pattern(0, level(0, "decimal", "%1."))
            + listed(
                1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
            ),
            (1, 1),
            ["I)", "II)"],
            id="a level of its own",
        ),
        pytest.param(
            pattern(
                0,
                '<w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom"/>'
                '</mc:Choice></mc:AlternateContent><w:lvlText w:val="%1)"/></w:lvl>',
            )
            + listed(1, 0),
            (1, 1),
            ["0)", "1)"],
            id="a kind of numeral of its own, counted from nothing",
        ),
        pytest.param("", (7,), [""], id="a list that is missing"),
        pytest.param(pattern(0) + listed(1, 0), (1,), [""], id="a list without levels"),
        pytest.param(
            pattern(0, more='<w:numStyleLink w:val="gone"/>') + listed(1, 0),
            (1,),
            [""],
            id="a style of lists that is missing",
        ),
    ],
)
def test_lists(numbering: str, numbers: tuple[int, ...], printed: list[str]) -> None:
    read = paragraphs_of("".join(map(member, numbers)), numbering=numbering)

    assert [one[4] for one in read] == printed


@pytest.mark.parametrize(
    ("more", "printed"),
    [
        pytest.param("", ["1", "1.1", "2", "2.1"], id="after each number above"),
        pytest.param('<w:lvlRestart w:val="0"/>', ["1", "1.1", "2", "2.2"], id="never"),
        pytest.param('<w:lvlRestart w:val="1"/>', ["1", "1.1", "2", "2.1"], id="after that level"),
    ],
)
def test_where_a_level_starts_again(more: str, printed: list[str]) -> None:
    numbering = pattern(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", more)) + listed(
        1, 0
    )
    body = "".join(member(1, depth) for depth in (0, 1, 0, 1))

    assert [one[4] for one in paragraphs_of(body, numbering=numbering)] == printed


def test_numbers_above_in_digits() -> None:
    numbering = pattern(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    ) + listed(1, 0)

    assert texts_of(member(1) + member(1, 1), numbering=numbering) == ["第一章x", "1.1x"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="章"/><w:pPr><w:outlineLvl '
    'w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="usual"><w:pPr><w:jc w:val="both"/>'
    "</w:pPr></w:style>"
)


@pytest.mark.parametrize(
    ("about", "told"),
    [
        pytest.param('<w:pStyle w:val="1"/>', ("heading", 1, "一、", True, True), id="by name"),
        pytest.param('<w:pStyle w:val="2"/>', ("heading", 2, "（一）", True, True), id="inherited"),
        pytest.param('<w:pStyle w:val="own"/>', ("heading", 1, "", False, False), id="by level"),
        pytest.param('<w:outlineLvl w:val="2"/>', ("heading", 3, "", False, False), id="direct"),
        pytest.param(
            '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/><w:numPr><w:numId w:val="0"/></w:numPr>'
            '<w:jc w:val="left"/>',
            ("body", 0, "", True, False),
            id="a heading made a text",
        ),
        pytest.param(
            '<w:numPr><w:numId w:val="1"/></w:numPr>', ("item", 0, "一、", False, False), id="item"
        ),
        pytest.param('<w:pStyle w:val="a"/>', ("body", 0, "", False, False), id="in a circle"),
        pytest.param('<w:pStyle w:val="x"/>', ("body", 0, "", False, False), id="no such style"),
        pytest.param('<w:jc w:val="center"/>', ("body", 0, "", False, True), id="centred"),
    ],
)
def test_how_a_paragraph_is_set(about: str, told: tuple[str, int, str, bool, bool]) -> None:
    read = paragraphs_of(paragraph("x", about), numbering=CHINESE, styles=STYLES)

    assert [one[2:] for one in read] == [told]


def test_tables_of_contents_are_left_out() -> None:
    body = paragraph("一、总体情况 1", '<w:pStyle w:val="toc"/>') + paragraph("x")

    assert texts_of(body, styles=STYLES) == ["x"]


def test_a_list_made_for_styles() -> None:
    numbering = (
        pattern(
            0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2", '<w:pStyle w:val="sub"/>')
        )
        + pattern(1, more='<w:numStyleLink w:val="set"/>')
        + listed(3, 0)
        + listed(4, 1)
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="sub"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="numbering" w:styleId="set"><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    body = member(3) + paragraph("x", '<w:pStyle w:val="sub"/>') + member(4)

    assert texts_of(body, numbering=numbering, styles=styles) == ["1x", "1.1x", "1x"]


def test_an_empty_paragraph_prints_its_number_unless_it_is_hidden() -> None:
    hidden = paragraph("", '<w:rPr><w:vanish/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>')
    body = member(1) + member(1, text="") + hidden + member(1)

    assert texts_of(body, numbering=CHINESE) == ["一、x", "二、", "三、x"]


def test_numbers_in_cells_are_part_of_their_texts() -> None:
    numbering = pattern(0, level(0, "decimal", "%1")) + listed(1, 0)
    body = table(
        row(cell(member(1, text="")), cell(member(1, text="91"))), row(cell("a"), cell("b"))
    )

    assert cells_of(book_of(body, numbering=numbering))[1, 1] == "1"
    assert cells_of(book_of(body, numbering=numbering))[1, 2] == "2 91"


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (7, "numberInDash", "- 7 -"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (28, "upperLetter", "BB"),
        (2, "lowerLetter", "b"),
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (110, "chineseCountingThousand", "一百一十"),
        (1003, "chineseCountingThousand", "一千零三"),
        (10_300, "chineseCountingThousand", "一万零三百"),
        (20_000, "chineseCountingThousand", "二万"),
        (0, "chineseCounting", "零"),
        (105, "ideographDigital", "一〇五"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (12, "ideographLegalTraditional", "壹拾貳"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (99, "decimalEnclosedCircle", "99"),
        (2, "decimalEnclosedParen", "⑵"),
        (11, "ideographTraditional", "甲"),
        (1, "ideographZodiac", "子"),
        (1, "bullet", ""),
        (-1, "chineseCounting", "-1"),
        (40_000, "lowerLetter", "40000"),
    ],
)
def test_numerals(number: int, kind: str, text: str) -> None:
    assert numeral(number, kind) == text
