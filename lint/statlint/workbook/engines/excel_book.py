"""What an .xlsx workbook says beside its sheets: names, links to other files, precision."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree.ElementTree import iterparse

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.xml.constants import REL_NS

from statlint.workbook.engines import limits
from statlint.workbook.engines.excel_cells import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile

    from openpyxl.reader.excel import ExcelReader

    from statlint.workbook.engines.stored import StoredName

_ID = f"{{{REL_NS}}}id"
_REFERENCE, _BOOK, _SERVER = (
    f"{MAIN}{name}" for name in ("externalReference", "externalBook", "ddeLink")
)
_OBJECT = f"{MAIN}oleLink"


def read_names(package: ExcelReader) -> list[StoredName]:
    """Read the names for cells; one for a sheet alone says which."""
    sheets = [sheet.name for sheet in package.parser.sheets]
    names: list[StoredName] = []
    for defined in package.parser.defined_names.definedName[: limits.NAMES]:
        place = defined.localSheetId
        if place is None or 0 <= place < len(sheets):
            sheet = None if place is None else sheets[place]
            names.append((defined.name, defined.attr_text or "", sheet))
    return names


def is_as_displayed(package: ExcelReader) -> bool:
    """Tell whether Excel is to reckon with figures as they are displayed."""
    return getattr(package.wb.calculation, "fullPrecision", None) is False


def read_links(package: ExcelReader) -> list[str]:
    """Read where the other files lie, in the order of [1], [2] …; none of them is followed."""
    relations = {
        key: one for key, one in package.parser.rels.items() if one.Type.endswith("/externalLink")
    }
    if not relations:
        return []
    listed = list(_list_links(package))
    known = {
        key: _read_target(package.archive, relations[key].target)
        for key in relations.keys() & set(listed)
    }
    return [known.get(key, "") for key in listed]


def _list_links(package: ExcelReader) -> Iterator[str]:
    """Give the relations to other files in their order."""
    found = 0
    with package.archive.open(package.parser.workbook_part_name) as source:
        for _, element in iterparse(source):  # noqa: S314 - the front door refuses a DOCTYPE
            if element.tag == _REFERENCE and found < limits.LINKS:
                found += 1
                yield element.get(_ID, "")


def _read_target(package: ZipFile, part: str) -> str:
    """Give the place of one file; what is cached of its cells is not read."""
    names = package.namelist()
    if part not in names or get_rels_path(part) not in names:
        return ""
    key = None
    with package.open(part) as source:
        for _, element in iterparse(source, ("start",)):  # noqa: S314 - the front door, as above
            if element.tag == _SERVER:
                return f"{element.get('ddeService', '')}|{element.get('ddeTopic', '')}"
            if element.tag in {_BOOK, _OBJECT}:
                key = element.get(_ID)
                break
    relations = get_dependents(package, get_rels_path(part)).to_dict()
    return unquote(relations[key].target)[: limits.TARGET] if key in relations else ""
