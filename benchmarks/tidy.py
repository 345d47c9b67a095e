"""What is found in long lists (one figure a row), and what it costs.

    PYTHONPATH=lint:rules:benchmarks python benchmarks/tidy.py --lists 3 --seed 1
    PYTHONPATH=lint:rules:benchmarks python benchmarks/tidy.py --rows 5000000 --slips 40

The first makes lists of many kinds, looks for alarms on them as they are, then puts one slip at a
time into each. The second makes one large file with many slips, and measures time and memory.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

import statlint
from statlint.finding import Finding
from tidy_lists.large import write_large
from tidy_lists.made import KINDS, Made
from tidy_lists.slips import CHANGES, Slip, slipped

_TELLING = ("error", "warning")


def findings_in(made: Made) -> list[Finding]:
    """Check a list; information is left out."""
    report = statlint.lint([("list.csv", made.text.encode())], language="en")
    return [found for found in report.findings if found.severity in _TELLING]


def small(lists: int, seed: int, only: str, *, show: bool) -> None:
    """Check lists of many kinds, as they are and with a slip each."""
    tried: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    alarms: Counter[str] = Counter()
    for name, make in KINDS.items():
        if only not in name:
            continue
        for number in range(lists):
            random = Random(f"{seed}-{name}-{number}")  # noqa: S311 - figures, no secrets
            made = make(random)
            clean = findings_in(made)
            alarms[name] += bool(clean)
            for found in clean if show else ():
                print(f"  alarm on {name} {number}: {found.cell} {found.code} {found.message}")
            for change in CHANGES:
                with_slip = slipped(made, change, random)
                if with_slip is None:
                    continue
                told = findings_in(with_slip[0])
                tried[name, change.__name__] += 1
                hit = any(_tells(found, with_slip[1]) for found in told)
                seen[name, change.__name__] += hit
                if show and not hit:
                    row = with_slip[0].rows[with_slip[1].row - 2]
                    others = [f"{one.cell} {one.code}" for one in told[:3]]
                    print(f"  missed on {name} {number}: {with_slip[1]} {row} {others}")
    _print(tried, seen, alarms, lists)


def _tells(found: Finding, slip: Slip) -> bool:
    """Tell whether a finding speaks of a slip: it has one of its codes."""
    return found.code in slip.codes


def _print(
    tried: Counter[tuple[str, str]],
    seen: Counter[tuple[str, str]],
    alarms: Counter[str],
    lists: int,
) -> None:
    names = [change.__name__ for change in CHANGES]
    print(f"{'list':16}{'alarms':>8}" + "".join(f"{name:>9}" for name in names))
    for kind in alarms:
        cells = [
            f"{seen[kind, name]}/{tried[kind, name]}" if tried[kind, name] else "" for name in names
        ]
        print(f"{kind:16}{alarms[kind]:>5}/{lists}" + "".join(f"{cell:>9}" for cell in cells))
    total = [
        f"{sum(seen[kind, name] for kind in alarms)}/{sum(tried[kind, name] for kind in alarms)}"
        for name in names
    ]
    print(f"{'all':16}{sum(alarms.values()):>8}" + "".join(f"{cell:>9}" for cell in total))


def large(rows: int, slips: int, seed: int) -> None:
    """Make one large file, check it in a process of its own, and say what that took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv"
        due = write_large(path, rows, slips, seed)
        size = path.stat().st_size
        command = [sys.executable, "-m", "statlint", "check", "--isolated", "--exit-zero"]
        start = time.perf_counter()
        done = subprocess.run(  # noqa: S603
            [*command, "--lang", "en", "--output-format", "concise", str(path)],
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.perf_counter() - start
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = spent.ru_utime + spent.ru_stime
    print(
        f"{rows:,} rows, {size / 2**20:.0f} MiB: {seconds:.1f} s, {processor:.1f} s of processor,"
    )
    print(f"{rows / processor:,.0f} rows a second of it, at most {spent.ru_maxrss / 1024:.0f} MiB")
    print(f"status {done.returncode} {done.stderr[-500:]}")
    told = done.stdout.splitlines()
    used: set[int] = set()
    for kind, wanted in due.items():
        found = 0
        for texts in wanted:
            hits = {at for at, line in enumerate(told) if any(text in line for text in texts)}
            found += bool(hits)
            used |= hits
        print(f"  {kind:10}{found:5} of {len(wanted)}")
    others = [line for at, line in enumerate(told) if at not in used]
    alarms = [line for line in others if ": B101 " not in line]
    print(f"  {len(told)} findings; {len(others) - len(alarms)} more sums that slips have spoilt,")
    print(f"  {len(alarms)} others")
    for line in alarms[:10]:
        print(f"    {line.partition(':')[2]}")


def main() -> None:
    """Check small lists, or a large one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lists", type=int, default=3, help="lists of each kind")
    parser.add_argument("--only", default="", help="kinds with this in their name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="show alarms and misses")
    parser.add_argument("--rows", type=int, default=0, help="one file of so many rows instead")
    parser.add_argument("--slips", type=int, default=20, help="slips of each kind in it")
    options = parser.parse_args()
    if options.rows:
        large(options.rows, options.slips, options.seed)
    else:
        small(options.lists, options.seed, options.only, show=options.show)


if __name__ == "__main__":
    main()
