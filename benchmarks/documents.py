"""Measure reading Word documents: statlint beside python-docx, in time and in memory.

Run `python benchmarks/documents.py` in an environment where statlint is installed. Processor time
is what counts, as in reading.py; memory is what a fresh process grows by when it reads.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from docx import Document

import reading
from statlint.workbook.engines.word import read_word
from submissions.real_reports import FIXTURES

REPORT = FIXTURES.parent / "documents" / "瑶海区2019年政府信息公开年报.docx"
TIMES = 25
"""So many reports of twelve pages make three hundred."""


def make_long(target: Path) -> None:
    """Write a document of many reports, one after the other."""
    document = Document(str(REPORT))
    body = document.element.body
    blocks = list(body)[:-1]
    for block in blocks * (TIMES - 1):
        body.insert(len(body) - 1, deepcopy(block))
    document.save(str(target))


def read_with_python_docx(content: bytes) -> None:
    """Read the texts of all paragraphs and cells."""
    document = Document(BytesIO(content))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


READERS: dict[str, Callable[[bytes], object]] = {
    "statlint's reader alone": read_word,
    "python-docx, texts and cells": read_with_python_docx,
}


def grown(name: str, path: str) -> None:
    """Print by how many KiB this process grows while a document is read."""
    content = Path(path).read_bytes()
    before = _highest()
    held = READERS[name](content)
    print(_highest() - before)
    del held


def _highest() -> int:
    """Give the most memory that this process has held, in KiB; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def measure_growth(name: str, path: Path) -> float:
    """Measure in a fresh process, in MiB."""
    command = [sys.executable, __file__, name, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    return int(done.stdout) / 1024


def main() -> None:
    """Measure everything and print it."""
    if len(sys.argv) > 1:
        grown(*sys.argv[1:3])
        return
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.docx"
        make_long(long)
        for pages, path, rounds in ((12, REPORT, 40), (12 * TIMES, long, 4)):
            reading.ROUNDS = rounds
            print(f"{pages} pages, ms of processor time a file")
            reading.show("statlint, worker included", reading.measure_statlint(path))
            for name, read in READERS.items():
                reading.show(name, reading.measure_bare(read, path))
            print(f"{pages} pages, MiB that a process grows by")
            for name in READERS:
                reading.show(name, measure_growth(name, path))


if __name__ == "__main__":
    main()
