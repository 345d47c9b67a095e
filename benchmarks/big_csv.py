"""Measure tables of very many lines in CSV: `statlint check` beside a bare pass of the csv module.

Run `python benchmarks/big_csv.py` where statlint is installed. Each is a process of its own; its
processor time (user and system, from start to exit) and the most memory it held are told. Passes
and checks are made in turn, the medians are given: a busy machine slows both.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

BARE = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        pass
"""
CHECK = ("-m", "statlint", "check", "--isolated", "--no-cache", "--output-format", "concise")
HEADS = "代码,名称,地区,人口,男,女,产值,第一产业,第二产业,第三产业"
AREAS = ("江苏", "浙江", "安徽", "山东", "河南")
FIGURES = 7
KIBI = 1024


def whole(random: Random) -> list[int]:
    """Make the figures of a line that add up: people by sex, output by industry."""
    men, women, *parts = (random.randrange(100, 90_000) for _ in range(5))
    return [men + women, men, women, sum(parts), *parts]


def pointed(random: Random) -> list[str]:
    """Make the same with two decimals."""
    return [f"{figure / 100:.2f}" for figure in whole(random)]


def alone(random: Random) -> list[str]:
    """Make figures with two decimals and no relation."""
    return [f"{random.random() * 1000:.2f}" for _ in range(FIGURES)]


def plain(row: Sequence[str]) -> str:
    """Write a row as it is."""
    return ",".join(row)


def in_quotes(row: Sequence[str]) -> str:
    """Write a row with its names in quotes, as many programs do."""
    return ",".join(f'"{text}"' if at in {1, 2} else text for at, text in enumerate(row))


Made = Callable[[Random], Sequence[int | str]]
KINDS: dict[str, tuple[Made, Callable[[Sequence[str]], str]]] = {
    "whole numbers that add up, total line": (whole, plain),
    "two decimals that add up": (pointed, plain),
    "two decimals, no relation": (alone, plain),
    "whole numbers, names in quotes": (whole, in_quotes),
}


def lines_of(kind: str, rows: int) -> Iterator[str]:
    """Make the lines of a table of 10 columns."""
    made, written = KINDS[kind]
    random = Random(rows)  # noqa: S311 - figures for a measurement
    sums = [0] * FIGURES
    yield HEADS
    for number in range(rows):
        figures = made(random)
        label = [str(1_000_000_000 + number), f"第{number}村", AREAS[number % len(AREAS)]]
        if "total line" in kind:
            sums = [one + int(other) for one, other in zip(sums, figures, strict=True)]
        yield written([*label, *map(str, figures)])
    if "total line" in kind:
        yield plain(["", "合计", "", *map(str, sums)])


def spent(*command: str) -> tuple[float, float]:
    """Run Python; give its processor time in seconds and the most memory it held in MiB."""
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL) as process:  # noqa: S603
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        sys.exit("the check did not come to its end")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIBI


def measure(kind: str, rows: int, times: int, folder: Path) -> None:
    """Make a table, read it barely and check it in turn, and print a line of both."""
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines_of(kind, rows))
    bare, checked = [], []
    for _ in range(times):
        bare.append(spent("-c", BARE, str(path)))
        checked.append(spent(*CHECK, str(path)))
    reads, checks = (statistics.median(one for one, _ in found) for found in (bare, checked))
    size, memory = path.stat().st_size >> 20, max(most for _, most in checked)
    print(
        f"{rows:>11,} x 10  {size:>4} MiB  bare {reads:6.2f} s  statlint {checks:6.2f} s  "
        f"{checks / reads:4.2f} times  {memory:4.0f} MiB  {kind}",
        flush=True,
    )


def main() -> None:
    """Measure every kind at each number of rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", default="", help="kinds with this in their name")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for rows in options.rows:
            # The longest are many times as long: one kind shows whether memory is bounded.
            kinds = [kind for kind in KINDS if options.only in kind]
            for kind in kinds if rows <= min(options.rows) else kinds[:1]:
                measure(kind, rows, options.times if rows <= min(options.rows) else 1, Path(folder))


if __name__ == "__main__":
    main()
