"""How a run grows from one worker to several: processes here, and a local Dask cluster.

`python benchmarks/scale.py --files 1000 --workers 1 2 4` makes so many small workbooks (those of
`throughput.py`) and checks them without the cache: in this process alone, in several, and on a
Dask cluster of so many worker processes on this computer. It prints seconds on the clock and of the
processor, of the command itself and of its workers, what the command itself takes for a file, and
how many workers it could keep busy at that; the reports must be the same to the last byte. Wall
time means something on an idle computer with as many cores as workers.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from throughput import write_reports

_MEASURED = """
import resource, sys, time
from statlint.cli import main
begun = time.perf_counter()
try:
    main(sys.argv[1:])
except SystemExit:
    pass
wall = time.perf_counter() - begun
own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
told = wall, own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime, own.ru_maxrss / 1024
print(*told, file=sys.stderr)
"""
_CHECK = ("check", "--isolated", "--no-cache", "--ignore", "S010", "--output-format", "json")


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run took: seconds on the clock, of processor here and elsewhere, MiB, its report."""

    wall: float
    own: float
    others: float
    peak: float
    said: bytes


def spent(folder: Path, words: Sequence[str]) -> Spent:
    """Check a folder in a Python of its own."""
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", _MEASURED, *_CHECK, *words, str(folder)],
        env={**os.environ, "STATLINT_LANG": "en"},
        capture_output=True,
        check=True,
    )
    wall, own, others, peak = map(float, done.stderr.split()[-4:])
    return Spent(wall, own, others, peak, done.stdout)


@contextmanager
def cluster(workers: int) -> Iterator[tuple[str, list[int]]]:
    """Start a Dask cluster on this computer; give its address and the numbers of its workers."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        host="127.0.0.1",
    ) as running:
        yield running.scheduler_address, [one.pid for one in running.workers.values()]


def processor_of(processes: Sequence[int]) -> float:
    """Give the processor time of some processes up to now."""
    from psutil import Process  # type: ignore[import-untyped]  # comes with distributed

    times = (Process(one).cpu_times() for one in processes)
    return float(sum(one.user + one.system for one in times))


def on_cluster(folder: Path, workers: int, times: int) -> list[Spent]:
    """Check a folder on a cluster; its start is not counted, for it serves many runs."""
    found = []
    with cluster(workers) as (address, processes):
        for _ in range(times):
            before, begun = processor_of(processes), perf_counter()
            one = spent(folder, ("--executor", f"dask={address}"))
            wall = perf_counter() - begun
            others = processor_of(processes) - before
            found.append(Spent(wall, one.own, others, one.peak, one.said))
    return found


def show(name: str, several: Sequence[Spent], files: int, alone: Spent) -> None:
    """Print a line; the report must be that of one process."""
    wall, own, others, peak = (
        median(getattr(one, key) for one in several) for key in ("wall", "own", "others", "peak")
    )
    busy = others / own if others and own else 1
    same = all(one.said == alone.said for one in several)
    print(
        f"{name:22} {wall:8.2f} {alone.wall / wall:6.2f} {own:8.2f} {others:8.2f}"
        f" {1000 * own / files:9.2f} {busy:8.1f} {peak:6.0f}  {'same' if same else 'OTHER'}"
    )


def main() -> None:
    """Make files, check them with more and more workers, and print what it took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=1000)
    options.add_argument("--workers", type=int, nargs="+", default=[1, 2, 3, 4])
    options.add_argument("--times", type=int, default=3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--no-dask", action="store_true", help="processes alone")
    asked = options.parse_args()
    with TemporaryDirectory() as place:
        folder = Path(place, "data")
        made = argparse.Namespace(text=False, seed=asked.seed, whole=False)
        write_reports(folder, asked.files, made)
        heads = "wall s  times    own s  others s  ms a file     busy    MiB  report"
        print(f"{asked.files} files, {os.cpu_count()} cores".ljust(22), heads)
        here = [spent(folder, ("--jobs", "1")) for _ in range(asked.times)]
        show("this process alone", here, asked.files, here[0])
        for count in asked.workers:
            if count > 1:
                several = [spent(folder, ("--jobs", str(count))) for _ in range(asked.times)]
                show(f"--jobs {count}", several, asked.files, here[0])
        for count in () if asked.no_dask else asked.workers:
            several = on_cluster(folder, count, asked.times)
            show(f"Dask, {count} workers", several, asked.files, here[0])


if __name__ == "__main__":
    main()
