"""Make the workbooks in fixtures/workbooks that no library of ours writes.

`.xls` and `.ods` come from LibreOffice (`soffice`, 7.4 or later), which turns one workbook into the
others; `.xlsb` is written record by record, because LibreOffice does not write it.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TARGET = Path(__file__).parents[1] / "fixtures" / "workbooks"

HEADS = ("申请人情况", "自然人", "商业企业", "科研机构", "总计")
LINES = (("本年新收政府信息公开申请数量", 91, 12, 3), ("上年结转政府信息公开申请数量", 4, 0, 0))


def fill_table(sheet: Worksheet) -> None:
    """Fill a small disclosure table that does not begin in the corner of its sheet."""
    sheet["B2"] = "三、收到和处理政府信息公开申请情况"
    sheet.merge_cells("B2:F2")
    for column, head in enumerate(HEADS, 2):
        sheet.cell(3, column, head)
    for row, line in enumerate(LINES, 4):
        for column, value in enumerate(line, 2):
            sheet.cell(row, column, value)
        sheet.cell(row, 6, f"=SUM(C{row}:E{row})")
    for column, value in enumerate(("占比", 0.987, 0.1, "12", True, "=1/0", date(2024, 1, 31)), 2):
        sheet.cell(7, column, value)
    sheet["C7"].number_format = "0.0%"
    sheet["D7"] = 0.1 + 0.2
    sheet["H7"].number_format = "yyyy-mm-dd"
    sheet["B9"] = "隐藏行"
    sheet.row_dimensions[9].hidden = True
    sheet["J3"] = "隐藏列"
    sheet.column_dimensions["J"].hidden = True


def make_by_office(folder: Path) -> None:
    """Make statistics.xls and statistics.ods from one workbook."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表三"
    fill_table(sheet)
    hidden = book.create_sheet("底稿")
    hidden["A1"] = 1
    hidden.sheet_state = "hidden"
    source = folder / "statistics.xlsx"
    book.save(source)
    for ending in ("xls", "ods"):
        subprocess.run(  # noqa: S603 - our own file, our own arguments
            ["soffice", "--headless", "--convert-to", ending, "--outdir", TARGET, source],  # noqa: S607
            check=True,
        )


def make_benchmark_table(folder: Path) -> None:
    """Make table-40x10.xls: a plain table for measuring."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 41):
        sheet.append([f"第{row}行", *(row * column for column in range(1, 10))])
    source = folder / "table-40x10.xlsx"
    book.save(source)
    subprocess.run(  # noqa: S603 - our own file, our own arguments
        ["soffice", "--headless", "--convert-to", "xls", "--outdir", TARGET, source],  # noqa: S607
        check=True,
    )


def binary_record(kind: int, body: bytes = b"") -> bytes:
    """Write one record of an .xlsb part: kind and length in seven-bit steps, then the body."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0xFF, kind >> 8])  # noqa: PLR2004
    length = len(body)
    steps = [length & 0x7F | (0x80 if length > 0x7F else 0)]  # noqa: PLR2004
    if length > 0x7F:  # noqa: PLR2004
        steps.append(length >> 7)
    return head + bytes(steps) + body


def wide_text(text: str) -> bytes:
    """Write a text as .xlsb does: its length, then UTF-16."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_sheet() -> bytes:
    """Write the sheet part: two rows from B2 on with text, numbers, a boolean and an error."""

    def cell(kind: int, column: int, body: bytes) -> bytes:
        return binary_record(kind, struct.pack("<II", column, 0) + body)

    def row(number: int) -> bytes:
        return binary_record(0, struct.pack("<IIHHHBI", number, 0, 300, 0, 0, 0, 0))

    return b"".join(
        [
            binary_record(0x0181),
            binary_record(0x0194, struct.pack("<4I", 1, 2, 1, 5)),
            binary_record(0x0191),
            row(1),
            cell(6, 1, wide_text("申请人情况")),
            cell(6, 2, wide_text("总计")),
            row(2),
            cell(6, 1, wide_text("本年新收")),
            cell(2, 2, struct.pack("<I", 91 << 2 | 2)),
            cell(5, 3, struct.pack("<d", 0.1 + 0.2)),
            cell(4, 4, b"\x01"),
            cell(3, 5, b"\x17"),
            binary_record(0x0192),
            binary_record(0x01B1, struct.pack("<I", 1)),
            binary_record(0x01B0, struct.pack("<4I", 0, 0, 1, 5)),
            binary_record(0x01B2),
            binary_record(0x0182),
        ]
    )


def binary_book() -> bytes:
    """Write the workbook part: one sheet."""
    sheet = struct.pack("<II", 0, 1) + wide_text("rId1") + wide_text("表三")
    return b"".join(
        [
            binary_record(0x0183),
            binary_record(0x018F),
            binary_record(0x019C, sheet),
            binary_record(0x0190),
            binary_record(0x0184),
        ]
    )


RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns='
    '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns='
    '"http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
    'Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    "</Types>"
)


def make_binary() -> None:
    """Make statistics.xlsb."""
    with ZipFile(TARGET / "statistics.xlsb", "w", ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr(
            "_rels/.rels", RELATIONS.format(kind="officeDocument", target="xl/workbook.bin")
        )
        package.writestr("xl/workbook.bin", binary_book())
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            RELATIONS.format(kind="worksheet", target="worksheets/sheet1.bin"),
        )
        package.writestr("xl/worksheets/sheet1.bin", binary_sheet())


def main() -> None:
    """Make them all."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make_by_office(Path(folder))
        make_benchmark_table(Path(folder))
    make_binary()
    sys.stdout.write("\n".join(sorted(path.name for path in TARGET.iterdir())) + "\n")


if __name__ == "__main__":
    main()
