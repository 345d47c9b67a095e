"""statlint beside the other programs that check tables: start-up, many files, what is told.

`python benchmarks/peers.py --environments FOLDER` installs each peer from PyPI into an environment
of its own below that folder (once; `--without great-expectations` leaves one out) and makes tables
of 40 lines and 10 columns whose last column is the sum of eight: workbooks and CSV files. It calls
each program on one of them from a cold start, on many in one process, and on one in which a sum is
wrong, in turn, and prints the medians and the spread of the seconds of processor, as multiples of
a bare `python -c pass` too, which travel better from one machine to another.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

import openpyxl

from peer_calls import PEERS, Peer

_HEADS = ("area", *(f"c{at}" for at in range(1, 9)), "total")
_LINES = 40
_LAST = """
import resource
own = resource.getrusage(resource.RUSAGE_SELF)
others = resource.getrusage(resource.RUSAGE_CHILDREN)
spent = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
said = "clean" if clean else "findings"
print(f"\\n{spent:.4f} {said}", file=sys.stderr)
"""
_OURS = """
import sys
from statlint.cli import main
sys.stdout = open("/dev/null", "w")
try:
    main(["check", "--isolated", "--no-cache", "--fail-level", "warning", *sys.argv[1:]])
except SystemExit as end:
    clean = not end.code
"""
_BARE = "import sys\nclean = True\n"
_VERSIONS = """
import importlib.metadata, sys
print(importlib.metadata.version(sys.argv[1]))
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program as it is called: its Python, and what that runs."""

    name: str
    python: Path
    call: str
    told: str
    reads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor, and whether the last file passed."""

    cpu: float
    clean: bool


@dataclass(frozen=True, slots=True)
class Tables:
    """What is checked: one file of a kind, many of it, one with a wrong sum."""

    one: Path
    many: tuple[Path, ...]
    wrong: Path


def main() -> None:
    """Install, make, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as place:
        named = list(programs(Path(options.environments), options.without))
        for ending in (".csv", ".xlsx"):
            tables = write_tables(Path(place), ending, options.files)
            readers = [one for one in named if ending in one.reads]
            _print(ending, measure_all(readers, tables, options.times), options.files)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--environments", required=True, help="where the peers are installed")
    parser.add_argument("--without", action="append", default=[], help="a peer to leave out")
    parser.add_argument("--files", type=int, default=50, help="how many files in one process")
    parser.add_argument("--times", type=int, default=3, help="how often each is called")
    return parser.parse_args()


def programs(folder: Path, without: Sequence[str]) -> Iterator[Program]:
    """Give what is measured: a bare Python, statlint as it is installed here, then the peers."""
    here, both = Path(sys.executable), (".csv", ".xlsx")
    yield Program("python -c pass", here, _BARE, "", both)
    yield Program("statlint", here, _OURS, "nothing", both)
    for peer in PEERS:
        if peer.name not in without:
            python = _installed(peer, folder / peer.name)
            asked = [str(python), "-c", _VERSIONS, peer.name]
            known = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603
            name = f"{peer.name} {known.stdout.strip()}"
            yield Program(name, python, peer.call, peer.told, peer.reads)


def _installed(peer: Peer, place: Path) -> Path:
    """Install a peer where it is not; give its Python."""
    python = place / "bin" / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
        subprocess.run(  # noqa: S603 - pip, with names of packages
            [python, "-m", "pip", "install", "--quiet", *peer.wanted], check=True
        )
    return python


def write_tables(folder: Path, ending: str, count: int) -> Tables:
    """Write the tables of one kind, each with figures of its own."""
    chance = Random(9)  # noqa: S311 - figures to check, not secrets
    paths = tuple(folder / f"towns{at:04d}{ending}" for at in range(count))
    for path in paths:
        write_table(path, table(chance))
    wrong, lines = folder / f"wrong{ending}", table(chance)
    lines[_LINES // 2][-1] = 7
    write_table(wrong, lines)
    return Tables(paths[0], paths, wrong)


def table(chance: Random) -> list[list[str | int]]:
    """Make one table: areas with eight figures and their sum."""
    lines: list[list[str | int]] = []
    for at in range(_LINES):
        figures = [chance.randint(10, 500) for _ in range(len(_HEADS) - 2)]
        lines.append([f"Town {at}", *figures, sum(figures)])
    return lines


def write_table(path: Path, lines: Sequence[Sequence[str | int]]) -> None:
    """Write a table with its heads."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_HEADS, *lines])
        return
    book = openpyxl.Workbook()
    for line in (_HEADS, *lines):
        book.worksheets[0].append(list(line))
    book.save(path)


def measure_all(
    named: Sequence[Program], tables: Tables, times: int
) -> Mapping[Program, list[tuple[Spent, Spent, Spent]]]:
    """Call every program in turn, so often."""
    spent: dict[Program, list[tuple[Spent, Spent, Spent]]] = {one: [] for one in named}
    for _ in range(times):
        for program, taken in spent.items():
            calls = ((tables.one,), tables.many, (tables.wrong,))
            one, many, wrong = (measured(program, paths) for paths in calls)
            taken.append((one, many, wrong))
    return spent


def measured(program: Program, paths: Sequence[Path]) -> Spent:
    """Run a program in a process of its own."""
    done = subprocess.run(  # noqa: S603 - a Python, with words of our own
        [program.python, "-c", program.call + _LAST, *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    cpu, clean = done.stderr.split()[-2:]
    return Spent(float(cpu), clean == "clean")


def _print(
    ending: str, spent: Mapping[Program, list[tuple[Spent, Spent, Spent]]], files: int
) -> None:
    bare = median(one.cpu for one, _, _ in next(iter(spent.values())))
    print(f"\n40 x 10 {ending:20}  CPU s  lowest–highest     p  ms a file  clean    wrong sum")
    for program, taken in spent.items():
        ones = [one.cpu for one, _, _ in taken]
        each = median(many.cpu - one.cpu for one, many, _ in taken) / max(1, files - 1) * 1000
        last = taken[-1]
        said = ("passes" if last[0].clean else "findings", "passes" if last[2].clean else "told")
        print(
            f"{program.name:28} {median(ones):6.3f}  {min(ones):7.3f}–{max(ones):.3f}"
            f"  {median(ones) / bare:6.1f} {each:9.1f}"
            f"  {said[0]:8} {said[1]:9} {program.told and f'({program.told} stated)'}"
        )


if __name__ == "__main__":
    main()
