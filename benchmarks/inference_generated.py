"""How well made tables are understood: tables of every kind and layout, in Chinese and English.

    PYTHONPATH=lint:rules python benchmarks/inference_generated.py --tables 100

Their relations are known, because they were made by them. It prints precision, recall and F1, the
errors and warnings on tables in which nothing is wrong, how many wrong figures are found: one in
each table by itself, and (--files) one in one of many files of the same layout; and how many events
are that spoil several figures, or a sum at all its places.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from inference_tables.judge import places_of, said_of, verdict, written
from inference_tables.keys import crossing, found_in, told
from inference_tables.made.events import EVENTS, struck
from inference_tables.made.looks import LOOKS, Look, mixed_look
from inference_tables.made.several import several
from inference_tables.made.tables import Made, Printed, Wrong, tables
from inference_tables.tally import Tally

_FEW = 4


class Score:
    """What came out of some tables."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.tally = Tally()
        self.by_part: dict[str, Tally] = defaultdict(Tally)
        self.noisy: list[str] = []
        self.clean = 0
        self.wrong: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.elsewhere = 0
        self.listed: list[str] = []

    def understand(self, made: Printed) -> None:
        """Compare the relations found with those that the table has."""
        found = found_in(made.grids())
        allowed = made.truth.allowed(found)
        stub, _, boxhead = made.plan.name.partition(" x ")
        parts = (f"lines {stub}", f"heads {boxhead}", f"look {made.look.name}")
        for tally in (self.tally, *(self.by_part[part] for part in parts)):
            tally.add(made.truth.due, found, allowed)
        for sign, keys in (
            ("-", made.truth.due - found),
            ("+", found - made.truth.due - allowed),
        ):
            self.listed += [f"{made.name} {sign} {line}" for line in told(keys)]

    def leave_alone(self, made: Printed) -> None:
        """Check a table in which nothing is wrong."""
        said = said_of([made.source])
        self.clean += 1
        if said:
            self.noisy.append("\n    ".join((made.name, *map(written, said))))

    def notice(self, wrong: Wrong[Printed] | None, others: Sequence[Made] = ()) -> None:
        """Check a table in which one figure is wrong, beside other files of its layout."""
        if wrong is None:
            return
        beside = [(f"other {at}{one.source[0]}", one.source[1]) for at, one in enumerate(others)]
        right = wrong.right
        before = said_of([right.source, *beside])
        after = said_of([wrong.table.source, *beside])
        here = [one for one in after if one.path == wrong.table.source[0]]
        told_of = verdict(before, here, wrong.place)
        width = crossing(right.truth.due)[wrong.key]
        lines = f"{width} lines" if width < _FEW else "4+ lines"
        names = ("all", wrong.change, wrong.role, lines, f"look {right.look.name}")
        self.wrong.update(names)
        self.found.update(names if told_of.found else ())
        self.elsewhere += len(told_of.elsewhere)
        if not told_of.found:
            row, column = wrong.place
            change = f"R{row}C{column} {wrong.before} -> {wrong.after} ({lines})"
            self.listed.append(f"{right.name} not found: {change}")

    def witness(self, made: Made, event: str, seed: int) -> None:
        """Check a table to which something happened."""
        one = struck(made, event, seed)
        if one is None:
            return
        before, after = said_of([one.right.source]), said_of([one.table.source])
        known = {finding.cell for finding in before}
        new = [finding for finding in after if finding.cell not in known]
        here = [finding for finding in new if places_of(finding) & one.places]
        self.wrong[f"event: {event}"] += 1
        self.found[f"event: {event}"] += bool(here)
        self.elsewhere += len(new) - len(here)
        if not here:
            self.listed.append(f"{made.name} not found: {event}")

    def lines(self) -> Iterator[str]:
        """Write everything."""
        if self.tally.due or self.tally.found:
            yield from self.tally.lines()
            worst = sorted(self.by_part.items(), key=lambda one: one[1].f1)
            for name, tally in worst:
                yield f"    F1 {tally.f1:.3f} {name}"
        if self.clean:
            yield f"{len(self.noisy)} of {self.clean} clean tables have an error or a warning"
        yield from self.noisy
        for name in sorted(self.wrong):
            share = self.found[name] / self.wrong[name]
            yield f"    {name:30} {self.wrong[name]:5} wrong, found {share:.0%}"
        if self.wrong:
            yield f"    {self.elsewhere} errors or warnings elsewhere"


def files_of(made: Made, count: int) -> list[Made]:
    """Make files of the same layout with other figures, as other units would hand them in."""
    return [replace(made, seed=made.seed + 500_000 + at) for at in range(count)]


def looks_of(options: argparse.Namespace) -> list[Look]:
    """Give the looks asked for."""
    listed = [look for look in LOOKS if options.look in look.name]
    mixed = [mixed_look(options.seed * 100 + at) for at in range(options.mixed)]
    return [*([] if options.mixed else listed), *mixed]


def save(all_tables: Iterable[Printed]) -> None:
    """Write the tables into the folder `made`, to be looked at."""
    from pathlib import Path

    folder = Path("made")
    folder.mkdir(exist_ok=True)
    for made in all_tables:
        name, content = made.source
        (folder / f"{made.plan.name} {made.look.name} {name}".replace("/", "-")).write_bytes(
            content
        )


def main() -> None:
    """Make tables, and score what is found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tables", type=int, default=len(LOOKS) * 4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--look", default="", help="only looks whose name holds this")
    parser.add_argument("--kind", default="", help="only lines and heads whose name holds this")
    parser.add_argument("--mixed", type=int, default=0, help="this many looks mixed at random")
    parser.add_argument("--files", type=int, default=0, help="check so many files together")
    parser.add_argument("--several", action="store_true", help="two or three tables on a sheet")
    parser.add_argument(
        "--only", choices=("relations", "clean", "wrong", "events"), help="one part alone"
    )
    parser.add_argument("--show", action="store_true", help="list what did not come out")
    parser.add_argument("--save", action="store_true", help="write the tables into the folder made")
    options = parser.parse_args()
    score = Score()
    looks = looks_of(options)
    make = several if options.several else tables
    everything: Iterator[Printed] = iter(make(looks, options.seed, options.tables))
    chosen = [made for made in everything if options.kind in made.plan.name]
    began = time.process_time()
    for at, made in enumerate(chosen):
        if options.only in {None, "relations"}:
            score.understand(made)
        if options.only in {None, "clean"}:
            score.leave_alone(made)
        if options.only in {None, "wrong"}:
            others = files_of(made, options.files - 1) if isinstance(made, Made) else []
            score.notice(made.mistaken(options.seed + at), others)
        if options.only in {None, "events"} and isinstance(made, Made):
            for event in EVENTS:
                score.witness(made, event, options.seed + at)
    if options.save:
        save(chosen)
    for line in score.listed if options.show else ():
        print(line)
    print(*score.lines(), f"{time.process_time() - began:.1f} s CPU", sep="\n")


if __name__ == "__main__":
    main()
