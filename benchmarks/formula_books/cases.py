"""Each way to be wrong that a workbook hides, beside its clean twin, with what is to be found.

What is told stands at the cell to mend: the formula whose range is wrong (W101, W102, W103, W105),
the figure that was typed (W104), the text that a SUM leaves out (W106), the first formula without
a result (W108), the hidden figure or the formula that counts a hidden sheet (W111).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from formula_books.forms import annual_report, short_total
from formula_books.model import Case, case
from formula_books.tables import (
    filtered,
    growth,
    one_column,
    prices,
    quarters,
    rounded,
    running,
    subtotals,
    two_sheets,
)


def cases() -> tuple[Case, ...]:
    """Give all cases."""
    return (*_ranges(), *_columns(), *_contents(), *_results(), *_hidden(), *_shown(), *_forms())


def _ranges() -> Iterator[Case]:
    """Totals whose range is not that of their parts."""
    book = quarters()
    yield case("sum-stops-short", book, book.changed(D12="=SUM(D4:D10)"), "W101 D12")
    yield case("sum-starts-late", book, book.changed(C12="=SUM(C5:C11)"), "W101 C12")
    yield case("sum-skips-a-line", book, book.changed(E12="=SUM(E4:E7,E9:E11)"), "W101 E12")
    added = "=B4+B5+B6+B8+B9+B10+B11"
    yield case("additions-skip-a-line", book, book.changed(B12=added), "W101 B12")
    yield case("sum-across-stops-short", book, book.changed(F7="=SUM(B7:D7)"), "W101 F7")
    alone = one_column()
    yield case("sum-alone-stops-short", alone, alone.changed(B10="=SUM(B2:B8)"), "W101 B10")
    yield case("sum-alone-starts-late", alone, alone.changed(B10="=SUM(B3:B9)"), "W101 B10")
    parts = subtotals()
    yield case("subtotal-stops-short", parts, parts.changed(B7="=SUM(B4:B5)"), "W101 B7")
    yield case("total-counts-subtotals", parts, parts.changed(B12="=SUM(B4:B11)"), "W102 B12")
    twice = parts.changed(C12="=SUM(C4:C6,C9:C10,C7)")
    yield case("total-counts-one-subtotal", parts, twice, "W102 C12")
    page = replace(book.pages[0].changed(B12="=SUM(B4:B12)"), results={"B12": 0})
    yield case("sum-includes-itself", book, book.first(page), "W103 B12")
    page = alone.pages[0].changed(B9="=B10-SUM(B2:B8)")
    circle = alone.first(replace(page, results={"B9": 0, "B10": 0}))
    yield case("two-formulas-need-each-other", alone, circle, "W103 B9")


def _columns() -> Iterator[Case]:
    """Columns of formulas with one cell that is unlike the others."""
    book, years = quarters(), growth()
    yield case("typed-total-equal", book, book.changed(F7=85), "W104 F7")
    yield case("typed-total-different", book, book.changed(F9=475), "W104 F9")
    yield case("typed-share", years, years.changed(F6=0.0759), "W104 F6")
    yield case("typed-total-below", book, book.changed(D12=430), "W104 D12")
    stock = running()
    yield case("typed-balance", stock, stock.changed(E6=231), "W104 E6")
    yield case("formula-of-another-line", years, years.changed(E7="=D6-C6"), "W105 E7")
    yield case("growth-on-the-wrong-base", years, years.changed(F8="=(D8-C8)/D8"), "W105 F8")
    yield case("formula-with-addend", years, years.changed(E5="=D5-C5+2"), "W105 E5")
    yield case("date-for-figure", book, book.changed(C8=date(2024, 3, 8)), "W113 C8")


def _contents() -> Iterator[Case]:
    """Figures that a SUM leaves out because they are texts."""
    book, alone = quarters(), one_column()
    yield case("text-in-a-sum", book, book.changed(C6="91"), "W106 C6")
    yield case("text-with-space-in-a-sum", alone, alone.changed(B4="3575 "), "W106 B4")
    yield case("text-in-wide-digits", alone, alone.changed(B5="２５７４"), "W106 B5")
    yield case("text-with-comma-in-a-sum", alone, alone.changed(B7="27,310"), "W106 B7")


def _results() -> Iterator[Case]:
    """Results that are old, missing or errors, and formulas that look into other files."""
    book, years, costs = quarters(), growth(), rounded()
    page = replace(book.pages[0], results={"D12": 395})
    yield case("stale-sum", book, book.first(page), "W107 D12")
    page = replace(years.pages[0], results={"E7": 16})
    yield case("stale-difference", years, years.first(page), "W107 E7")
    page = replace(costs.pages[0].changed(B9="=ROUND(SUM(B4:B8),1)"), results={"B9": 81.2})
    plain = costs.changed(B9="=ROUND(SUM(B4:B8),1)")
    yield case("stale-round", plain, plain.first(page), "W107 B9")
    for name in ("SUBTOTAL(9,B2:B9)", "AVERAGE(B2:B9)", "MIN(B2:B9)", "MAX(B2:B9)", "COUNT(B2:B9)"):
        word = name.partition("(")[0].lower()
        plain = one_column().changed(B10=f"={name}")
        page = replace(plain.pages[0], results={"B10": 8066})
        yield case(f"stale-{word}", plain, plain.first(page), "W107 B10")
    plain = one_column().changed(C1="达标", C2="=IF(B2>=8000,1,0)")
    page = replace(plain.pages[0], results={"C2": 0})
    yield case("stale-if", plain, plain.first(page), "W107 C2")
    yield case("no-results", book, replace(book, calculated=False), "W108 F4")
    zero = {ref: 0 for ref, held in book.pages[0].cells.items() if str(held).startswith("=")}
    page = replace(book.pages[0], results=zero)
    yield case("results-all-zero", book, book.first(page), "W108 F4")
    yield case("error-value", years, years.changed(C5=0), "W109 F5")
    other = replace(
        book.changed(B5="=[1]Sheet1!B5"),
        files=("2024年一季度报表.xlsx",),
        elsewhere={"[1]Sheet1!B5": 12},
    )
    yield case("other-file", book, other, "W110 B5")
    often = {f"B{row}": f"=[1]Sheet1!B{row}" for row in range(4, 12)}
    held = {f"[1]Sheet1!B{row}": row for row in range(4, 12)}
    bad = replace(book.changed(**often), files=("汇总/2024年一季度.xlsx",), elsewhere=held)
    yield case("other-file-for-a-column", book, bad, "W110 B4")
    yield case("place-that-is-gone", book, book.changed(F7="=SUM(#REF!)"), "W109 F7")
    goods = prices()
    yield case("price-not-found", goods, goods.changed(A4="档案盒"), "W109 C4")


def _hidden() -> Iterator[Case]:
    """Figures that a total counts and nobody sees."""
    book, sheets = quarters(), two_sheets()
    page = replace(book.pages[0], hidden_rows=frozenset({8}))
    yield case("hidden-line-counted", book, book.first(page), "W111 B8")
    page = replace(book.pages[0], hidden_columns=frozenset({"D"}))
    yield case("hidden-column-counted", book, book.first(page), "W111 D4")
    kept = filtered()
    page = replace(kept.pages[0], hidden_rows=frozenset({4, 5, 6}))
    yield case("filtered-lines-counted", kept, kept.first(page), "W111 C4")
    for state in ("hidden", "very-hidden"):
        half = replace(sheets.pages[2], state=state)
        bad = replace(sheets, pages=(*sheets.pages[:2], half))
        yield case(f"{state}-sheet-counted", sheets, bad, "W111 B3")


def _shown() -> Iterator[Case]:
    """Figures that differ from what is displayed, and warnings that were switched off."""
    costs, alone = rounded(), one_column()
    drifted = costs.changed(B4=12.314, B5=8.424, B6=25.134, B7=4.244, B8=31.204)
    yield case("displayed-figures-differ", costs, drifted, "W112 B9")
    text = alone.first(alone.pages[0].changed(B4="3575"))
    page = replace(text.pages[0], silenced=(("B4", "numberStoredAsText"),))
    yield case("silenced-text", alone, alone.first(page), "W106 B4", "W114 B4")
    short = alone.changed(B10="=SUM(B2:B8)")
    page = replace(short.pages[0], silenced=(("B10", "formulaRange"),))
    yield case("silenced-short-sum", alone, alone.first(page), "W101 B10", "W114 B10")


def _forms() -> Iterator[Case]:
    """Break a report in a known form, in its figures or in its formulas alone."""
    book = annual_report()
    bad, ref = short_total()
    yield case("formula-against-form", book, bad, f"W115 {ref}")
    page = replace(book.pages[0], results={"O24": 126})
    yield case("report-stale-total", book, book.first(page), "B101 O24", "W107 O24", "B102 O46")
    yield case("report-typed-total", book, book.changed(O24=121), "W104 O24")
    text = book.changed(I24="118")
    told = ("D106 I24", "W106 I24", "B101 O24", "B102 O46")
    yield case("report-text-in-a-sum", book, text, *told)
    page = replace(book.pages[0], hidden_columns=frozenset({"J"}))
    yield case("report-hidden-column", book, book.first(page), "W111 J23")
    yield case("report-place-gone", book, book.changed(O24="=SUM(#REF!)"), "D101 O24")
    yield case("report-without-results", book, replace(book, calculated=False), "D101 O23")
