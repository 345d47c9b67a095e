"""Measure reading web pages and texts: the report of Yaohai in each, and long ones made of it.

Run `python benchmarks/pages.py` in an environment where statlint is installed. Processor time is
what counts, as in reading.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from quopri import encodestring

import reading
from statlint.workbook import open_workbook
from statlint.workbook.worker import shared_worker
from submissions.real_reports import real_report
from submissions.report_text import pieces
from submissions.web_pages import plain_report, web_page

ROUNDS = 40
TIMES = 25
"""So many reports of twelve pages make three hundred."""


def files() -> Iterator[tuple[str, bytes]]:
    """Make the files, by name."""
    report = real_report("yaohai-2019")
    page, text = web_page(report, "report").data, plain_report(report, "report").data
    yield "report.html", page
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    part = b"--x\nContent-Type: text/html; charset=gb2312\n"
    packed = b"Content-Transfer-Encoding: quoted-printable\n\n" + encodestring(page)
    yield "report.mht", b"".join([head, part, packed, b"\n--x--\n"])
    yield "report.txt", text
    yield "report.md", text
    # Without its tables: one line, as pages of extracted text have it.
    yield "one-line.txt", " ".join(piece.text for piece in pieces(report)).encode()
    yield "long.html", page * TIMES
    yield "long.txt", text * TIMES


def read(name: str, content: bytes, rounds: int) -> None:
    """Open a file again and again, then end the worker, so that its time is counted."""
    for _ in range(rounds):
        if open_workbook(name, content).workbook is None:
            raise SystemExit(name)
    shared_worker().close()


def main() -> None:
    """Measure everything and print it."""
    for name, content in files():
        rounds = 4 if name.startswith("long") else ROUNDS

        def once(name: str = name, content: bytes = content) -> None:
            read(name, content, 1)

        def often(name: str = name, content: bytes = content, rounds: int = rounds) -> None:
            read(name, content, rounds + 1)

        first, all_of_them = reading.spent(once), reading.spent(often)
        each = (all_of_them - first) / rounds
        size = len(content) / 1024
        print(f"{name:14} {size:7.1f} KiB   first {first:7.1f} ms   each {each:7.1f} ms")


if __name__ == "__main__":
    main()
