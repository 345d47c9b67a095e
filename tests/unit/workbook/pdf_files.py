"""Small PDF files, written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.workbook.engines.stored import StoredBook

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
UNMAPPED = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)
HEAD = ["Item", "Men", "Women"]
ROWS = [HEAD, ["New", "3", "4"], ["All", "30", "40"]]
IMAGE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
)
LOCKED = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> "
    f"/ID [<{'43' * 16}> <{'43' * 16}>] "
)
WIDTH, HEIGHT = 600, 800


def make_pdf(*pages: str, font: str = FONT, trailer: str = "") -> bytes:
    """Write pages of 600 by 800 points, each from the commands that draw it."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        font,
        IMAGE,
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {6 + 2 * at} 0 R /Resources "
            "<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(page)} >>\nstream\n{page}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")


def write(x: float, y: float, text: str, size: float = 10, turn: str = "1 0 0 1") -> str:
    """Write a text; places are points from the left and the top of the page."""
    return f"BT /F {size} Tf {turn} {x} {HEIGHT - y} Tm ({text}) Tj ET "


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Draw a line."""
    return f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S "


def grid(
    rows: Sequence[Sequence[str]], *, x: float = 100, y: float = 100, width: float = 80
) -> str:
    """Draw a table with a line around each cell; rows are 20 points high."""
    columns = len(rows[0])
    right, bottom = x + width * columns, y + 20 * len(rows)
    lines = [rule(x, y + 20 * at, right, y + 20 * at) for at in range(len(rows) + 1)]
    lines += [rule(x + width * at, y, x + width * at, bottom) for at in range(columns + 1)]
    texts = [
        write(x + width * column + 5, y + 20 * row + 14, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return "".join((*lines, *texts))


def read_content(content: bytes) -> StoredBook:
    """Read a file in this process."""
    from statlint.workbook.engines.pdf import read_pdf

    return read_pdf(content)


def book_of(*pages: str, font: str = FONT) -> StoredBook:
    """Read pages in this process."""
    return read_content(make_pdf(*pages, font=font))
