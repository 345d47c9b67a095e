"""The results that the generator works out are those of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

import pytest

from formula_books.cases import cases
from formula_books.model import Book
from formula_books.ordinary import make_ordinary
from formula_books.reckon import Reckoner
from formula_books.values import Value, Wrong
from make_formula_books import FIXTURES, NEVER, ORDINARY, twin_name
from statlint.workbook import Cell, open_workbook


def made() -> dict[str, Book]:
    """Give the workbooks whose results LibreOffice worked out, by the names of their files."""
    books = {name: make_ordinary(name) for name in ORDINARY}
    for case in cases():
        if case.name not in NEVER:
            books[case.name], books[twin_name(case.name)] = case.bad, case.clean
    return {
        name: book
        for name, book in books.items()
        if not book.files and not any(page.results for page in book.pages)
    }


def formulas(name: str, book: Book) -> Iterator[tuple[Cell, Value]]:
    """Give each formula's cell in a file, with the result that it should have."""
    workbook = open_workbook(str(FIXTURES / f"{name}.xlsx")).workbook
    assert workbook is not None
    reckoner = Reckoner(book)
    for sheet in workbook.sheets:
        for cell in sheet.cells:
            if cell.formula:
                yield cell, reckoner.value(sheet.name or "", str(cell.ref))


def agrees(cell: Cell, value: Value) -> bool:
    """Tell whether a cell holds a value; the last binary digits may differ."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return cell.number is not None and isclose(float(cell.number), value, abs_tol=1e-12)
    return cell.text == (value.name if isinstance(value, Wrong) else str(value))


@pytest.mark.parametrize(
    ("name", "book"), [pytest.param(*one, id=one[0]) for one in made().items()]
)
def test_gives_the_results_of_libreoffice(name: str, book: Book) -> None:
    held = list(formulas(name, book))

    assert [f"{cell.ref} {cell.text}" for cell, value in held if not agrees(cell, value)] == []
    assert held
