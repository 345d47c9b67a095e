"""Measure reading: statlint beside the bare libraries, file by file, and from a cold start.

Run `python benchmarks/reading.py` in an environment where statlint is installed. Processor time
(user and system, worker included) is what counts: it hardly depends on what else the machine does.
"""

from __future__ import annotations

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import python_calamine
import xlrd

from statlint.workbook import open_workbook
from statlint.workbook.worker import shared_worker

ROUNDS = 200
COLD_ROUNDS = 7
ROWS, COLUMNS = 40, 10
XLS = Path(__file__).parents[1] / "fixtures" / "workbooks" / "table-40x10.xls"


def make_table() -> list[list[object]]:
    """Make a table with a title, heads, lines and a formula in each line."""
    table: list[list[object]] = [["三、收到和处理政府信息公开申请情况"], ["申请人情况"]]
    table[1] += [f"栏目{column}" for column in range(1, COLUMNS)]
    for row in range(3, ROWS + 1):
        figures = [row * column for column in range(1, COLUMNS - 1)]
        table.append([f"第{row}行", *figures, f"=SUM(B{row}:I{row})"])
    return table


def make_files(folder: Path) -> dict[str, Path]:
    """Write the table as .xlsx and .csv; the .xls is a fixture."""
    book = openpyxl.Workbook()
    text = StringIO(newline="")
    for line in make_table():
        book.worksheets[0].append(line)
        csv.writer(text).writerow(line)
    book.worksheets[0].merge_cells("A1:J1")
    book.save(folder / "table.xlsx")
    (folder / "table.csv").write_bytes(text.getvalue().encode("gb18030"))
    return {"xlsx": folder / "table.xlsx", "xls": XLS, "csv": folder / "table.csv"}


def spent(work: Callable[[], object]) -> float:
    """Give the processor time of some work and of the processes it ends, in milliseconds."""
    own, others = time.process_time(), os.times()[2:4]
    work()
    ended = sum(os.times()[2:4]) - sum(others)
    return 1000 * (time.process_time() - own + ended)


def read_with_statlint(path: Path, rounds: int) -> None:
    """Open a file again and again, then end the worker, so that its time is counted."""
    content = path.read_bytes()
    for _ in range(rounds):
        if open_workbook(path.name, content).workbook is None:
            sys.exit(f"{path} cannot be read")
    shared_worker().close()


def measure_statlint(path: Path) -> float:
    """Measure one file in a worker that is already running."""
    start = spent(lambda: read_with_statlint(path, 1))
    return (spent(lambda: read_with_statlint(path, ROUNDS + 1)) - start) / ROUNDS


def measure_bare(read: Callable[[bytes], object], path: Path) -> float:
    """Measure one file with a bare library in this process."""
    content = path.read_bytes()
    read(content)
    return spent(lambda: [read(content) for _ in range(ROUNDS)]) / ROUNDS


def read_twice(content: bytes) -> None:
    """Read with openpyxl what it takes two loads to see: formulas, and their results."""
    openpyxl.load_workbook(BytesIO(content))
    openpyxl.load_workbook(BytesIO(content), data_only=True)


def read_calamine(content: bytes) -> None:
    """Read values alone with python-calamine."""
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def read_xlrd(content: bytes) -> None:
    """Read with xlrd, formats included."""
    xlrd.open_workbook(file_contents=content, formatting_info=True)


def read_csv(content: bytes) -> None:
    """Read with the csv module alone."""
    list(csv.reader(StringIO(content.decode("gb18030"), newline="")))


BARE: dict[str, tuple[tuple[str, Callable[[bytes], object]], ...]] = {
    "xlsx": (
        ("openpyxl, formulas and values", read_twice),
        ("openpyxl, one load", lambda content: openpyxl.load_workbook(BytesIO(content))),
        ("python-calamine, values only", read_calamine),
    ),
    "xls": (("xlrd", read_xlrd), ("python-calamine, values only", read_calamine)),
    "csv": (("csv module", read_csv),),
}


def cold(code: str, *arguments: str) -> float:
    """Measure a fresh interpreter that runs some code."""
    command = [sys.executable, "-c", code, *arguments]
    return statistics.median(
        spent(lambda: subprocess.run(command, check=True))  # noqa: S603 - our own words
        for _ in range(COLD_ROUNDS)
    )


def show(name: str, milliseconds: float) -> None:
    """Print one figure."""
    print(f"  {milliseconds:8.2f}  {name}")


def main() -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_files(Path(folder))
        for ending, path in files.items():
            print(f"{ending}, {ROWS} x {COLUMNS}, ms of processor time a file")
            show("statlint, worker included", measure_statlint(path))
            for name, read in BARE[ending]:
                show(name, measure_bare(read, path))
        print("cold start, ms of processor time")
        show("python -c pass", cold("pass"))
        code = "import sys; from statlint.workbook import open_workbook as o; o(sys.argv[1])"
        for ending, path in files.items():
            show(f"statlint, one .{ending}", cold(code, str(path)))
        code = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])"
        show("openpyxl, one .xlsx", cold(code, str(files["xlsx"])))


if __name__ == "__main__":
    main()
