"""Plain texts as documents: wrapped lines, headings, tables, and reports in one line."""

from __future__ import annotations

from textwrap import dedent

import pytest

from statlint.workbook.engines.stored import StoredBlock, StoredBook
from statlint.workbook.engines.text_document import read_text_document
from statlint.workbook.engines.text_lines import joined

WIDE = "政府信息公开工作年度报告由各单位在每年一月底以前向社会公布并接受监督"


def book_of(text: str) -> StoredBook:
    """Read a text."""
    return read_text_document(text.encode())


def texts(text: str) -> list[str]:
    """Give the texts of its paragraphs, and the names of its tables."""
    return [block if isinstance(block, str) else block[1] for block in book_of(text)["document"]]


def cells(text: str) -> list[tuple[int, int, str]]:
    """Give row, column and text of the cells of its one table."""
    (sheet,) = book_of(text)["sheets"]
    return [(cell[0], cell[1], cell[3]) for cell in sheet["cells"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("甲\r\n\r\n  乙\r丙", ["甲", "乙", "丙"], id="lines"),
        pytest.param("甲\n----\n|||\n乙", ["甲", "乙"], id="lines without a word"),
        pytest.param("填报人： 王芳", ["填报人： 王芳"], id="a blank in a short line"),
        pytest.param(
            f"{WIDE}， {WIDE}， 并 接受 监督。{WIDE}",
            [f"{WIDE}，{WIDE}，并接受监督。{WIDE}"],
            id="blanks in a long one",
        ),
    ],
)
def test_takes_lines_for_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_joins_lines_that_were_wrapped_at_a_width() -> None:
    text = "\n".join(
        [
            "一、总体情况",
            f"　　{WIDE[:-2]}",
            WIDE,
            f"{WIDE[:-1]}。",
            f"{WIDE[:-3]} 12",
            "件。",
            f"　　{WIDE[:-2]}",
            WIDE,
            "完。",
        ]
    )

    assert texts(text) == [
        "一、总体情况",
        f"{WIDE[:-2]}{WIDE}{WIDE[:-1]}。{WIDE[:-3]} 12件。",
        f"{WIDE[:-2]}{WIDE}完。",
    ]


def test_a_full_stop_ends_a_paragraph_where_none_is_indented() -> None:
    lines = [WIDE, f"{WIDE[:-1]}。", WIDE, "（一）甲", WIDE, WIDE, "1.乙", "", "丙"]

    assert texts("\n".join(lines)) == [
        f"{WIDE}{WIDE[:-1]}。",
        WIDE,
        "（一）甲",
        f"{WIDE}{WIDE}",
        "1.乙",
        "丙",
    ]


def wrapped(text: str, signs: int) -> list[str]:
    """Break a text at so many signs."""
    return [text[at : at + signs] for at in range(0, len(text), signs)]


@pytest.mark.parametrize("signs", [24, 30, 39])
def test_joins_paragraphs_between_blank_lines_though_a_sentence_ends_a_line(signs: int) -> None:
    paragraphs = [
        f"{number}年，各单位收到申请{number}件，答复{number * 7}件。{WIDE * (number % 3 + 1)}。"
        for number in range(2014, 2023)
    ]
    lines = [line for one in paragraphs for line in (*wrapped(one, signs), "")]

    assert texts("\n".join(lines)) == paragraphs


def test_joins_lines_between_many_short_ones() -> None:
    cut = wrapped(f"　　{WIDE * 5}。", 30)

    assert texts("\n".join([*(f"{title}、情况" for title in "一二三四五六七"), *cut])) == [
        *(f"{title}、情况" for title in "一二三四五六七"),
        f"{WIDE * 5}。",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("194.", "22万元", id="behind the point"),
        pytest.param("194", ".22万元", id="before the point"),
        pytest.param("19", "4.22万元", id="between digits"),
        pytest.param("13.3", "%", id="before the sign of a share"),
    ],
)
def test_joins_a_figure_that_was_broken(before: str, after: str) -> None:
    assert joined([f"占{before}", f"{after}。"]) == f"占{before}{after}。"


def test_leaves_lines_alone_that_were_not_wrapped() -> None:
    lines = [WIDE, WIDE[:20], WIDE[:25], WIDE[:12], f"{WIDE}{WIDE}", WIDE[:8], WIDE[:15]]

    assert texts("\n".join(lines)) == lines


def test_joins_words_of_other_scripts_with_a_blank() -> None:
    line = "the office has answered all requests that it got in"

    assert texts(f"{line}\n" * 6 + "2019.") == [" ".join([line] * 6 + ["2019."])]


@pytest.mark.parametrize(
    ("line", "kind", "level", "centred"),
    [
        pytest.param("一、总体情况", "heading", 1, False, id="a section"),
        pytest.param("第一章　总则", "heading", 1, False, id="a chapter"),
        pytest.param("（二）依申请公开", "heading", 2, False, id="a part of it"),
        pytest.param("㈢政府信息管理", "heading", 2, False, id="one sign for a number"),
        pytest.param(
            "（一）主动公开情况。一是公开。", "body", 0, False, id="a text that is numbered"
        ),
        pytest.param("1.行政许可", "body", 0, False, id="an item"),
        pytest.param("　　　　　2019年年度报告", "body", 0, True, id="moved to the middle"),
    ],
)
def test_says_what_a_line_is(line: str, kind: str, level: int, *, centred: bool) -> None:
    (block,) = book_of(line)["document"]

    assert (block[2], block[3], block[6]) == (kind, level, centred)


SECTION = "今年以来，各单位扎实推进政府信息公开工作，取得了新的进展。" * 3
ONE_LINE = (
    f"某区人民政府 2019 年政府信息 公开工作年度报告 {SECTION} 一、总体情况 2019 年，{SECTION}"
    f"（一）主动公开。{SECTION}(二)管理情况。{SECTION} 二、主动公 开 信息内容 {SECTION} "
    "三、申请情况 自然人 总计 一、本年新收 12 3 15 二、上年结转 0 0 0 三、结果 10 3 四、结转 2 0 2 "
    f"四、复议情况 {SECTION} 五、 {SECTION} 某区人民政府 2020 年 1 月 31 日"
)


def test_cuts_a_report_in_one_line_at_its_headings() -> None:
    blocks = book_of(ONE_LINE)["document"]

    assert [(block[1][:16], block[3]) for block in blocks if not isinstance(block, str)] == [
        ("某区人民政府 2019 年政府信", 1),
        (SECTION[:16], 0),
        ("一、总体情况", 1),
        ("2019 年，今年以来，各单位扎", 0),
        ("（一）主动公开。今年以来，各单位", 0),
        ("(二)管理情况。今年以来，各单位", 0),
        ("二、主动公", 1),
        ("开信息内容今年以来，各单位扎实推", 0),
        ("三、申请情况", 1),
        ("自然人总计一、本年新收 12 3", 0),
        ("四、复议情况", 1),
        ("今年以来，各单位扎实推进政府信息", 0),
        ("某区人民政府 2020 年 1 ", 0),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "指标\t件数\n第一块\n甲\t1\n乙\t\n",
            [
                (1, 1, "指标"), (1, 2, "件数"), (2, 1, "第一块"), (3, 1, "甲"), (3, 2, "1"),
                (4, 1, "乙"),
            ],
            id="tabs, and a row that is one label",
        ),
        pytest.param(
            "| 指标 | 件\\|数 |\n|---|--:|\n| 甲 | 1 |\n",
            [(1, 1, "指标"), (1, 2, "件|数"), (2, 1, "甲"), (2, 2, "1")],
            id="bars",
        ),
        pytest.param(
            "┌──┬──┐\n│指标│件数│\n├──┼──┤\n│甲  │  1 │\n└──┴──┘\n",
            [(1, 1, "指标"), (1, 2, "件数"), (2, 1, "甲"), (2, 2, "1")],
            id="lines that are drawn",
        ),
        pytest.param(
            "+----+---+\n| 甲 | 1 |\n+====+===+\n| 乙 | 2 |\n+----+---+\n",
            [(1, 1, "甲"), (1, 2, "1"), (2, 1, "乙"), (2, 2, "2")],
            id="lines of plain signs",
        ),
        pytest.param(
            "指标    件数    人数\n甲      1       2\n乙　　2　　3\n",
            [
                (1, 1, "指标"), (1, 2, "件数"), (1, 3, "人数"), (2, 1, "甲"), (2, 2, "1"),
                (2, 3, "2"), (3, 1, "乙"), (3, 2, "2"), (3, 3, "3"),
            ],
            id="gaps",
        ),
    ],
)  # fmt: skip
def test_finds_a_table(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert cells(f"前文。\n{text}后文。") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("甲\t乙\n丙\t丁", id="no figure"),
        pytest.param("甲\t1", id="one row"),
        pytest.param("甲\n------\n乙\n======", id="lines under headings"),
        pytest.param("甲    1    2\n乙    2\n丙    3    4", id="gaps that leave columns open"),
        pytest.param("单位负责人：    审核人：    填报人：", id="a line of signatures"),
    ],
)
def test_leaves_lines_that_are_no_table(text: str) -> None:
    assert book_of(text)["sheets"] == []


def test_a_heading_ends_a_table() -> None:
    text = dedent(
        """\
        二、主动公开
        指标\t件数
        甲\t1
        三、依申请公开
        指标\t件数
        乙\t2
        """
    )

    assert texts(text) == ["二、主动公开", "table 1", "三、依申请公开", "table 2"]


def test_reads_a_hostile_text() -> None:
    blocks: list[StoredBlock] = book_of("一、甲" * 50_000 + "（一）" * 50_000)["document"]

    assert len(blocks) > 0
