"""The diagnosis beside Banff (Statistics Canada), on the same tables with the same slips.

Banff finds the fewest figures to change (Fellegi and Holt) and fills in what the edits then
leave only one figure for: `pip install banff` gives its Python package.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from random import Random
from time import process_time

from diagnosis_tables.judge import judge
from diagnosis_tables.model import Figures, Made, Slot, slot_of
from diagnosis_tables.shapes import made
from diagnosis_tables.slips import slips_in
from statlint.diagnosis.model import System
from submissions.random_reports import SIZES

_SHAPES = ("two ways", "nested", "one way")
_KINDS = ("any of these", "two of these", "swapped across", "swapped down", "line shifted")

_MOST_SECONDS = 2
"""How long Banff may look at one table; it has no answer where that is not enough."""


def main() -> None:
    """Print for each shape and slip how often all figures were put right, or wrongly changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", type=int, default=30, help="slips of each kind in each shape")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'':<30}{'statlint':>30}{'banff':>30}")
    print(f"{'':<30}{'right   wrong    ms':>30}{'right   wrong    ms':>30}")
    for shape in _SHAPES:
        for kind in _KINDS:
            print(_compared(shape, kind, options.slips, options.seed), flush=True)


def _compared(shape: str, kind: str, slips: int, seed: int) -> str:
    """Write the line of one shape and one kind of slip: shares of what was seen."""
    counts: Counter[str] = Counter()
    own = theirs = 0.0
    for table, changes in _slipped(shape, kind, slips, seed):
        verdict = judge(table, changes, with_before=False)
        if not verdict.seen:
            continue
        fixed, seconds = _by_banff(table, changes)
        right = {slot: table.figures.get(slot) or 0 for slot in changes}
        counts.update(
            {
                "seen": 1,
                "right": verdict.right,
                "wrong": verdict.wrong,
                "theirs right": fixed == right,
                "theirs wrong": any(right.get(slot) != value for slot, value in fixed.items()),
            }
        )
        own, theirs = own + verdict.seconds, theirs + seconds
    seen = counts["seen"] or 1
    cells = [
        f"{100 * counts[f'{whose}right'] / seen:10.1f}{100 * counts[f'{whose}wrong'] / seen:8.1f}"
        f"{1000 * spent / seen:12.2f}"
        for whose, spent in (("", own), ("theirs ", theirs))
    ]
    return f"{shape}, {kind} ({counts['seen']})".ljust(30) + "".join(cells)


def _slipped(shape: str, kind: str, slips: int, seed: int) -> Iterator[tuple[Made, Figures]]:
    for at in range(slips):
        table = made(shape, SIZES[at % len(SIZES)].name, seed * 1000 + at)
        rng = Random(f"{shape} {kind} {seed} {at}")  # noqa: S311 - no secrets
        changes = slips_in(table, kind, rng)
        if changes is not None:
            yield table, changes


def _by_banff(table: Made, changes: Figures) -> tuple[Mapping[Slot, int], float]:
    """Give the figures that Banff changes, and the CPU seconds that it takes."""
    import banff
    import pandas as pd

    found = table.surveyed(changes, with_before=False)
    if found is None:
        return {}, 0.0
    edits = _edits(found.system)
    row = {f"c{at}": float(cell.value) for at, cell in enumerate(found.system.cells)}
    frame = pd.DataFrame([{"unit": "1", **row}])
    start = process_time()
    with _quiet():
        errors = banff.errorloc(
            edits=edits,
            indata=frame,
            unit_id="unit",
            accept_negative=True,
            time_per_obs=_MOST_SECONDS,
            trace=False,
        )
        mended = banff.deterministic(
            edits=edits,
            indata=frame,
            instatus=errors.outstatus,
            unit_id="unit",
            accept_negative=True,
            trace=False,
        )
    seconds = process_time() - start
    rows = mended.outdata.to_pandas()
    said = rows.iloc[0] if len(rows) else {}
    return {
        slot_of(fact): round(said[name])
        for fact, name in zip(found.facts, row, strict=True)
        if name in said and round(said[name]) != row[name]
    }, seconds


def _edits(system: System) -> str:
    """Write the equations of a system as Banff reads them, and that no figure is below 0."""
    written = []
    for equation in system.equations:
        sides = [
            " + ".join(
                f"{abs(weight)} * c{at}" for at, weight in equation.terms if weight * sign > 0
            )
            for sign in (1, -1)
        ]
        written.append(f"{sides[0]} = {sides[1]};")
    written += [f"c{at} >= 0;" for at in range(len(system.cells))]
    return " ".join(written)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Banff prints off the page: it writes past Python."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept[0], 1)
            os.dup2(kept[1], 2)


if __name__ == "__main__":
    main()
