"""Marked copies from the command and back: filled in, sorted, saved by other programs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
import tomli
from openpyxl import load_workbook

from full_workbook import full_workbook
from statlint.marking.review import KEYS
from unit.cli.commanding import WRONG, run

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Touch: TypeAlias = "Callable[[Worksheet], None]"
SOFFICE = shutil.which("soffice")
REASONS = {
    "年报!F17": "按元填报属实，=已核对",
    "年报!K30": "本年确无\n此类申请",
    "年报!K46": "同上一行",
}
COPY, SIDECAR = Path("年报_审核结果.xlsx"), Path("年报.xlsx.statlint.toml")
pytestmark = pytest.mark.filterwarnings("ignore:.*will be removed")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a workbook of all features and a marked copy of it."""
    monkeypatch.chdir(tmp_path)
    Path("年报.xlsx").write_bytes(full_workbook())
    assert run("annotate", "年报.xlsx", language="zh").exit_code == 1
    return tmp_path


def columns_of(page: Worksheet) -> tuple[int, dict[str, int]]:
    """Find the row of the keys, and the columns that they name."""
    for row in page.iter_rows(max_row=40):
        found = {str(cell.value): cell.column for cell in row if cell.value in KEYS}
        if len(found) == len(KEYS):
            return row[0].row, {key: column or 0 for key, column in found.items()}
    raise AssertionError(page.title)


def fill_in(path: Path, reasons: Mapping[str, str], touch: Touch = lambda _: None) -> None:
    """Write reasons beside the places of findings, as somebody does in another program."""
    book = load_workbook(path)
    page = book.worksheets[0]
    keys, columns = columns_of(page)
    for row in range(keys + 2, page.max_row + 1):
        place = page.cell(row, columns["statlint:place"]).value
        if place in reasons:
            page.cell(row, columns["statlint:explanation"]).value = reasons[str(place)]
    touch(page)
    book.save(path)


def sort_rows(page: Worksheet) -> None:
    """Sort the rows of the table by their places, and filter them."""
    keys, columns = columns_of(page)
    first, last = keys + 2, page.max_row
    rows = [[cell.value for cell in row] for row in page.iter_rows(first, last)]
    rows.sort(key=lambda row: str(row[columns["statlint:place"] - 1]), reverse=True)
    for number, values in enumerate(rows, first):
        for column, value in enumerate(values, 1):
            page.cell(number, column).value = value
        page.row_dimensions[number].hidden = number % 2 == 0


def rename(page: Worksheet) -> None:
    """Give the sheet another name, and put rows in above it."""
    page.title = "意见"
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    page.insert_rows(1, 2)


def take(copy: Path = COPY, *words: str) -> tuple[int, str, str]:
    """Take the reasons of a copy."""
    result = run("justify", "--from", str(copy), *words, language="zh")
    return result.exit_code, result.stdout, result.stderr


def kept(sidecar: Path = SIDECAR) -> dict[str, str]:
    """Give the reasons of a sidecar by their cells."""
    entries = tomli.loads(sidecar.read_text(encoding="utf-8"))["justified"]
    return {f"{one.get('sheet', '')}!{one['cell']}": one["reason"] for one in entries}


def accepted() -> list[str]:
    """Give the places of what is accepted for a reason in the sidecar."""
    result = run("check", "年报.xlsx", "--output-format", "json")
    found = (one for one in json.loads(result.stdout)["findings"] if one["justified"])
    return [f"{one['sheet']}!{one['cell']}" for one in found if one["justified"]["reason"]]


def squeezed(reasons: Mapping[str, str]) -> dict[str, str]:
    """Leave out how lines are broken."""
    return {place: " ".join(reason.split()) for place, reason in reasons.items()}


@pytest.mark.parametrize(
    "touch", [lambda _: None, sort_rows, rename], ids=["as is", "sorted", "renamed"]
)
def test_what_openpyxl_saved_is_taken(touch: Touch) -> None:
    fill_in(COPY, REASONS, touch)

    assert take()[0] == 0
    assert kept() == REASONS
    assert accepted() == [*REASONS]
    assert take()[1] == f"{COPY}：3 条说明原来就有，9 条没有填写情况说明\n"


def test_a_copy_made_again_has_the_reasons_and_takes_them_again() -> None:
    fill_in(COPY, REASONS)
    take()

    assert run("annotate", "年报.xlsx", language="zh").exit_code == 1
    before = SIDECAR.read_bytes()

    assert take()[0] == 0
    assert SIDECAR.read_bytes() == before


def test_a_copy_of_a_text_is_taken() -> None:
    Path("a.csv").write_bytes(WRONG)
    run("annotate", "a.csv")
    copy = Path("a_审核结果.xlsx")
    fill_in(copy, {"J22": "as printed", "J42": "as agreed"})

    assert take(copy, "--config", 'justify.allow = ["B101"]')[0] == 0
    assert kept(Path("a.csv.statlint.toml")) == {"!J22": "as printed", "!J42": "as agreed"}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_what_libreoffice_saved_is_taken(tmp_path: Path, ending: str) -> None:
    fill_in(COPY, REASONS)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = [str(SOFFICE), home, "--headless", "--convert-to", ending, "--outdir", "back"]
    subprocess.run([*words, str(COPY)], check=True, capture_output=True)  # noqa: S603 - our own

    status, said, wrong = take(Path("back", f"年报_审核结果.{ending}"), "年报.xlsx")

    assert (status, wrong) == (0, "")
    assert said.startswith("年报.xlsx.statlint.toml：写入说明 3 条\n")
    assert squeezed(kept()) == squeezed(REASONS)
    assert run("check", "back").stderr == "statlint: there is no file to check\n"
