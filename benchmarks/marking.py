"""Measure what a marked copy keeps and costs, beside a round trip through openpyxl.

Run `python benchmarks/marking.py` where statlint and openpyxl are installed. A workbook with all
that people put into one is copied in both ways, with a tint and a note at a few cells and a sheet
before the others; what of it is left is counted in the markup. Then a sheet of many rows is copied,
each time by a process of its own of which processor time and memory are told.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from big_workbooks import make, spent
from statlint.config import Settings
from statlint.reporters.workbook import marked_copy
from statlint.run import check_paths
from statlint.run.originals import with_originals

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from full_workbook import full_workbook

NAME = "年报.xlsm"
MARKED = ("F17", "K30", "L31", "O26", "O27", "O46")
ELEMENTS = {
    "charts": "chart",
    "pictures": "pic",
    "shapes": "sp",
    "buttons and check boxes": "control",
    "sparklines": "sparkline",
    "validation": "dataValidation",
    "protected sheets": "sheetProtection",
    "ranges to fill in": "protectedRange",
    "protected structure": "workbookProtection",
    "notes": "comment",
    "threads": "threadedComment",
    "conditional formats": "cfRule",
    "names": "definedName",
    "number formats": "numFmt",
    "runs of rich text": "r",
    "phonetic signs": "rPh",
    "ignored errors": "ignoredError",
    "links": "hyperlink",
    "tables": "tableColumns",
    "pivot tables": "pivotTableDefinition",
    "slicers": "slicer",
    "background pictures": "picture",
    "pictures in headers": "legacyDrawingHF",
    "breaks of pages": "brk",
    "pictures in cells (WPS)": "cellImage",
    "gradients": "gradientFill",
    "links to other files": "externalBook",
    "data for programs": "datastoreItem",
}
"""Things by the elements that stand for them, in whichever part and with whichever prefix."""
IN_PARTS = {
    "runs of rich text": ("sharedStrings", "worksheets/"),
    "slicers": ("slicers/",),
    "charts": ("drawings/",),
}
ATTRIBUTES = {
    "text boxes": ("cNvSpPr", "txBox"),
    "marks of dynamic arrays": ("c", "cm"),
    "grouped rows": ("row", "outlineLevel"),
}
"""Things by an element with an attribute."""
BINARY = {"macros": "vbaProject.bin", "settings of printers": "printerSettings1.bin"}
"""Things that are parts of their own."""
DRAWN = ("draw:custom-shape", "draw:frame", "draw:control", "office:annotation", "text:a")
"""What LibreOffice shows: shapes, pictures with charts, controls, notes, links."""
OURS = """
import sys
from pathlib import Path
from statlint.finding import Severity
from statlint.marking import Mark
from statlint.marking.copy import mark
from statlint.marking.model import Cover
from statlint.values import CellRef
marks = [Mark("表", CellRef(row, 2), Severity.ERROR, "左 = 1，右 = 2") for row in range(2, 502)]
heads = ["级别", "规则", "问题", "位置", "左值", "右值", "差额", "建议", "情况说明", ""]
copy = mark(
    Path(sys.argv[1]).read_bytes(),
    marks,
    lambda told: Cover("审核结果", "审核结果", [], [], heads, [], "sheet.xlsx", ""),
)
Path(sys.argv[1]).with_name("ours.xlsx").write_bytes(copy)
"""
THEIRS = """
import sys
from pathlib import Path
import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
for row in range(2, 502):
    cell = sheet.cell(row, 2)
    cell.fill = PatternFill("solid", fgColor="FFC7CE")
    cell.comment = Comment("左 = 1，右 = 2", "statlint")
book.create_sheet("审核结果", 0)
book.save(Path(sys.argv[1]).with_name("theirs.xlsx"))
"""
BARE = "import sys; from pathlib import Path; Path(sys.argv[1]).read_bytes()"
TOLD = """
held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
Path(sys.argv[1]).with_name("held").write_text(held.split()[1])
"""
"""Its memory is told by each process itself: the system counts that of its parent, too."""
KIBI = 1024


def ours(content: bytes) -> bytes:
    """Copy a workbook with marks, as `statlint annotate` does."""
    report = check_paths([(NAME, content)], Settings(language="zh"))
    made = marked_copy(with_originals(report, [(NAME, content)]), NAME)
    if made is None:
        sys.exit("no copy was made")
    return made[1]


def theirs(content: bytes) -> bytes:
    """Copy a workbook with marks by way of openpyxl."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), keep_vba=True, rich_text=True)
    sheet = book["年报"]
    for at in MARKED:
        sheet[at].fill = PatternFill("solid", fgColor="FFC7CE")
        sheet[at].comment = Comment("左 = 1，右 = 2", "statlint")
    book.create_sheet("审核结果", 0)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def parts_of(content: bytes) -> Mapping[str, bytes]:
    """Give the parts of a workbook."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def things_in(parts: Mapping[str, bytes]) -> Counter[str]:
    """Count what is in a workbook."""
    found: Counter[str] = Counter()
    for name, content in parts.items():
        found.update(thing for thing, end in BINARY.items() if name.endswith(end))
        if name.endswith(".xml"):
            found.update(_things(name, ET.fromstring(content)))  # noqa: S314 - our own
    return found


def _things(part: str, root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        kind = element.tag.rpartition("}")[2]
        for thing, wanted in ELEMENTS.items():
            if kind == wanted and any(one in part for one in IN_PARTS.get(thing, ("",))):
                yield thing
        if kind == "sheet" and element.get("state", "visible") != "visible":
            yield "hidden sheets"
        for thing, (wanted, attribute) in ATTRIBUTES.items():
            if kind == wanted and attribute in element.attrib:
                yield thing


def compare(ways: Mapping[str, Callable[[bytes], bytes]]) -> None:
    """Print what is left of the workbook with all features, whichever way it was copied."""
    content = full_workbook(macros=True)
    before = parts_of(content)
    copies = {name: parts_of(way(content)) for name, way in ways.items()}
    counted = {name: things_in(parts) for name, parts in copies.items()}
    print(f"{'':30}{'original':>10}" + "".join(f"{name:>10}" for name in ways))
    for thing, count in things_in(before).items():
        left = "".join(f"{one[thing]:10}" for one in counted.values())
        print(f"{thing:30}{count:10}{left}")
    for name, parts in copies.items():
        kept = sum(parts.get(part) == before[part] for part in before)
        gone = sum(part not in parts for part in before)
        new = sum(part not in before for part in parts)
        print(f"parts, {name}: {kept} byte for byte, {gone} gone or called otherwise, {new} new")


def show(office: str, ways: Mapping[str, Callable[[bytes], bytes]]) -> None:
    """Print what LibreOffice shows of the original and of the copies."""
    content = full_workbook(macros=True)
    print(f"\n{'in LibreOffice':30}" + "".join(f"{kind.partition(':')[2]:>14}" for kind in DRAWN))
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {"original": content, **{n: w(content) for n, w in ways.items()}}.items():
            path = Path(folder) / f"{name}.xlsm"
            path.write_bytes(data)
            home = f"-env:UserInstallation={(Path(folder) / 'home').as_uri()}"
            words = [office, home, "--headless", "--convert-to", "fods", "--outdir", folder]
            subprocess.run([*words, str(path)], check=True, capture_output=True)  # noqa: S603
            text = path.with_suffix(".fods").read_text(encoding="utf-8")
            print(f"{name:30}" + "".join(f"{text.count(f'<{kind} '):14}" for kind in DRAWN))


def cost(code: str, path: Path) -> tuple[float, float]:
    """Give processor time in seconds, and the most memory that was held in MiB (on Linux)."""
    seconds, _ = spent(code + TOLD, path)
    return seconds, int(path.with_name("held").read_text(encoding="ascii")) / KIBI


def measure(rows: int, rounds: int) -> None:
    """Print what copying a large sheet costs."""
    print(f"\n{rows:,} rows of 10 cells, 500 of them marked")
    ways = {"reading the file alone": BARE, "statlint": OURS, "openpyxl": THEIRS}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        make(path, "numbers, texts, formulas", rows)
        for name, code in ways.items():
            each = [cost(code, path) for _ in range(rounds)]
            seconds, memory = (statistics.median(one) for one in zip(*each, strict=True))
            print(f"{name:30}{seconds:8.2f} s{memory:8.0f} MiB")


def main() -> None:
    """Compare what is left, then what it costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--office", action="store_true", help="ask LibreOffice what it shows")
    options = parser.parse_args()
    ways = {"statlint": ours, "openpyxl": theirs}
    compare(ways)
    office = shutil.which("soffice")
    if options.office and office:
        show(office, ways)
    if options.rows:
        measure(options.rows, options.rounds)


if __name__ == "__main__":
    main()
