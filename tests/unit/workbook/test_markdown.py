"""Texts in Markdown as documents."""

from __future__ import annotations

from textwrap import dedent

import pytest

from statlint.workbook.engines.markdown import read_markdown
from statlint.workbook.engines.stored import StoredBook


def book_of(text: str) -> StoredBook:
    """Read a text."""
    return read_markdown(dedent(text).encode())


def told(text: str) -> list[str | tuple[str, str, int, str, bool]]:
    """Tell its blocks: tables by name, paragraphs by text, kind, level, number and bold."""
    return [
        block if isinstance(block, str) else (block[1], block[2], block[3], block[4], block[5])
        for block in book_of(text)["document"]
    ]


def rows(text: str) -> list[list[tuple[int, int, str]]]:
    """Give row, column and text of the cells of each table."""
    return [
        [(cell[0], cell[1], cell[3]) for cell in sheet["cells"]]
        for sheet in book_of(text)["sheets"]
    ]


def test_reads_headings_paragraphs_and_lists() -> None:
    text = """\
        ---
        title: x
        ---
        # 2019年年报 #
        统计期限自2019年1月1日
        起至12月31日止。

        主动公开
        ===
        情况
        ---
        - 一项
          接着
        * 又一项
        2. 第二

        > 引用
        ***
        **全文**
        ###### 末
        """

    assert told(text) == [
        ("2019年年报", "heading", 1, "", False),
        ("统计期限自2019年1月1日起至12月31日止。", "body", 0, "", False),
        ("主动公开", "heading", 1, "", False),
        ("情况", "heading", 2, "", False),
        ("一项接着", "item", 0, "", False),
        ("又一项", "item", 0, "", False),
        ("第二", "item", 0, "2.", False),
        ("引用", "body", 0, "", False),
        ("全文", "body", 0, "", True),
        ("末", "heading", 6, "", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('见[通知](http://a.b/c "名")。', "见通知。", id="a link"),
        pytest.param("见[通知][1]和<http://a.b>", "见通知和http://a.b", id="other links"),
        pytest.param("甲![图](a.png)乙", "甲乙", id="a picture"),
        pytest.param("**甲**和*乙*、~~丙~~、`丁`", "甲和乙、丙、丁", id="signs for bold and code"),
        pytest.param("a_b_c 2*3*4 3 * 4", "a_b_c 2*3*4 3 * 4", id="signs that mean themselves"),
        pytest.param(r"\*甲\* \[乙\]", "*甲* [乙]", id="signs that are taken back"),
        pytest.param("甲<br>乙<u>丙</u><!-- 丁 -->", "甲\n乙丙", id="tags"),
        pytest.param("甲  \n乙", "甲\n乙", id="a line broken by hand"),
        pytest.param("甲\\\n乙", "甲\n乙", id="a line broken by a backslash"),
    ],
)
def test_shows_the_words_alone(text: str, expected: str) -> None:
    (block,) = book_of(text)["document"]

    assert block[1] == expected


def test_leaves_code_out() -> None:
    assert [block[0] for block in told("甲\n```\n12 件\n~~~\n```\n乙\n~~~~\n13")] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """\
            | 指标 | 件\\|数 |
            |:---|---:|
            | **甲** | 1 |
            | 乙 |
            """,
            [[(1, 1, "指标"), (1, 2, "件|数"), (2, 1, "甲"), (2, 2, "1"), (3, 1, "乙")]],
            id="bars around",
        ),
        pytest.param(
            "指标 | 件数\n--- | ---\n甲 | 1\n\n后文 | 文",
            [[(1, 1, "指标"), (1, 2, "件数"), (2, 1, "甲"), (2, 2, "1")]],
            id="bars between",
        ),
        pytest.param("指标 | 件数\n---\n", [], id="dashes for too few columns"),
        pytest.param("甲 | 乙\n丙 | 丁", [], id="no dashes"),
        pytest.param(
            "<table><tr><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr></table>\n后",
            [[(1, 1, "甲"), (1, 2, "1"), (2, 1, "乙"), (2, 2, "2")]],
            id="a table in tags",
        ),
        pytest.param(
            "<html><body><table><tr><td>甲<td>1<tr><td>乙<td>2</table></body></html>\n后",
            [[(1, 1, "甲"), (1, 2, "1"), (2, 1, "乙"), (2, 2, "2")]],
            id="a table in tags within others",
        ),
        pytest.param(
            "<table>\n<tr><td>甲<td>1\n<tr><td>乙<td>2",
            [[(1, 1, "甲"), (1, 2, "1"), (2, 1, "乙"), (2, 2, "2")]],
            id="a table in tags that never ends",
        ),
    ],
)
def test_reads_tables(text: str, expected: list[list[tuple[int, int, str]]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("text", ["", "---\n" * 3, "---\ntitle: x", "[" * 9999, "*a" * 9999])
def test_reads_any_text(text: str) -> None:
    assert book_of(text)["sheets"] == []
