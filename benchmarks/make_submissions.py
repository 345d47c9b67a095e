"""Make the real files of fixtures/submissions again: `python benchmarks/make_submissions.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.properties import PageSetupProperties

from submissions.fitted import WIDTH, fitted_page
from submissions.model import STATISTICS_2014, Report
from submissions.official import HEADINGS
from submissions.page import bare_page, one_sheet, page
from submissions.random_reports import SIZES, random_report
from submissions.real_reports import FIXTURES, real_report
from submissions.rectangle import Rectangle
from submissions.repack import repacked
from submissions.shapes import plain
from submissions.writing import Sheet, fill_sheet, write_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def _style(target: Worksheet, drawn: Rectangle) -> None:
    spread = {at for span in drawn.spans for at in span.positions()} | set(drawn.cells)
    around = {row for row, _ in spread if row < _table_start(drawn) or _is_sign_off(drawn, row)}
    for row, column in spread:
        cell = target.cell(row + 1, column + 1)
        left = row in around or (drawn.width < WIDTH and column == 0)
        cell.alignment = Alignment("left" if left else "center", "center", wrap_text=True)
        cell.font = Font(name="宋体", size=9)
        if drawn.cells.get((row, 0)) in HEADINGS.values():
            cell.font = Font(name="黑体", size=12)
            cell.alignment = Alignment("left", "center")
        elif row not in around:
            cell.border = _BORDER
    target["A1"].font = Font(name="方正小标宋简体", size=16)
    target["A1"].alignment = Alignment("center", "center")
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.page_setup.fitToHeight = 0


def _table_start(drawn: Rectangle) -> int:
    return next(row for row, text in _first_column(drawn) if row and "单位" not in text)


def _first_column(drawn: Rectangle) -> list[tuple[int, str]]:
    held = sorted((row, content) for (row, at), content in drawn.cells.items() if at == 0)
    return [(row, str(content)) for row, content in held if not str(content).endswith("年度)")]


def _is_sign_off(drawn: Rectangle, row: int) -> bool:
    return str(drawn.cells.get((row, 0), "")).startswith(("注:", "单位负责人"))


def _size(target: Worksheet, widths: Mapping[str, float], heights: Mapping[int, float]) -> None:
    for letters, width in widths.items():
        target.column_dimensions[letters].width = width
    for row, height in heights.items():
        target.row_dimensions[row].height = height


def styled(report: Report, drawn: Rectangle, name: str) -> bytes:
    """Write one sheet that looks like the printed form when it is opened."""
    book = Workbook()
    target = book.worksheets[0]
    target.title = name
    fill_sheet(target, Sheet(name, drawn, report.figures))
    _style(target, drawn)
    long = {
        row + 1: 27.0
        for (row, _), content in drawn.cells.items()
        if isinstance(content, str) and len(content) >= 18 and row > 0  # noqa: PLR2004
    }
    letters = "ABCDEFGHIJKLMNO"[: drawn.width]
    widths = dict.fromkeys(letters, 9.0) if drawn.width == WIDTH else {"A": 62, "B": 8, "C": 12}
    _size(target, widths, {**long, 1: 36.0})
    stream = BytesIO()
    book.save(stream)
    return repacked(stream.getvalue())


def _statistics_report() -> Report:
    """Make a sheet whose first two signatures were left empty, as one really was handed in."""
    made = random_report(STATISTICS_2014, SIZES[1], 2017)
    signed = {"填报人": "王芳", "联系电话": "4781234、13800001234", "填报日期": "2018-1-11"}
    return replace(made, year=2017, sign_off=signed)


def files() -> dict[str, bytes]:
    """Make all files, by name."""
    yaohai, before, after = map(real_report, ("yaohai-2019", "suqian-2023", "suqian-2024"))
    sheet = _statistics_report()
    text = write_text("gbk", ",")("suqian-2024-gbk", one_sheet(after, bare_page(after, plain)))
    return {
        "瑶海区2019年政府信息公开年报.xlsx": styled(yaohai, fitted_page(yaohai), "年报"),
        "suqian-2023.xlsx": styled(before, fitted_page(before), "年报"),
        "suqian-2024.xlsx": styled(after, fitted_page(after), "年报"),
        text.name: text.data,
        "安平县2017年政府信息公开情况统计表.xlsx": styled(sheet, page(sheet), "统计表"),
    }


def main() -> None:
    """Write all files."""
    for name, data in files().items():
        (FIXTURES / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
