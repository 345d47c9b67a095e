"""Word documents that are damaged, hostile or something else: an answer, never a traceback."""

from __future__ import annotations

import pytest

from statlint.values import Text
from statlint.workbook import Container, Fault, open_workbook
from statlint.workbook.engines import limits
from statlint.workbook.engines.read import read
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.word import read_word
from statlint.workbook.limits import USUAL, Limits
from unit.workbook.packages import make_compound, make_zip
from unit.workbook.word_files import (
    cell,
    make_word,
    paragraph,
    part,
    relations,
    row,
    table,
    texts_of,
    word_parts,
)


def refusal_of(content: bytes) -> Refusal:
    """Give the refusal of a document."""
    with pytest.raises(Refusal) as caught:
        read_word(content)
    return caught.value


def without(name: str) -> bytes:
    """Make a document that lacks one of its parts."""
    parts = word_parts(paragraph("a"), styles="", numbering="", footnotes="")
    return make_zip({key: content for key, content in parts.items() if key != name})


@pytest.mark.parametrize(
    "name",
    [
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
    ],
)
def test_a_part_that_is_missing_is_done_without(name: str) -> None:
    assert [block[1] for block in read_word(without(name))["document"]] == ["a"]


def test_the_text_must_be_there() -> None:
    refusal = refusal_of(without("word/document.xml"))

    assert (refusal.fault, refusal.detail) == (
        Fault.DAMAGED,
        Text(
            "内部文件 word/document.xml：文档的正文缺失",
            "part word/document.xml: the text of the document is missing",
        ),
    )


def test_the_text_may_lie_elsewhere_and_be_written_in_capitals() -> None:
    parts = word_parts(paragraph("a"))
    parts["Word/Main.XML"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations(("officeDocument", "/word/main.xml"))

    assert [block[1] for block in read_word(make_zip(parts))["document"]] == ["a"]


def test_the_strict_form_of_the_standard() -> None:
    strict = {
        "schemas.openxmlformats.org/wordprocessingml/2006": "purl.oclc.org/ooxml/wordprocessingml",
        "schemas.openxmlformats.org/officeDocument/2006": "purl.oclc.org/ooxml/officeDocument",
    }
    parts = word_parts(
        paragraph("x", '<w:outlineLvl w:val="0"/>') + table(row(cell("a"), cell("b")))
    )
    for name, content in parts.items():
        for loose, exact in strict.items():
            parts[name] = str(parts[name]).replace(loose, exact)
        assert content is not None

    assert read_word(make_zip(parts))["document"] == [
        ("paragraph 1", "x", "heading", 1, "", False, False),
        "table 1",
    ]


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        pytest.param(
            part("document", "<w:body><w:p>")[:-20],
            "内部文件 word/document.xml：读取程序报告：unclosed token: line 1, column ",
            id="cut off",
        ),
        pytest.param(
            part("document", "<w:body></w:p></w:body>"),
            "内部文件 word/document.xml：读取程序报告：mismatched tag: line 1, column ",
            id="crossed tags",
        ),
        pytest.param(
            "<!--" + " " * limits.PROLOG + "--><!DOCTYPE x><x/>",
            "含有 DOCTYPE 声明，办公软件不写这种声明",
            id="a doctype far down",
        ),
    ],
)
def test_broken_text(text: str, zh: str) -> None:
    refusal = refusal_of(make_zip({**word_parts(""), "word/document.xml": text}))

    assert refusal.fault is (Fault.UNSAFE if "DOCTYPE" in zh else Fault.DAMAGED)
    assert refusal.detail is not None
    assert refusal.detail.zh.startswith(zh)


def test_the_contents_of_another_file_are_not_there() -> None:
    foreign = '<w:altChunk r:id="r1"/>'

    assert refusal_of(make_word(foreign)).fault is Fault.UNSUPPORTED
    assert texts_of(foreign + paragraph("a")) == ["a"]


def test_pages_that_were_scanned() -> None:
    picture = "<w:r><w:drawing><wps:pic/></w:drawing></w:r>"

    refusal = refusal_of(make_word(paragraph(picture)))

    assert (refusal.fault, refusal.detail) == (
        Fault.UNSUPPORTED,
        Text("只有图片的 Word 文档", "a Word document of pictures alone"),
    )


PAGE = "<html><body><p>工作总结</p></body></html>"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PAGE, id="web page"),
        pytest.param(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
            f"Content-Type: text/html; charset=utf-8\n\n{PAGE}\n--x--\n",
            id="web page in one file",
        ),
    ],
)
def test_a_web_page_in_place_of_the_text(content: str) -> None:
    parts = word_parts('<w:altChunk r:id="r0"/>')
    parts["word/_rels/document.xml.rels"] = relations(("aFChunk", "/word/chunk"))
    parts["word/chunk"] = content

    read_blocks = read_word(make_zip(parts))["document"]

    assert [block[1] for block in read_blocks] == ["工作总结"]


def test_a_document_without_a_body_is_blank() -> None:
    parts = {**word_parts(""), "word/document.xml": part("document", "")}

    assert read_word(make_zip(parts))["document"] == []


@pytest.mark.parametrize(
    ("content", "container", "fault"),
    [
        pytest.param(make_word(""), Container.WORD, Fault.EMPTY, id="nothing in it"),
        pytest.param(make_word(paragraph("")), Container.WORD, Fault.EMPTY, id="empty paragraphs"),
        pytest.param(
            make_compound("WordDocument"), Container.OLD_WORD, Fault.UNSUPPORTED, id="doc"
        ),
        pytest.param(
            make_compound("EncryptedPackage"), Container.OLE, Fault.ENCRYPTED, id="a password"
        ),
        pytest.param(
            make_word(paragraph("a"))[:-40], Container.WORD, Fault.TRUNCATED, id="cut off"
        ),
        pytest.param(
            make_word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
            Container.WORD,
            Fault.DAMAGED,
            id="nested without end",
        ),
        pytest.param(
            make_word(paragraph("<w:ins>" * 5000 + "</w:ins>" * 5000)),
            Container.WORD,
            Fault.DAMAGED,
            id="a paragraph nested without end",
        ),
        pytest.param(
            make_word("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000),
            Container.WORD,
            Fault.DAMAGED,
            id="tables nested without end",
        ),
    ],
)
def test_answers_for_a_bad_document(content: bytes, container: Container, fault: Fault) -> None:
    opening = open_workbook("年报.docx", content)

    assert (opening.container, opening.fault) == (container, fault)


def test_a_new_document_that_is_named_as_an_old_one_is_read() -> None:
    opening = open_workbook("年报.doc", make_word(paragraph("a")))

    assert (opening.container, opening.fault) == (Container.WORD, None)


def test_more_paragraphs_than_any_document_has() -> None:
    with pytest.raises(Refusal, match="4 paragraphs, limit 3"):
        read_word(make_word(paragraph("a") * 4), Limits(paragraphs=3))

    assert texts_of(paragraph("a") * 3) == ["a"] * 3


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(table(row(cell("a"), cell("b"))) * (USUAL.sheets + 1), id="tables"),
        pytest.param(
            table(
                *(
                    [row(*[cell("a")] * 2000)]
                    + [row(cell("b", '<w:gridSpan w:val="2000"/>'))] * (limits.CELLS // 2000 + 1)
                )
            ),
            id="merged cells",
        ),
    ],
)
def test_more_than_any_document_has(body: str) -> None:
    assert refusal_of(make_word(body)).fault is Fault.TOO_LARGE


def test_a_bomb_is_not_unpacked() -> None:
    bomb = make_zip({**word_parts(""), "word/document.xml": b" " * (9 << 20)})

    assert list(read(bomb))[-1][:2] == ("fault", "too-large")


@pytest.mark.parametrize(
    ("main", "held", "container"),
    [
        pytest.param(
            "vnd.ms-word.document.macroEnabled.main",
            "vnd.ms-excel.sheet.macroEnabled.12",
            "word document",
            id="a workbook in a document",
        ),
        pytest.param(
            "vnd...wordprocessingml.template.main",
            "vnd.ms-excel.sheet.binary.macroEnabled.12",
            "word document",
            id="a workbook in a template",
        ),
        pytest.param(
            "vnd...spreadsheetml.sheet.main",
            "vnd...wordprocessingml.document",
            "xlsx",
            id="a document in a workbook",
        ),
    ],
)
def test_what_a_package_is_by_its_main_part(main: str, held: str, container: str) -> None:
    types = (
        f"<Types><Default Extension='x' ContentType='application/{held}'/>"
        f"<Override ContentType='application/{main}+xml'/></Types>"
    )
    told = list(read(make_zip({"[Content_Types].xml": types})))

    assert ("container", container) in told
