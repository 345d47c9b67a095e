"""Make the files of fixtures/formulas again with LibreOffice: `python make_formula_books.py`.

LibreOffice works the formulas out itself: what it is given has no results, save where the case is
about results that it would mend.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from formula_books.cases import cases
from formula_books.model import Book
from formula_books.ordinary import make_ordinary
from formula_books.write import write_with_openpyxl

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formulas"
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+(?:\.\d+)?")
ORDINARY = (
    "half-of-everything",
    "nested-subtotals",
    "totals-on-top",
    "invoice",
    "sums-over-blank-lines",
    "growth-or-dash",
    "months-with-mean",
    "running-total",
    "sheets-of-months",
    "weighted-scores",
    "ranks",
    "grades",
    "price-list",
    "sums-by-unit",
    "filtered-list",
    "code-list",
    "cash-book",
    "days-as-heads",
    "years-as-heads",
    "named-cells",
    "three-levels",
    "profit",
    "months-and-quarters",
    "pairs-of-columns",
    "empty-lines-ready",
    "typed-additions",
    "payroll",
    "stocks-at-the-end",
    "grand-total-of-sheets",
    "displayed-precision",
)
"""Ordinary workbooks that went through LibreOffice too."""
NEVER = (
    "no-results",
    "results-all-zero",
    "report-without-results",
    "silenced-text",
    "silenced-short-sum",
)
"""What LibreOffice never writes: formulas without results, and warnings it does not know."""
OTHER_FORMATS = ("error-value", "date-for-figure", "hidden-line-counted", "stale-sum")
"""Cases that are kept as .xls and .ods too, with their twins."""


def books() -> dict[str, Book]:
    """Give the workbooks by the names of their files; cases that share a clean twin share it."""
    made = {name: make_ordinary(name) for name in ORDINARY}
    for case in cases():
        if case.name not in NEVER:
            made[case.name] = case.bad
            made[twin_name(case.name)] = case.clean
    return made


def twin_name(name: str) -> str:
    """Name the clean twin of a case after the first case that has it."""
    clean = next(case.clean for case in cases() if case.name == name)
    return next(f"{case.name}-clean" for case in cases() if case.clean == clean)


def convert(made: Mapping[str, Book], ending: str) -> None:
    """Have LibreOffice open workbooks and save them in a format."""
    with tempfile.TemporaryDirectory() as folder:
        # The other file is named as it lies beside them.
        source = Path(folder) / "附件"
        source.mkdir()
        for name, book in made.items():
            kept = book.files or any(page.results for page in book.pages)
            content = write_with_openpyxl(book if kept else replace(book, calculated=False))
            (source / f"{name}.xlsx").write_bytes(content)
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", ending, "--outdir", folder]
        files = [str(path) for path in sorted(source.iterdir())]
        subprocess.run([*command, *files], check=True, capture_output=True)  # noqa: S603 - ours
        for path in Path(folder).glob(f"*.{ending}"):
            content = path.read_bytes()
            (FIXTURES / path.name).write_bytes(content if ending == "xls" else undated(content))


def undated(data: bytes) -> bytes:
    """Give a package one time throughout, so that the same content is the same file."""
    with ZipFile(BytesIO(data)) as old, ZipFile(stream := BytesIO(), "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename in {"docProps/core.xml", "meta.xml"}:
                content = _TIME.sub(b"2026-11-22T00:00:00", content)
            fixed = ZipInfo(part.filename, (2026, 11, 22, 0, 0, 0))
            fixed.compress_type = part.compress_type
            new.writestr(fixed, content)
    return stream.getvalue()


def main() -> None:
    """Write all files."""
    FIXTURES.mkdir(exist_ok=True)
    made = books()
    convert(made, "xlsx")
    names = [word for name in OTHER_FORMATS for word in (name, twin_name(name))]
    for ending in ("xls", "ods"):
        convert({name: made[name] for name in names}, ending)


if __name__ == "__main__":
    main()
