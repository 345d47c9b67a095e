"""PDF documents that are not read: what would have to be guessed, is missing or is hostile."""

from __future__ import annotations

import sys
import zlib

import pytest

from statlint.workbook import Fault, open_workbook
from statlint.workbook.engines.stored import Refusal
from unit.workbook.pdf_files import (
    FONT,
    HEAD,
    LOCKED,
    ROWS,
    UNMAPPED,
    book_of,
    grid,
    make_pdf,
    read_content,
    rule,
    write,
)

pytest.importorskip("pdfplumber")


def reason_of(*pages: str, font: str = FONT) -> str:
    with pytest.raises(Refusal) as caught:
        book_of(*pages, font=font)
    assert caught.value.fault is Fault.UNSUPPORTED
    assert caught.value.detail is not None
    return caught.value.detail.zh.removeprefix("PDF 文档（").removesuffix("）")


PICTURE = "q 600 0 0 800 0 0 cm /I Do Q "
LOGO = "q 60 0 0 80 0 0 cm /I Do Q "
FIGURES = [write(100, y, "New") + write(200, y, "3") + write(300, y, "4") for y in (100, 120, 140)]
TWO = [write(100, y, "some words") + write(300, y, "other words") for y in range(100, 220, 20)]


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        pytest.param(("",), "扫描件，没有文字层", id="nothing"),
        pytest.param((LOGO,), "扫描件，没有文字层", id="a small picture alone"),
        pytest.param((PICTURE,), "第 1 页是扫描的图片", id="a picture"),
        pytest.param(
            (write(9, 99, "x"), PICTURE + write(9, 99, "3")),
            "第 2 页是扫描的图片",
            id="a picture whose text a program has guessed",
        ),
        pytest.param(
            (write(100, 300, "up", 10, "0 1 -1 0"),), "第 1 页有旋转的文字", id="turned text"
        ),
        pytest.param(
            (
                grid(ROWS)
                + rule(100, 80, 180, 80)
                + rule(100, 80, 100, 100)
                + rule(180, 80, 180, 100),
            ),
            "第 1 页的表格线不完整，分不清单元格",
            id="a cell that stands out",
        ),
        pytest.param(
            (grid(ROWS) + write(150, 114, "over the line"),),
            "第 1 页的表格中有文字压在表格线上",
            id="text over a line",
        ),
        pytest.param(
            (grid(ROWS) + write(400, 134, "9"),),
            "第 1 页的表格旁有没有框住的文字",
            id="a figure beside the frame",
        ),
        pytest.param(
            (grid([HEAD, ["a", "", "1"]]) + write(190, 127, "12", 8) + write(190, 137, "34", 8),),
            "第 1 页的表格中有断成两行的数字",
            id="a figure over two lines",
        ),
        pytest.param(("".join(FIGURES),), "第 1 页有没有表格线的表", id="a table without lines"),
        pytest.param(("".join(TWO),), "第 1 页的文字分栏", id="columns of text"),
        pytest.param(
            (grid(ROWS, y=660), grid([["Open", "5", "6"], ["b", "1", "2"]], y=60)),
            "第 2 页的表格像是接着上一页的，但没有重复表头",
            id="no heads on the next page",
        ),
        pytest.param(
            (grid(ROWS, y=660), grid([HEAD], y=60)),
            "第 2 页的表格像是接着上一页的，但没有重复表头",
            id="nothing but heads on the next page",
        ),
        pytest.param(
            (grid(ROWS, y=660), grid([HEAD, ["told", "", ""]], y=60)),
            "第 2 页的表格第一行是上一页末行的一部分",
            id="the rest of a row on the next page",
        ),
    ],
)
def test_what_would_have_to_be_guessed_is_refused(pages: tuple[str, ...], reason: str) -> None:
    assert reason_of(*pages) == reason


def test_signs_that_stand_for_nothing_known_are_refused() -> None:
    reason = "第 1 页的字体没有文字对照，取不出文字"

    assert reason_of("BT /F 10 Tf 100 700 Td <0001> Tj ET", font=UNMAPPED) == reason


LONG = "有 501 页，上限 500，设置项 limits.pages"


@pytest.mark.parametrize(
    ("content", "fault", "zh"),
    [
        pytest.param(make_pdf("", trailer=LOCKED), Fault.ENCRYPTED, None, id="a password"),
        pytest.param(make_pdf(*[""] * 501), Fault.TOO_LARGE, LONG, id="many pages"),
        pytest.param(
            make_pdf(rule(1, 1, 2, 2) * 50_001),
            Fault.TOO_LARGE,
            "一页上超过 5 万个对象",
            id="a page of lines",
        ),
    ],
)
def test_a_pdf_that_is_not_opened_says_why(content: bytes, fault: Fault, zh: str | None) -> None:
    opening = open_workbook("a.pdf", content)

    assert (opening.fault, opening.detail.zh if opening.detail else None) == (fault, zh)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"%PDF-1.7", id="a head alone"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 99, id="noise"),
        pytest.param(make_pdf(grid(ROWS))[:900], id="cut off"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 99_999, id="nested without end"),
        pytest.param(
            make_pdf("").replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), id="pages of themselves"
        ),
    ],
)
def test_a_hostile_pdf_is_a_bad_file_and_no_more(content: bytes) -> None:
    opening = open_workbook("a.pdf", content)

    assert opening.workbook is None
    assert opening.fault in {Fault.DAMAGED, Fault.UNSUPPORTED, Fault.TOO_LARGE, Fault.TRUNCATED}


def damaged(page: str) -> bytes:
    """Write a page whose text is packed, and broken in its last bytes."""
    packed = zlib.compress(page.encode())
    broken = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    return make_pdf("@").replace(
        b"<< /Length 1 >>\nstream\n@\n", broken + packed[:-1] + bytes((packed[-1] ^ 1,)) + b"\n"
    )


@pytest.mark.parametrize(
    ("content", "zh"),
    [
        pytest.param(
            make_pdf(write(9, 99, "a"), write(9, 99, "b")).replace(b"7 0 R]", b"9 0 R]"),
            "文件说有 2 页，只找到 1 页",
            id="a page that is gone",
        ),
        pytest.param(
            make_pdf(write(9, 99, "a")).replace(b"6 0 R", b"9 0 R"),
            "第 1 页的内容不完整",
            id="a text that is gone",
        ),
        pytest.param(damaged(write(9, 99, "a")), "第 1 页的内容不完整", id="a damaged text"),
        pytest.param(
            make_pdf(write(9, 99, "a"), font=FONT.replace(">>", "/ToUnicode 99 0 R >>")),
            "第 1 页的内容不完整",
            id="the meaning of its signs gone",
        ),
    ],
)
def test_what_is_missing_is_not_passed_over(content: bytes, zh: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_content(content)

    assert caught.value.fault is Fault.DAMAGED
    assert caught.value.detail is not None
    assert caught.value.detail.zh == zh


def test_the_signs_of_a_well_known_order_need_no_meaning_of_their_own() -> None:
    font = FONT.replace(">>", "/ToUnicode /Identity-H >>")

    assert [block[1] for block in book_of(write(9, 99, "a"), font=font)["document"]] == ["a"]


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    with pytest.raises(Refusal) as caught:
        read_content(make_pdf("", trailer=LOCKED))

    assert caught.value.fault is Fault.ENCRYPTED


def test_too_many_pages_are_not_read() -> None:
    with pytest.raises(Refusal) as caught:
        read_content(make_pdf(*[""] * 501))

    assert caught.value.fault is Fault.TOO_LARGE


def test_noise_is_an_error_of_the_reader() -> None:
    with pytest.raises(Exception, match="Root"):
        read_content(b"%PDF-1.7")


def test_without_its_reader_the_user_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)

    assert reason_of("") == '未安装读取 PDF 的组件：pip install "statlint[pdf]"'
