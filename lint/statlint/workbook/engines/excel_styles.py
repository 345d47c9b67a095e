"""Number formats and indents of an .xlsx file's cell styles; fonts and fills are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import iterparse

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.xml.constants import ARC_STYLE, SHEET_MAIN_NS

from statlint.workbook.engines.dates import CHINESE_FORMATS
from statlint.workbook.engines.exact import FORMAT_LIMIT

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_FORMAT, _STYLES, _STYLE, _DIFFERENTIAL, _ALIGNMENT = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("numFmt", "cellXfs", "xf", "dxfs", "alignment")
)
_DEEPEST = 250
"""The deepest indent that Excel allows."""


def read_styles(package: ZipFile) -> tuple[tuple[str, int], ...]:
    """Read number format and indent of each cell style; empty where the file has no styles."""
    if ARC_STYLE not in package.namelist():
        return ()
    own: dict[int, str] = {}
    styles: list[tuple[int, int]] = []
    with package.open(ARC_STYLE) as source:
        for event, element in iterparse(  # noqa: S314 - the front door refuses a DOCTYPE
            source, events=("start", "end")
        ):
            if event == "start":
                if element.tag == _DIFFERENTIAL:
                    # Formats of conditional formatting reuse numbers for other codes.
                    break
            elif element.tag == _FORMAT:
                own[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
            elif element.tag == _STYLES:
                styles = [
                    (int(style.get("numFmtId", "0")), _indent(style))
                    for style in element.iter(_STYLE)
                ]
    return tuple((_code(number, own), indent) for number, indent in styles)


def _indent(style: Element) -> int:
    """Give how far a style sets its text in; what no program writes is none."""
    alignment = style.find(_ALIGNMENT)
    written = "" if alignment is None else alignment.get("indent", "")
    return min(int(written), _DEEPEST) if written.isdecimal() else 0


def _code(number: int, own: dict[int, str]) -> str:
    """Give the format behind a number: the file's own, Excel's, or Chinese Excel's."""
    code = own.get(number) or BUILTIN_FORMATS.get(number) or CHINESE_FORMATS.get(number)
    return (code or "General")[:FORMAT_LIMIT]
