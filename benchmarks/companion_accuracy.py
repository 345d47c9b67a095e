"""Count what is found in companion tables: nothing in right ones, each broken relation, changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from random import Random

from accuracy import columns, share
from companions.all_kinds import KINDS, Kind
from companions.judge import Case, broken_case, clean_case, differences, suits
from companions.layouts import LAYOUTS, Layout
from companions.model import Companion
from submissions.changes import Change, changed
from submissions.model import Slot


@dataclass(frozen=True, slots=True)
class Plan:
    """What to try: how many tables of each plan, from which seed, how many changes of each."""

    tables: int
    seed: int
    changes: int
    layouts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What came of the tables of one kind."""

    kind: str
    clean: int
    alarms: int
    broken: int
    exactly: int
    changed: int
    noticed: int
    examples: tuple[str, ...]


def measure(kind: Kind, plan: Plan) -> Score:
    """Try tables of one kind in all layouts."""
    layouts = [layout for layout in LAYOUTS if layout.name in plan.layouts]
    made = [each for seed in range(plan.seed, plan.seed + plan.tables) for each in kind.made(seed)]
    clean = unlike([clean_case(each, layout) for each in made for layout in layouts])
    broken = unlike(
        [
            broken_case(each, layout)
            for companion in made
            for each in kind.broken(companion)
            for layout in layouts
            if suits(each, layout)
        ]
    )
    slips = unlike([slip for each in made for slip in _slips(each, layouts, plan)])
    alarms, missed, noticed = differences(clean), differences(broken), differences(slips)
    return Score(
        kind.name,
        len(clean),
        len(alarms),
        len(broken),
        len(broken) - len(missed),
        len(slips),
        len(noticed),
        tuple(f"{path}: {told}" for path, told in [*alarms.items(), *missed.items()]),
    )


def unlike(cases: Sequence[Case]) -> list[Case]:
    """Leave out a case whose path is there before: one file cannot be two."""
    return list({case.path: case for case in cases}.values())


def _slips(made: Companion, layouts: Sequence[Layout], plan: Plan) -> Iterator[Case]:
    """Change figures one at a time; each is in some sum, share, mean or place."""
    rng = Random(f"{made.id}{plan.seed}")  # noqa: S311 - figures to change, not secrets
    slots = sorted(_figures(made))
    for number in range(plan.changes):
        slot, change = (
            rng.choice(slots),
            rng.choice((Change.REPLACED, Change.SWAPPED, Change.ADDED)),
        )
        figure = changed(change, made.figures[slot], rng)
        if figure != made.figures[slot]:
            case = clean_case(made.with_figures({slot: figure}), layouts[number % len(layouts)])
            yield Case(
                f"{'.'.join(slot)} {figure}/{case.path}",
                case.layout,
                case.submission,
                case.form,
                case.tables,
            )


def _figures(made: Companion) -> Iterator[Slot]:
    words = {
        (page.table, column.key)
        for page in made.pages
        for column in page.columns
        if column.words or column.spare
    }
    for slot, figure in made.figures.items():
        if isinstance(figure, int) and (slot.table, slot.head) not in words:
            yield slot


def lines(scores: Sequence[Score]) -> Iterator[str]:
    """Write one line a kind."""
    yield columns("kind", "clean", "alarms", "broken", "exactly %", "changed", "noticed %")
    for score in scores:
        yield columns(
            score.kind,
            score.clean,
            score.alarms,
            score.broken,
            share(score.exactly, score.broken),
            score.changed,
            share(score.noticed, score.changed),
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1, help="tables of each plan")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other tables")
    parser.add_argument("--changes", type=int, default=20, help="figures to change in each table")
    parser.add_argument("--layout", action="append", help="only this layout (repeatable)")
    parser.add_argument("--kind", action="append", help="only this kind (repeatable)")
    parser.add_argument("--processes", type=int, default=1, help="how many processes share it")
    parser.add_argument("--show", type=int, default=0, help="print so many cases that went wrong")
    asked = parser.parse_args()
    names = tuple(asked.layout or [layout.name for layout in LAYOUTS])
    plan = Plan(asked.tables, asked.seed, asked.changes, names)
    kinds = [kind for kind in KINDS if not asked.kind or kind.name in asked.kind]
    with ProcessPoolExecutor(asked.processes) as pool:
        scores = list(pool.map(partial(measure, plan=plan), kinds))
    print("\n".join(lines(scores)))
    examples = [example for score in scores for example in score.examples]
    print("\n".join(examples[: asked.show]))


if __name__ == "__main__":
    main()
