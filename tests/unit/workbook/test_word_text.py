"""The text of paragraphs: what a reader sees of runs, fields, changes, boxes and notes."""

from __future__ import annotations

import pytest

from unit.workbook.word_files import (
    book_of,
    order_of,
    paragraph,
    paragraphs_of,
    plain,
    run,
    texts_of,
)


def field(kind: str) -> str:
    """Write one of the three signs of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    """Write the instruction of a field."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        pytest.param(run("8775") + run("条"), "8775条", id="runs"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", id="a tab"),
        pytest.param("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb", id="a line break"),
        pytest.param('<w:r><w:br w:type="page"/><w:t>a</w:t></w:r>', "a", id="a page break first"),
        pytest.param(
            "<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a", id="where a page ended"
        ),
        pytest.param(
            run("124") + run("1", '<w:vertAlign w:val="superscript"/>'), "124¹", id="a raised mark"
        ),
        pytest.param(
            "<w:r><w:t>124\n件</w:t></w:r>", "124 件", id="a part that was broken into lines"
        ),
        pytest.param("<w:r><w:noBreakHyphen/><w:t>62</w:t></w:r>", "-62", id="a hyphen that binds"),
        pytest.param(
            "<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab", id="a soft hyphen"
        ),
        pytest.param(
            '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5", id="a symbol"
        ),
        pytest.param(
            field("begin")
            + instruction(" =SUM(ABOVE) ")
            + field("separate")
            + run("124")
            + field("end")
            + run("件"),
            "124件",
            id="a field",
        ),
        pytest.param(
            field("begin")
            + instruction("IF ")
            + field("begin")
            + instruction("PAGE")
            + field("separate")
            + run("7")
            + field("end")
            + instruction(" = 1 ")
            + field("separate")
            + run("首页")
            + field("end"),
            "首页",
            id="a field in the instruction of another",
        ),
        pytest.param(
            field("end") + run("35") + field("separate") + run("件"), "35件", id="strange fields"
        ),
        pytest.param(field("begin") + run("35") + run("件"), "35件", id="a field without end"),
        pytest.param(
            f'<w:fldSimple w:instr="DOCPROPERTY n">{run("57")}</w:fldSimple>', "57", id="fldSimple"
        ),
        pytest.param(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
            '<w:listEntry w:val="是"/><w:listEntry w:val="否"/></w:ddList></w:ffData></w:fldChar>'
            "</w:r>" + field("end"),
            "否",
            id="a list to choose from",
        ),
        pytest.param(
            f"<w:ins>{run('24')}</w:ins><w:del><w:r><w:delText>27</w:delText></w:r></w:del>",
            "24",
            id="a tracked change",
        ),
        pytest.param(
            f"<w:moveTo>{run('a')}</w:moveTo><w:moveFrom>{run('b')}</w:moveFrom>", "a", id="moved"
        ),
        pytest.param(run("a") + run("b", "<w:vanish/>"), "a", id="hidden text"),
        pytest.param(run("a", '<w:vanish w:val="0"/>'), "a", id="text that is hidden no more"),
        pytest.param(
            f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{run('b')}</w:smartTag>"
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('c')}</w:sdtContent></w:sdt>",
            "abc",
            id="links, smart tags and content controls",
        ),
        pytest.param(
            "<w:r><w:ruby><w:rt><w:r><w:t>yáo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>瑶</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r>",
            "瑶",
            id="pinyin over a sign",
        ),
        pytest.param(
            "<m:oMath><m:r><m:t>10</m:t></m:r><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:oMath>",
            "10^3",
            id="a formula",
        ),
        pytest.param(
            "<w:r><mc:AlternateContent><mc:Choice Requires='x'><wps:x/></mc:Choice><mc:Fallback>"
            "<w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "☺",
            id="a sign that only newer programs know",
        ),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice Requires='w14'>{run('a')}</mc:Choice>"
            f"<mc:Fallback>{run('a')}</mc:Fallback></mc:AlternateContent>",
            "a",
            id="the same said in two ways",
        ),
        pytest.param(
            "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>" + run("a"),
            "a",
            id="nothing said in any way",
        ),
        pytest.param(
            run("a") + '<w:bookmarkStart w:id="1"/><w:proofErr/>' + run("b"), "ab", id="marks"
        ),
    ],
)
def test_text_of_a_paragraph(inner: str, text: str) -> None:
    assert texts_of(paragraph(inner)) == [text]


def test_empty_paragraphs_are_not_counted() -> None:
    read = paragraphs_of(paragraph("") + paragraph("a") + paragraph(" \u3000") + paragraph("b"))

    assert [one[:2] for one in read] == [("paragraph 1", "a"), ("paragraph 2", "b")]


def test_a_long_text_is_read_whole_and_in_order() -> None:
    texts = [f"第{number}段" for number in range(2000)]

    assert texts_of("".join(map(paragraph, texts))) == texts


@pytest.mark.parametrize(
    ("inner", "bold"),
    [
        pytest.param(run("a", "<w:b/>") + run(" ") + run("b", "<w:b/>"), True, id="all of it"),
        pytest.param(run("a", "<w:b/>") + run("b"), False, id="a part"),
        pytest.param(run("a", '<w:rStyle w:val="strong"/>'), True, id="by the style of its signs"),
        pytest.param(run("a", '<w:b w:val="0"/><w:rStyle w:val="strong"/>'), False, id="no more"),
        pytest.param(run("a", '<w:rStyle w:val="unknown"/>'), False, id="a style that is missing"),
    ],
)
def test_bold(inner: str, *, bold: bool) -> None:
    styles = '<w:style w:type="character" w:styleId="strong"><w:rPr><w:b/></w:rPr></w:style>'

    assert [one[5] for one in paragraphs_of(paragraph(inner), styles=styles)] == [bold]


def test_a_paragraph_whose_end_was_struck_out_goes_on() -> None:
    struck = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("本年", struck) + paragraph("新收") + paragraph("末段", struck)

    assert texts_of(body) == ["本年新收", "末段"]


BOX = "<w:txbxContent>{}</w:txbxContent>"
NEW_BOX = "<w:drawing><wps:wsp><wps:txbx>" + BOX + "</wps:txbx></wps:wsp></w:drawing>"
OLD_BOX = "<w:pict><v:shape><v:textbox>" + BOX + "</v:textbox></v:shape></w:pict>"


def both_ways(inner: str) -> str:
    """Write a text box as Word does: in the new way, and in the old for older programs."""
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{NEW_BOX.format(inner)}</mc:Choice>"
        f"<mc:Fallback>{OLD_BOX.format(inner)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(both_ways(paragraph("共3件") + paragraph("其中")), id="both ways"),
        pytest.param(
            f"<w:r>{OLD_BOX.format(paragraph('共3件') + paragraph('其中'))}</w:r>", id="old"
        ),
    ],
)
def test_a_text_box_comes_after_its_paragraph_once(box: str) -> None:
    read = paragraphs_of(paragraph(run("a") + box) + paragraph("b"))

    assert [one[:3] for one in read] == [
        ("paragraph 1", "a", "body"),
        ("text box 1", "共3件\n其中", "text box"),
        ("paragraph 2", "b", "body"),
    ]


def note(kind: str, number: int) -> str:
    """Write the mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def test_notes_come_after_their_paragraph() -> None:
    body = paragraph(run("a") + note("footnote", 2) + note("endnote", 2) + note("footnote", 9))
    footnotes = (
        f'<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">'
        f"{paragraph(run(' 不含') + note('footnote', 2))}</w:footnote>"
    )
    endnotes = f'<w:endnote w:id="2">{paragraph("来源")}</w:endnote>'

    read = paragraphs_of(body, footnotes=footnotes, endnotes=endnotes)

    assert [one[:3] for one in read] == [
        ("paragraph 1", "a", "body"),
        ("footnote 1", "不含", "footnote"),
        ("endnote 1", "来源", "footnote"),
    ]


def test_blocks_are_read_through_all_that_may_stand_around_them() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>"
        f"<w:customXml>{paragraph('b')}</w:customXml>"
        f"<mc:AlternateContent><mc:Choice>{paragraph('c')}</mc:Choice></mc:AlternateContent>"
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt><w:sectPr/>"
    )

    assert texts_of(body) == ["a", "b", "c"]


def test_a_box_with_a_table_in_it() -> None:
    inner = paragraph("x") + "<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>"

    assert order_of(paragraph(run("a") + both_ways(inner))) == [
        "paragraph 1",
        "text box 1",
        "table 1",
    ]


PICTURE = "<w:r><w:drawing><wps:pic/></w:drawing></w:r>"
SHEET = '<w:r><w:object><v:OLEObject ProgID="{}"/><v:imagedata/></w:object></w:r>'


@pytest.mark.parametrize(
    ("body", "unseen"),
    [
        pytest.param(paragraph(run("a") + PICTURE), ["pictures"], id="a picture without a table"),
        pytest.param(paragraph(PICTURE) + plain("a b"), [], id="a picture beside a table"),
        pytest.param(
            paragraph(SHEET.format("Excel.Sheet.12")) + plain("a b"),
            ["embedded-tables"],
            id="a workbook",
        ),
        pytest.param(paragraph(SHEET.format("Equation.3")), [], id="a formula"),
        pytest.param(paragraph("a"), [], id="nothing"),
    ],
)
def test_what_is_not_read(body: str, unseen: list[str]) -> None:
    assert book_of(body)["unseen"] == unseen
