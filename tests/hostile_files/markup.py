"""Workbooks whose markup is broken, or made to do harm."""

from __future__ import annotations

from collections.abc import Iterator

from hostile_files.books import (
    BOOK,
    ROWS,
    SHEET,
    changed,
    hexes,
    with_part,
    with_parts,
)
from hostile_files.kind import Kind
from unit.workbook.packages import sheet_part

_LAUGHS = "".join('<!ENTITY l{} "{}">'.format(at + 1, f"&l{at};" * 10) for at in range(9))


def of_markup() -> Iterator[Kind]:
    """Give workbooks whose markup is made to do harm."""
    outside = '[<!ENTITY x SYSTEM "file:///etc/passwd">]'
    yield Kind(
        "entity that reads a file", "xxe.xlsx", lambda: _declared(outside), "F011", "DOCTYPE"
    )
    yield Kind(
        "entity that asks the network",
        "net.xlsx",
        lambda: _declared('SYSTEM "http://127.0.0.1:9/x.dtd"', BOOK),
        "F011",
        "DOCTYPE",
    )
    yield Kind(
        "a billion laughs",
        "laughs.xlsx",
        lambda: _declared(f'[<!ENTITY l0 "ha">{_LAUGHS}]', "xl/sharedStrings.xml"),
        "F011",
        "DOCTYPE",
    )
    yield Kind(
        "entity of 50 KB, used in vain",
        "quadratic.xlsx",
        lambda: _declared(f'[<!ENTITY l "{"a" * 50_000}">]'),
        "F011",
        "DOCTYPE",
    )
    yield Kind(
        "DOCTYPE in a part nobody reads",
        "aside.xlsx",
        lambda: with_part("docProps/app.xml", "<!DOCTYPE x><x/>"),
        "F011",
        "DOCTYPE",
    )


def of_long_markup() -> Iterator[Kind]:
    """Give workbooks whose markup is deep or long without end."""
    yield Kind(
        "two million nested elements",
        "deep.xlsx",
        lambda: with_parts(rows=f"{'<g>' * 2_000_000}{hexes(200_000)}{'</g>' * 2_000_000}"),
        "F007",
        "depth",
    )
    yield Kind(
        "attribute of 12 MB",
        "attribute.xlsx",
        lambda: with_parts(rows=f'<row r="1" spans="{hexes(12 << 20)}"/>'),
        "F007",
        "text-length",
    )
    yield Kind(
        "text of 12 MB in a cell",
        "text.xlsx",
        lambda: with_parts(rows=f'<row><c t="str"><v>{hexes(12 << 20)}</v></c></row>'),
        "F007",
        "text-length",
    )


def of_broken_markup() -> Iterator[Kind]:
    """Give workbooks whose markup is none."""
    yield Kind(
        "markup that does not close", "unclosed.xlsx", lambda: changed(SHEET, "</row>", ""), None
    )
    yield Kind("NUL in the markup", "nul.xlsx", lambda: changed(SHEET, "<v>", "<v>\0"), None)
    yield Kind(
        "web page in place of the sheet",
        "page.xlsx",
        lambda: with_part(SHEET, "<html><body>403</body></html>"),
        "F003",
    )
    yield Kind(
        "empty part in place of the sheet", "none.xlsx", lambda: with_part(SHEET, ""), "F001"
    )
    yield Kind(
        "part in UTF-16",
        "utf16.xlsx",
        lambda: with_part(SHEET, sheet_part(ROWS).replace("UTF-8", "UTF-16").encode("utf-16")),
        None,
    )
    yield Kind(
        "part in an encoding that nobody knows",
        "encoding.xlsx",
        lambda: changed(SHEET, "UTF-8", "KLINGON"),
        None,
    )


def _declared(doctype: str, name: str = SHEET) -> bytes:
    return changed(name, "?>", f"?><!DOCTYPE x {doctype}>")
