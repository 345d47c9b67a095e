"""What it costs to understand a table that no form describes, and to check it.

    PYTHONPATH=lint:rules python benchmarks/inference_speed.py

Tables of nested totals down and across, as text and as a workbook; the best of some runs counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial

from inference_tables.judge import said_of
from inference_tables.keys import found_in
from inference_tables.made.looks import Look
from inference_tables.made.plan import Item, Leaf, Plan, Total
from inference_tables.made.tables import Made
from statlint.inference import understand
from statlint.table.layouts import layouts_of

SIZES = ((200, 30), (1000, 40), (5000, 40))
_GROUP = 10


def plan_of_size(lines: int, heads: int, sparse: float = 0.0) -> Plan:
    """Plan a table of this size: groups of lines with totals, spanners of heads with totals."""
    return Plan(
        f"{lines} x {heads}",
        "en",
        "A large table",
        "Region",
        "number",
        _grouped(lines, "District"),
        _grouped(heads, "Kind"),
        sparse=sparse,
    )


def _grouped(count: int, word: str) -> tuple[Item, ...]:
    """Put a total over all, then groups of nine with their totals."""
    items = []
    tops = []
    for at in range(1, count):
        within = (at - 1) % _GROUP
        if within == 0 and at + 1 < count:
            last = min(at + _GROUP, count)
            tops.append(at)
            items.append(Item((f"{word}s {at}",), Total(tuple(range(at + 1, last))), 1))
        else:
            items.append(Item((f"{word} {at}",), Leaf(), 2))
    if count - 1 == tops[-1] + _GROUP:  # a last member without a group of its own
        tops.append(count - 1)
    return (Item(("Total",), Total(tuple(tops))), *items)


def best(runs: int, work: Callable[[], object]) -> float:
    """Give the seconds of processor time of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Time tables of several sizes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--largest", type=int, default=5000, help="no table of more lines")
    options = parser.parse_args()
    print(f"{'table':24}{'layout':>10}{'relations':>10}{'check':>10}{'found':>10}{'due':>10}")
    for lines, heads in SIZES:
        large = lines > SIZES[1][0]
        runs = 1 if large else options.runs
        for sparse in ((0.0,) if large else (0.0, 0.3)) if lines <= options.largest else ():
            made = Made(plan_of_size(lines, heads, sparse), Look("text", title=False), 1)
            grid = made.grids()[0]
            layouts = layouts_of(grid)
            seconds = (
                best(runs, partial(layouts_of, grid)),
                best(runs, partial(understand, layouts)),
                best(runs, partial(said_of, [made.source])),
            )
            found = found_in([grid])
            name = f"{lines} x {heads}, {sparse:.0%} zero"
            shown = "".join(f"{one:9.3f}s" for one in seconds)
            print(f"{name:24}{shown}{len(found):10}{len(made.truth.due):10}", flush=True)


if __name__ == "__main__":
    main()
