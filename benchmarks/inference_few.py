"""How often a wrong figure is found where only one to three lines (or heads) cross a relation.

    PYTHONPATH=lint:rules python benchmarks/inference_few.py aggregations.jl.gz --cuts 2

The annotated tables have few such relations. Most are cut down to one, two or three of their heads
(or lines), and every kind of slip is made in totals and in parts. What is not found is counted by
why: the sum was not believed at all, believed but not told, or a finding stood elsewhere. Tables
that are held out are left out unless --part says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from inference_errors import sums_that_hold
from inference_tables.annotated import Annotated, annotated_tables, grid_of
from inference_tables.cut import cuts
from inference_tables.judge import csv_of, said_of, verdict, written
from inference_tables.keys import Key, Place, crossing, found_in
from inference_tables.mistyping import KINDS, mistyped
from inference_tables.options import parser_on_tables
from statlint.finding import Finding
from submissions.changes import Change

_FEW = 3


@dataclass(frozen=True, slots=True)
class Trial:
    """One figure of one sum, and what happens to it; `width` counts the places of the sum."""

    table: Annotated
    key: Key
    cell: Place
    change: Change
    role: str
    width: int

    @property
    def names(self) -> tuple[str, ...]:
        """What it is counted under."""
        axis = "down" if self.key.down else "across"
        own = (self.change.value, self.role, f"{self.width} lines", axis, "all")
        return tuple(f"{self.table.kind}, {one}" for one in own)

    def rows(self, rng: Random) -> list[list[str]] | None:
        """Write the table with the wrong figure; None where it cannot be changed so."""
        row, column = self.cell
        text = self.table.rows[row - 1][column - 1]
        wrong = mistyped(text, self.change, rng, self.table.group, self.table.point)
        if wrong is None:
            return None
        rows = [list(one) for one in self.table.rows]
        rows[row - 1][column - 1] = wrong
        return rows

    def note(self, rows: Sequence[Sequence[str]]) -> str:
        """Write what was changed."""
        row, column = self.cell
        texts = (one[row - 1][column - 1] for one in (self.table.rows, rows))
        return f"{self.table.name} R{row}C{column} {' -> '.join(texts)} {self.names[:4]}"

    def why(self, rows: Sequence[Sequence[str]]) -> str:
        """Say why a wrong figure was not found: its sum was not, or was not told."""
        believed = any(
            one.aggregate == self.key.aggregate and self.cell in {one.aggregate, *one.parts}
            for one in found_in([grid_of(rows)])
        )
        return "not told" if believed else "not believed"


class Trials:
    """Wrong figures in small tables, and how many of them were found."""

    def __init__(self, seed: int) -> None:
        """Begin with nothing."""
        self.rng = Random(seed)  # noqa: S311 - figures to change, not secrets
        self.due: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.why: Counter[str] = Counter()
        self.tables: Counter[str] = Counter()
        self.noisy: list[str] = []
        self.missed: list[str] = []
        self.elsewhere: list[str] = []

    def run(self, table: Annotated, most: int) -> None:
        """Check a table as it is, then with one wrong figure, for up to so many of its sums."""
        sums = {key for key in table.due if key.operator == "sum"}
        width = crossing(sums)
        keys = [key for key in sums_that_hold(table) if width[key] <= _FEW]
        if not keys:
            return
        before = said_of([(f"{table.name}.csv", csv_of(table.rows))])
        self.tables[table.kind] += 1
        self.noisy += [f"{table.kind} {table.name} {written(one)}" for one in before]
        for key in self.rng.sample(keys, min(most, len(keys))):
            for kind in KINDS:
                cells = {"total": key.aggregate, "part": self.rng.choice(key.parts)}
                for role, cell in cells.items():
                    trial = Trial(table, key, cell, self.rng.choice(kind), role, width[key])
                    self._try(trial, before)

    def _try(self, trial: Trial, before: Sequence[Finding]) -> None:
        rows = trial.rows(self.rng)
        if rows is None:
            return
        told = verdict(before, said_of([(f"{trial.table.name}.csv", csv_of(rows))]), trial.cell)
        self.due.update(trial.names)
        self.found.update(trial.names if told.found else ())
        note = trial.note(rows)
        self.elsewhere += [f"{note} {written(one)}" for one in told.elsewhere]
        if not told.found:
            why = "elsewhere" if told.elsewhere else trial.why(rows)
            self.why[f"{trial.table.kind}, {why}"] += 1
            self.missed.append(f"{why}: {note}")

    def lines(self) -> Iterator[str]:
        """Write what was found."""
        for name in sorted(self.due):
            share = self.found[name] / self.due[name]
            yield f"{name:34} {self.due[name]:5} wrong {self.found[name]:5} found  {share:.0%}"
        for name, times in sorted(self.why.items()):
            yield f"{name:34} {times:5}"
        for kind, count in self.tables.items():
            noisy = sum(one.startswith(kind) for one in self.noisy)
            yield f"{kind}: {noisy} findings on {count} tables as they are"
        yield f"elsewhere {len(self.elsewhere)}"


def main() -> None:
    """Make wrong figures and count."""
    parser = parser_on_tables(__doc__)
    parser.add_argument("--cuts", type=int, default=1, help="how often each width is cut")
    parser.add_argument("--sums", type=int, default=2, help="how many sums of each table are tried")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="list what was not found")
    options = parser.parse_args()
    trials = Trials(options.seed)
    for table in annotated_tables(options.path, options.part, options.names):
        if options.kind in {None, table.kind}:
            trials.run(table, 10 * options.sums)
            for one in cuts(table, Random(f"{table.name} {options.seed}"), options.cuts):  # noqa: S311
                trials.run(one, options.sums)
    listed = [f"as it is: {one}" for one in trials.noisy]
    listed += [f"elsewhere: {one}" for one in trials.elsewhere]
    listed += [f"not found: {one}" for one in trials.missed if options.show]
    print(*listed, sep="\n")
    print(*trials.lines(), sep="\n")


if __name__ == "__main__":
    main()
