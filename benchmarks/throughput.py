"""What many small workbooks cost: `statlint check` beside a bare read of the same files.

`python benchmarks/throughput.py` makes workbooks of one form (26 lines and 7 heads: title, boxhead
and all) for towns of a county, each with figures of its own in which every edit holds. statlint
without its cache, python-calamine and openpyxl each read them in a process of its own, in turn; of
several times the median counts. It prints the seconds of processor from start to exit, the
milliseconds a file (what more files cost than one, without the start), and the most memory.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from provinces.made import Unit, towns_of
from submissions.layout import laid_out
from submissions.model import ANNUAL_2021, APPLICATIONS, Report
from submissions.random_reports import SIZES, random_report
from submissions.writing import write_text, write_xlsx

_YEAR = 2024
_MEASURED = """
import sys
{body}
import resource
spent = resource.getrusage(resource.RUSAGE_SELF)
others = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = spent.ru_utime + spent.ru_stime + others.ru_utime + others.ru_stime
try:
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
except OSError:
    peak = spent.ru_maxrss
print(f"{{cpu:.4f}} {{peak / 1024:.1f}}", file=sys.stderr)
"""
"""The most memory of a process that Linux tells by itself holds what its parent had."""
_STATLINT = """
from statlint.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
"""
_CALAMINE = """
from pathlib import Path
from python_calamine import CalamineWorkbook
for path in Path(sys.argv[1]).iterdir():
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
"""
_OPENPYXL = """
from pathlib import Path
import openpyxl
for path in Path(sys.argv[1]).iterdir():
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
"""
_CHECK = ("check", "--isolated", "--no-cache", "--output-format", "concise")


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took: seconds of processor (with those it started), MiB; what it said."""

    cpu: float
    peak: float
    said: str


def main() -> None:
    """Make the workbooks, read them with each program in turn, and print what it took."""
    options = _options()
    with tempfile.TemporaryDirectory() as place:
        many, one = Path(options.keep or place, "many"), Path(place, "one")
        write_reports(many, options.files, options)
        write_reports(one, 1, options)
        named = programs(many, options)
        spent: dict[str, list[tuple[Spent, Spent]]] = {name: [] for name in named}
        for _ in range(options.times):
            for name, words in named.items():
                alone = [str(one) if word == str(many) else word for word in words]
                spent[name].append((measured(words), measured(alone)))
    print(f"{options.files} files{'':22} CPU s  ms a file  peak MiB")
    for name, taken in spent.items():
        cpu = median(all_.cpu for all_, _ in taken)
        each = median(all_.cpu - first.cpu for all_, first in taken) / max(1, options.files - 1)
        peak = median(all_.peak for all_, _ in taken)
        print(f"{name:30} {cpu:9.2f} {1000 * each:10.2f} {peak:9.1f}")
    said = spent["statlint"][0][0].said.splitlines()
    print(f"statlint printed {len(said)} lines (none are due)", *said[:1], sep="\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200, help="how many workbooks")
    parser.add_argument("--whole", action="store_true", help="whole reports: three tables")
    parser.add_argument("--text", action="store_true", help="CSV in place of workbooks")
    parser.add_argument("--times", type=int, default=3, help="how often each program reads them")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="write the files below this folder and leave them there")
    parser.add_argument("--only", action="store_true", help="statlint alone")
    parser.add_argument("words", nargs="*", help="more words for statlint, after --: -- --jobs 2")
    return parser.parse_args()


def programs(folder: Path, options: argparse.Namespace) -> Mapping[str, Sequence[str]]:
    """Give what each program is called with; the table alone is a third of its form (S010)."""
    lacking = () if options.whole else ("--ignore", "S010")
    ours = {"statlint": (_STATLINT, *_CHECK, *lacking, *options.words, str(folder))}
    if options.only or options.text:
        return ours
    return ours | {
        f"python-calamine {version('python-calamine')}": (_CALAMINE, str(folder)),
        f"openpyxl {version('openpyxl')}": (_OPENPYXL, str(folder)),
    }


def write_reports(folder: Path, count: int, options: argparse.Namespace) -> None:
    """Write the reports of so many towns."""
    folder.mkdir(parents=True, exist_ok=True)
    make = laid_out(write=write_text("utf-8", ",") if options.text else write_xlsx)
    for report in islice(reports(options.seed, whole=options.whole), count):
        made = make(report)
        folder.joinpath(made.name).write_bytes(made.data)


def reports(seed: int, *, whole: bool) -> Iterator[Report]:
    """Make reports of towns without end, each town with its own figures."""
    rng = Random(seed)  # noqa: S311 - figures to check, not secrets
    size = replace(SIZES[0], applications=200.0)
    for at, town in enumerate(towns_of(Unit("安平县"), 0, 10**4)):
        report = random_report(ANNUAL_2021, size, rng.randrange(10**9))
        figures = {
            slot: figure
            for slot, figure in report.figures.items()
            if whole or slot.table == APPLICATIONS
        }
        yield replace(report, year=_YEAR, unit_name=town.body, figures=figures, id=str(at))


def measured(words: Sequence[str]) -> Spent:
    """Run a program in a Python of its own."""
    body, *rest = words
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", _MEASURED.format(body=body), *rest],
        env={**os.environ, "STATLINT_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    *crashes, last = done.stderr.splitlines()
    cpu, peak = last.split()
    return Spent(float(cpu), float(peak), "\n".join([done.stdout, *crashes]).strip())


if __name__ == "__main__":
    main()
