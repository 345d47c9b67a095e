"""Measure reading sheets of very many cells: statlint beside bare passes of other libraries.

Run `python benchmarks/big_workbooks.py` where statlint is installed. Each reading is a process of
its own; its processor time (user and system, from start to exit) and the most memory it held are
told. All read in turn, the medians are given: a busy machine slows all of them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import xlsxwriter

READERS = {
    "python-calamine, values only": """
import sys, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
kept = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
""",
    "statlint, all that rules ask for": """
import sys
from statlint.grid import spread
from statlint.workbook import open_workbook
kept = [spread(sheet) for sheet in open_workbook(sys.argv[1]).workbook.sheets]
""",
    "openpyxl, read-only": """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
kept = [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
""",
}
TOWNS = tuple(f"{one}{two}镇" for one in "东西南北青白" for two in "山水云林泉岭")
COLUMNS, LARGEST = 10, 100_000
KIBI = 1024
ALWAYS = 2
"""Readers that are measured in any case."""


def whole(random: Random, _row: int, _column: int) -> object:
    """Make a whole number."""
    return random.randrange(LARGEST)


def long(random: Random, _row: int, _column: int) -> object:
    """Make a number with all the digits that a division leaves."""
    return random.random() * LARGEST


def mixed(random: Random, row: int, column: int) -> object:
    """Make counts, a rate with two decimals, a town, and a formula at the end of the row."""
    if column == COLUMNS - 1:
        return f"=SUM(B{row + 1}:D{row + 1})"
    if column % 4 == 0:
        return round(random.random() * LARGEST) / 100
    return random.choice(TOWNS) if column == COLUMNS // 2 else random.randrange(LARGEST)


KINDS: dict[str, tuple[Callable[[Random, int, int], object], bool]] = {
    "whole numbers": (whole, False),
    "seventeen digits": (long, False),
    "numbers, texts, formulas": (mixed, False),
    "the same, texts shared": (mixed, True),
}


def make(path: Path, kind: str, rows: int) -> None:
    """Write a sheet of 10 columns."""
    made, shared = KINDS[kind]
    random = Random(rows)  # noqa: S311 - figures for a measurement
    with xlsxwriter.Workbook(path, {"constant_memory": not shared}) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["单位", *(f"栏目{column}" for column in range(1, COLUMNS))])
        for row in range(1, rows + 1):
            sheet.write_row(
                row, 0, [f"第{row}行", *(made(random, row, one) for one in range(1, COLUMNS))]
            )


def spent(code: str, path: Path) -> tuple[float, float]:
    """Read a file in a process; give processor time in seconds and the most memory in MiB."""
    with subprocess.Popen([sys.executable, "-c", code, str(path)]) as process:  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("the file was not read to its end")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIBI


def measure(path: Path, readers: dict[str, str], rounds: int) -> None:
    """Have all readers read a file in turn, and print the medians."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, code in readers.items():
            found[name].append(spent(code, path))
    bare = statistics.median(seconds for seconds, _ in next(iter(found.values())))
    for name, each in found.items():
        seconds, memory = (statistics.median(one) for one in zip(*each, strict=True))
        print(f"  {seconds:6.2f} s {seconds / bare:6.2f} times {memory:6.0f} MiB  {name}")


def main() -> None:
    """Measure each kind of sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--openpyxl", action="store_true", help="read with openpyxl as well")
    options = parser.parse_args()
    readers = dict(list(READERS.items())[: None if options.openpyxl else ALWAYS])
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.kind or KINDS:
            path = Path(folder) / "sheet.xlsx"
            make(path, kind, options.rows)
            size = path.stat().st_size / KIBI / KIBI
            print(f"{kind}, {options.rows:,} x {COLUMNS}, {size:.1f} MiB")
            measure(path, readers, options.rounds)


if __name__ == "__main__":
    main()
