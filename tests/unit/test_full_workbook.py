"""The workbook with all features: it is a sound package, and is wrong where it says so."""

from __future__ import annotations

import posixpath
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from full_workbook import full_parts, full_workbook
from statlint import lint

LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "[Content_Types].xml"
OVERRIDES = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
SOFFICE = shutil.which("soffice")
BOTH = pytest.mark.parametrize("macros", [pytest.param(False, id="x"), pytest.param(True, id="m")])


def linked(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Go through the parts that others lead to."""
    for name in parts:
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for link in ET.fromstring(parts[name]).iter(LINKS):  # noqa: S314 - our own
            if link.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join(folder, link.attrib["Target"]))


@BOTH
def test_all_that_is_linked_is_there_and_all_that_is_there_is_linked(*, macros: bool) -> None:
    parts = full_parts(macros=macros)
    links = {name for name in parts if name.endswith(".rels")}

    assert sorted({*linked(parts)}) == sorted(set(parts) - links - {TYPES})
    assert {name.replace("_rels/", "").removesuffix(".rels") for name in links} <= {"", *parts}


@BOTH
def test_all_types_are_of_parts_that_are_there(*, macros: bool) -> None:
    parts = full_parts(macros=macros)
    types = ET.fromstring(parts[TYPES])  # noqa: S314 - our own
    named = [one.attrib["PartName"][1:] for one in types.iter(OVERRIDES)]

    assert [name for name in named if name not in parts or named.count(name) > 1] == []


def test_it_is_wrong_where_it_says_so() -> None:
    report = lint([("年报.xlsx", full_workbook())])

    assert [
        f"{one.sheet or '-'}!{one.cell or '-'} {one.code}" + (" accepted" if one.justified else "")
        for one in report.findings
    ] == [
        "-!- F012",
        "年报!F17 U101",
        "年报!O26 B101",
        "年报!O26 W104",
        "年报!I27 D106 accepted",
        "年报!I27 W106",
        "年报!I27 W114",
        "年报!O27 B101",
        "年报!K30 M101",
        "年报!K46 M104",
        "年报!O46 B101",
        "汇总 & 明细!D10 W109",
    ]


@pytest.mark.filterwarnings("ignore:.*is not supported and will be removed")
def test_openpyxl_reads_it() -> None:
    book = load_workbook(BytesIO(full_workbook(macros=True)), keep_vba=True)

    assert book.sheetnames == ["封面", "年报", "汇总 & 明细", "图1", "参数", "内部"]
    assert [cell.coordinate for row in book["年报"] for cell in row if cell.comment] == [
        "F6",
        "I23",
        "O26",
    ]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_it(tmp_path: Path) -> None:
    (tmp_path / "full.xlsx").write_bytes(full_workbook())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = [str(SOFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]

    subprocess.run(  # noqa: S603 - on a file of our own
        [*words, str(tmp_path / "full.xlsx")], check=True, capture_output=True
    )

    assert (tmp_path / "full.pdf").read_bytes().startswith(b"%PDF")
