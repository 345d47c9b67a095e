"""The seams that read what strangers write, each as a function of any bytes.

Whatever the bytes are, a target ends without an exception, in bounded time, and with places that
are within what was read. A broken promise is an AssertionError, or the exception itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from fuzz.packages import (
    SHEET,
    STRINGS,
    STYLES,
    WORDS,
    changed_part,
    changed_values,
    with_part,
)
from statlint import lint
from statlint.config.read import read_words
from statlint.errors import FormError, SettingsError
from statlint.form.expression import parse_edit
from statlint.form.load import form_of, parse_form
from statlint.form.tokens import EditSyntaxError
from statlint.formula.parse import parse_formula
from statlint.justification.sidecar import sidecar_of
from statlint.values import CellRef, Figure, read_figure
from statlint.workbook import open_workbook

MOST_SECONDS = 10.0
"""Of processor, for one input of a few kilobytes: one that takes longer hangs."""


def figure(data: bytes) -> None:
    """Read a text as a figure; what is read as one keeps the text as it was written."""
    text = _text(data)
    read = read_figure(text)
    assert not isinstance(read, Figure) or read.text == text


def expression(data: bytes) -> None:
    """Parse a text as an edit: a fault says where in the text it is."""
    text = _text(data)
    try:
        parse_edit(text)
    except EditSyntaxError as error:
        assert 1 <= error.place <= len(text) + 1  # noqa: PT017 - no test, but what is promised


def formula(data: bytes) -> None:
    """Parse a text as the formula of a cell."""
    parse_formula(_text(data), CellRef(5, 5))


def delimited(data: bytes) -> None:
    """Check any bytes as a text file of cells."""
    _checked("any.csv", data)


def page(data: bytes) -> None:
    """Check any bytes as a page of the web."""
    _checked("any.html", data)


def sentences(data: bytes) -> None:
    """Check any bytes as a report in sentences."""
    _checked("any.txt", data)


def package(data: bytes) -> None:
    """Open any bytes as a workbook."""
    open_workbook("any.xlsx", data)


def sheet(data: bytes) -> None:
    """Check a workbook whose sheet is any bytes."""
    _checked("any.xlsx", with_part(SHEET, data))


def strings(data: bytes) -> None:
    """Open a workbook whose shared texts are any bytes."""
    open_workbook("any.xlsx", with_part(STRINGS, data))


def styles(data: bytes) -> None:
    """Open a workbook whose formats are any bytes."""
    open_workbook("any.xlsx", with_part(STYLES, data))


def words(data: bytes) -> None:
    """Check a Word document whose body is any bytes."""
    _checked("any.docx", with_part(WORDS, data))


def changed_workbook(data: bytes) -> None:
    """Check a real workbook that is changed in some places of some part, as the bytes say."""
    _checked("any.xlsx", changed_part(data))


def changed_figures(data: bytes) -> None:
    """Check a real workbook in which attributes and texts are exchanged for others."""
    _checked("any.xlsx", changed_values(data))


def form(data: bytes) -> None:
    """Load a form; its faults are told all at once."""
    text = _text(data)
    try:
        form_of(parse_form(text, "any.toml"), "any.toml")
    except FormError as error:
        assert error.faults  # noqa: PT017 - as above


def settings(data: bytes) -> None:
    """Read settings; their faults are told with their lines."""
    from pathlib import Path

    try:
        read_words(_text(data), Path(), "zh", kept=False)
    except SettingsError as error:
        assert error.told()  # noqa: PT017 - as above


def sidecar(data: bytes) -> None:
    """Read why findings are accepted."""
    sidecar_of("any.csv.statlint.toml", data)


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        one.__name__: one
        for one in (
            *(figure, expression, formula, delimited, page, sentences, package, sheet, strings),
            *(styles, words, changed_workbook, changed_figures, form, settings, sidecar),
        )
    }
)


def within_time(target: Callable[[bytes], None], data: bytes) -> None:
    """Run a target; one that takes too long has broken its promise."""
    begun = time.process_time()
    target(data)
    taken = time.process_time() - begun
    assert taken < MOST_SECONDS, f"{taken:.1f} s"


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _checked(name: str, data: bytes) -> None:
    """Check a file: no rule crashes, and every finding quotes what stands at its place."""
    report = lint((name, data), language="zh")
    assert not report.crashes, report.crashes
    quoted = [one for one in report.findings if one.cell and one.value and not one.place]
    written = _written(name, data) if quoted else {}
    for finding in quoted:
        assert finding.cell is not None
        there = written.get((finding.sheet, finding.cell.row, finding.cell.column))
        assert there == finding.value, (finding.code, finding.cell, finding.value, there)


def _written(name: str, data: bytes) -> Mapping[tuple[str | None, int, int], str]:
    """Give the texts of a file by sheet, row and column."""
    workbook = open_workbook(name, data).workbook
    sheets = workbook.sheets if workbook else ()
    return {
        (sheet.name, cell.ref.row, cell.ref.column): cell.text
        for sheet in sheets
        for cell in sheet.cells
    }
