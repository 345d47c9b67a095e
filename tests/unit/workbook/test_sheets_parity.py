"""The reader of the xlsx family beside the one on openpyxl: the same of every workbook."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula

from unit.workbook.two_readers import same_as_openpyxl

FIXTURES = Path(__file__).parents[3] / "fixtures"
BOOKS = sorted(
    str(path.relative_to(FIXTURES))
    for ending in ("xlsx", "xlsm")
    for path in FIXTURES.rglob(f"*.{ending}")
)
FORMATS = (
    *("General", "0.00", "0%", "yyyy-mm-dd", 'yyyy"年"m"月"', "[h]:mm:ss", '0"件"', "@"),
    *("#,##0_);[Red](#,##0)", "mm-dd-yy", "h:mm", "# ?/?", "[$-804]yyyy/m/d;@", '"d"0'),
)
FIGURES = st.one_of(
    st.integers(-(10**15), 10**15), st.floats(allow_nan=False, allow_infinity=False, width=64)
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=6)
DAYS = st.datetimes(datetime(1904, 1, 2), datetime(2100, 1, 1))  # noqa: DTZ001 - a file has no zone
FORMULAS = st.sampled_from(["=SUM(A1:B2)", "=A1*$B$2", "='表 1'!A1", "=#REF!+1"])
ODD = st.sampled_from(["  合 ", "_x000D_", "_x005F_", "x\ny", "#REF!", "", "１２", "&<>", "TRUE"])
VALUES = st.one_of(FIGURES, st.booleans(), DAYS, FORMULAS, ODD, TEXTS)
CELLS = st.lists(
    st.tuples(
        st.integers(1, 9), st.integers(1, 9), VALUES, st.sampled_from(FORMATS), st.integers(0, 3)
    ),
    max_size=12,
)


@pytest.mark.parametrize("name", BOOKS)
def test_reads_each_fixture_as_openpyxl_does(name: str) -> None:
    content = (FIXTURES / name).read_bytes()

    assert same_as_openpyxl(content)


@settings(deadline=None)
@given(
    cells=CELLS,
    old_days=st.booleans(),
    shown=st.booleans(),
    state=st.sampled_from(["visible", "hidden", "veryHidden"]),
)
def test_reads_what_openpyxl_writes(
    cells: list[tuple[int, int, object, str, int]], *, old_days: bool, shown: bool, state: str
) -> None:
    book = Workbook()
    if old_days:
        book.epoch = CALENDAR_MAC_1904
    book.calculation.fullPrecision = not shown
    sheet = book.worksheets[0]
    for row, column, value, code, indent in cells:
        cell = sheet.cell(row, column, value)
        cell.number_format, cell.alignment = code, Alignment(indent=indent)
    sheet["L3"] = ArrayFormula("L3:L6", "=A3:A6*2")
    sheet.merge_cells("A20:C22")
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[3].height = 0
    sheet.column_dimensions.group("B", "D", hidden=True)
    book.create_sheet("附 & 表").sheet_state = state
    book.defined_names["总数"] = DefinedName("总数", attr_text="Sheet!$A$1:$B$2")
    content = BytesIO()
    book.save(content)

    assert same_as_openpyxl(content.getvalue())


@settings(deadline=None)
@given(cells=CELLS, large=st.booleans(), old_days=st.booleans())
def test_reads_what_xlsxwriter_writes(
    cells: list[tuple[int, int, object, str, int]], *, large: bool, old_days: bool
) -> None:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"use_zip64": large, "date_1904": old_days})
    sheet = book.add_worksheet("表三")
    bold = book.add_format({"bold": True})
    for row, column, value, code, indent in cells:
        look = book.add_format({"num_format": code, "indent": indent})
        if isinstance(value, str) and value.startswith("="):
            sheet.write_formula(row, column, value, look, indent or "")
        else:
            sheet.write(row, column, value, look)
    sheet.write_rich_string("L1", "应", bold, "公开 ", "数", bold)
    sheet.write_array_formula("L3:L5", "{=A3:A5*2}", bold, 6)
    sheet.merge_range("A20:C22", "合计", bold)
    sheet.set_column("B:XFD", None, None, {"hidden": True})
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.ignore_errors({"number_stored_as_text": "A1:B9 C3", "formula_differs": "D1"})
    changed = {"num_format": "yyyy", "bold": True}
    rule = {"type": "cell", "criteria": ">", "value": 1, "format": book.add_format(changed)}
    sheet.conditional_format("A1:B9", rule)
    book.add_chartsheet("图")
    book.add_worksheet("附表").very_hidden()
    book.define_name("表三!总数", "=表三!$A$1")
    book.close()

    assert same_as_openpyxl(content.getvalue())
