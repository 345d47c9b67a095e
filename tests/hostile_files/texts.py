"""Texts that are no table, or no text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hostile_files.kind import Kind

TABLE = "性别,2024\n男,11\n女,21\n合计,32\n"
_MEBI = 1 << 20


def of_texts() -> Iterator[Kind]:
    """Give texts that are broken or made to do harm."""
    whole = TABLE.encode()
    yield Kind("no bytes", "empty.csv", lambda: b"", "F003")
    yield Kind("white space", "space.csv", lambda: b" \r\n\t\n" * 5_000, "F003")
    yield Kind("a mark of UTF-8 alone", "bom.csv", lambda: b"\xef\xbb\xbf", "F003")
    yield Kind("separators alone", "commas.csv", lambda: b",,,,\n" * 1_000, "F003")
    yield Kind("zeros", "zeros.csv", lambda: bytes(100_000), "F003")
    nul = whole * 9 + whole.replace(b"11", b"1\x001")
    yield Kind("NUL in a line", "nul.csv", lambda: nul, "F001", "NUL")
    yield Kind("one line of 20 MB", "line.csv", lambda: b"1234567890" * (2 * _MEBI), "F007", "line")
    yield Kind("one cell of 20 MB", "cell.csv", lambda: whole + b"x," + b"1" * (20 * _MEBI), "F007")
    yield Kind(
        "a million columns", "columns.csv", lambda: b"1," * 1_000_000 + b"\n", "F007", "columns"
    )
    yield Kind("quote that does not close", "quote.csv", lambda: whole + b'"x,1\n' * 3_000, "F001")
    yield Kind(
        "all line ends mixed",
        "ends.csv",
        "性别,2024\r\n男,11\r女,21\n合计,32\r\n".encode,
        None,
    )
    yield Kind(
        "UTF-8 and GBK mixed",
        "mixed.csv",
        lambda: whole + "备注,说明文字若干，共计三十二件\n".encode("gb18030") * 3,
        "F009",
    )
    yield Kind("half of UTF-16", "utf16.csv", lambda: TABLE.encode("utf-16")[:-1], "F009")
    yield Kind("UTF-32", "utf32.csv", lambda: TABLE.encode("utf-32"), "F001")
    yield Kind("surrogates in UTF-8", "surrogates.csv", lambda: whole + b"\xed\xa0\x80,1\n", "F009")
    yield Kind("bytes of chance", "chance.csv", _by_chance, "F006")


def of_rows_of_text() -> Iterator[Kind]:
    """Give texts whose lines are no rows of a table."""
    whole = TABLE.encode()
    yield Kind("a million blank lines", "lines.csv", lambda: b"\n" * 1_000_000 + whole, None)
    yield Kind(
        "signs that steer a terminal",
        "escape.csv",
        lambda: whole * 9 + b"\x1b[2J\x1b]0;x\x07,1\n",
        None,
    )
    yield Kind(
        "signs that turn the direction of writing",
        "direction.csv",
        lambda: TABLE.replace("合计", "\u202e合计\u2066[/b]").encode(),
        None,
    )
    yield Kind(
        "formulas that a spreadsheet would run",
        "injected.csv",
        lambda: whole + b"=cmd|'/c calc'!A0,1\n@SUM(1),2\n",
        None,
    )
    yield Kind(
        "number of 100,000 digits", "digits.csv", lambda: whole + b"x," + b"9" * 100_000, None
    )
    yield Kind("number 1e999999999", "power.csv", lambda: whole + b"x,1e999999999\n", None)
    yield Kind(
        "200,000 cells with nothing but quotes",
        "quotes.csv",
        lambda: whole + b'"""",' * 200_000,
        "F007",
    )
    yield Kind(
        "a text of more cells than allowed",
        "cells.csv",
        lambda: b"a,b,c\n" * 5_000,
        "F007",
        "cells",
        ("limits.cells = 10000",),
    )


def of_long_texts() -> Iterator[Kind]:
    """Give texts that are long, or written strangely from end to end."""
    whole = TABLE.encode()
    yield Kind(
        "a mark of UTF-8 in the middle", "marked.csv", lambda: whole + b"\xef\xbb\xbf" + whole, None
    )
    for ends in ("le", "be"):
        yield Kind(
            f"UTF-16-{ends.upper()} without a mark",
            f"wide-{ends}.csv",
            partial(TABLE.encode, f"utf-16-{ends}"),
            None,
        )
    yield Kind("ends of lines of old Macs", "cr.csv", whole.replace(b"\n", b"\r").strip, None)
    yield Kind("ten million empty lines", "empty-lines.csv", lambda: b"\n" * 10_000_000, "F003")
    yield Kind(
        "half a million rows of odd quotes", "odd.csv", lambda: b'"a""b","c\n' * 500_000, "F001"
    )
    yield Kind(
        "an open quote before 60 MB",
        "open.csv",
        lambda: whole + b'"' + b"x,1\n" * 15_000_000,
        "F007",
    )
    yield Kind(
        "control characters everywhere",
        "control.csv",
        lambda: TABLE.replace("男", "男\x01\x02\x07").encode() * 20,
        "F006",
    )
    rows = b"".join(b"%d,%d,%d\n" % (at, at * 7, at * 9) for at in range(80_000))
    yield Kind(
        "a long table with a late NUL",
        "late.csv",
        lambda: rows + b"1,\x00,2\n",
        "F001",
        "NUL",
    )
    yield Kind(
        "a long table with a line of 20 MB at its end",
        "late-line.csv",
        lambda: rows + b"1" * (20 * _MEBI),
        "F007",
        "line",
    )


def _by_chance() -> bytes:
    from random import Random

    return Random(7).randbytes(50_000)  # noqa: S311 - no secret
