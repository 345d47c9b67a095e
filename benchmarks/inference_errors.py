"""How often one wrong figure is found in annotated tables, and what is said of them as they are.

    PYTHONPATH=lint:rules python benchmarks/inference_errors.py aggregations.jl.gz --trials 200

One cell of an annotated sum that holds, its total or a part, is written wrongly; then the file is
checked as any other. The error is found where an error or a warning that the table did not have
before has the cell among its figures. Tables that are held out are left out unless --part says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random

from inference_tables.annotated import Annotated, annotated_tables
from inference_tables.judge import csv_of, said_of, verdict, written
from inference_tables.keys import Key, Place, crossing
from inference_tables.mistyping import drawn_change, mistyped
from inference_tables.options import parser_on_tables
from statlint.finding import Finding
from statlint.values import Figure, NumberStyle, read_styled

_MANY = 4


def value_of(table: Annotated, place: Place) -> Decimal | None:
    """Read one cell of a table in the way its numbers are written."""
    text = table.rows[place[0] - 1][place[1] - 1]
    plain = text.replace(table.group or ",", "").replace(table.point, ".")
    reading = read_styled(plain, NumberStyle())
    return Decimal(reading.value) if isinstance(reading, Figure) else None


def sums_that_hold(table: Annotated) -> list[Key]:
    """Give the annotated sums whose figures agree to the last digit."""
    held = []
    for key in sorted(key for key in table.due if key.operator == "sum"):
        total = value_of(table, key.aggregate)
        parts = [value_of(table, part) for part in key.parts]
        if total and total == sum(part for part in parts if part is not None):
            held.append(key)
    return held


class Trials:
    """Wrong figures in tables, and how many of them were found."""

    def __init__(self, tables: Sequence[Annotated], seed: int) -> None:
        """Check the tables as they are."""
        self.rng = Random(seed)  # noqa: S311 - figures to change, not secrets
        self.tables = tables
        self.before = [said_of([(f"{at}.csv", csv_of(one.rows))]) for at, one in enumerate(tables)]
        self.due: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.pinned = 0
        self.elsewhere: list[tuple[str, Finding]] = []
        self.missed: list[str] = []

    def run(self, trials: int) -> None:
        """Make wrong figures, one at a time, in tables drawn at random."""
        sums = [(at, sums_that_hold(table)) for at, table in enumerate(self.tables)]
        holding = [one for one in sums if one[1]]
        tried = 0
        while tried < trials and holding:
            at, keys = self.rng.choice(holding)
            tried += self._try(at, self.rng.choice(keys))

    def _try(self, at: int, key: Key) -> bool:
        table = self.tables[at]
        own_sums = {one for one in table.due if one.operator == "sum"}
        change = drawn_change(self.rng)
        role = self.rng.choice(("total", "part"))
        row, column = key.aggregate if role == "total" else self.rng.choice(key.parts)
        text = table.rows[row - 1][column - 1]
        wrong = mistyped(text, change, self.rng, table.group, table.point)
        if wrong is None:
            return False
        rows = [list(one) for one in table.rows]
        rows[row - 1][column - 1] = wrong
        after = said_of([(f"{at}.csv", csv_of(rows))])
        told = verdict(self.before[at], after, (row, column))
        width = crossing(own_sums)[key]
        lines = f"{width} lines" if width < _MANY else "4+ lines"
        names = (change.value, role, lines, table.kind, f"{table.kind}, {lines}", "all")
        self.due.update(names)
        self.found.update(names if told.found else ())
        self.pinned += told.pinned
        self.elsewhere.extend((table.name, one) for one in told.elsewhere)
        if not told.found:
            self.missed.append(f"{table.name} R{row}C{column} {text} -> {wrong} ({lines})")
        return True

    def lines(self) -> Iterator[str]:
        """Write what was found."""
        for name in sorted(self.due):
            share = self.found[name] / self.due[name]
            yield f"{name:24} {self.due[name]:5} wrong {self.found[name]:5} found  {share:.0%}"
        tried = max(self.due["all"], 1)
        yield f"at the very cell {self.pinned / tried:.0%}, elsewhere {len(self.elsewhere)}"


def main() -> None:
    """Make wrong figures and count."""
    parser = parser_on_tables(__doc__)
    parser.add_argument("--trials", type=int, default=200, help="how many figures to change")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="list what was not found")
    options = parser.parse_args()
    everything = annotated_tables(options.path, options.part, options.names)
    tables = [one for one in everything if options.kind in {None, one.kind}]
    trials = Trials(tables, options.seed)
    for table, said in zip(tables, trials.before, strict=True):
        for one in said:
            print(f"as it is: {table.name} {written(one)}")
    noisy = sum(bool(said) for said in trials.before)
    print(f"{noisy} of {len(tables)} tables have an error or a warning as they are")
    trials.run(options.trials)
    for name, one in trials.elsewhere:
        print(f"elsewhere: {name} {written(one)}")
    for line in trials.missed if options.show else ():
        print(f"not found: {line}")
    print(*trials.lines(), sep="\n")


if __name__ == "__main__":
    main()
