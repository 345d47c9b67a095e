"""Count how often a changed figure is noticed, and how often a clean table is not left alone."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from submissions.catalogue import ALL_LAYOUTS
from submissions.changes import Change
from submissions.expected import wrong
from submissions.mixed_layouts import mixed_layout
from submissions.real_reports import real_reports
from submissions.scores import DamageScore, Plan, Score, layout_of, measure, measure_damage


def share(part: int, whole: int) -> str:
    """Write a share in per cent, cut off and never rounded up to 100."""
    return f"{part * 1000 // whole / 10:.1f}" if whole else "-"


def columns(name: str, *figures: object) -> str:
    """Write one line of a table."""
    return f"{name:<42}" + "".join(f"{figure!s:>11}" for figure in figures)


def layout_lines(scores: Sequence[Score]) -> Iterator[str]:
    """Write one line a layout."""
    yield columns("layout", "changes", "noticed %", "exactly %", "clean", "errors", "warnings")
    for score in scores:
        tried = score.tried.total()
        yield columns(
            score.layout,
            tried,
            share(score.noticed.total(), tried),
            share(score.exactly.total(), tried),
            score.tables,
            score.false_errors,
            score.false_warnings,
        )


def change_lines(scores: Sequence[Score]) -> Iterator[str]:
    """Write one line a kind of change, and one for all."""
    yield columns("change of one figure", "changes", "noticed %", "exactly %")
    kinds: list[tuple[str, Sequence[Change]]] = [(change.value, (change,)) for change in Change]
    for name, members in [*kinds, ("all", tuple(Change))]:
        tried = sum(score.tried[member] for score in scores for member in members)
        noticed = sum(score.noticed[member] for score in scores for member in members)
        exactly = sum(score.exactly[member] for score in scores for member in members)
        yield columns(name, tried, share(noticed, tried), share(exactly, tried))


def damage_lines(scores: Sequence[DamageScore]) -> Iterator[str]:
    """Write one line a kind of damage and file."""
    yield columns("damage to table three", "tables", "named %", "only %", "file")
    for score in scores:
        named, only = share(score.named, score.tried), share(score.only, score.tried)
        yield columns(score.damage, score.tried, named, only) + f"   {score.file}"


def real_lines(names: Sequence[str]) -> Iterator[str]:
    """Tell in how many layouts each real report comes out as it is by hand, and what differs."""
    right = tried = 0
    for layout in map(layout_of, names):
        reports = [report for report in real_reports() if layout.suits(report)]
        told = wrong(layout, reports)
        tried += len(reports)
        right += len(reports) - len(told)
        for report_id, differences in told.items():
            yield from (f"{layout.name}: {report_id}: {each}" for each in differences)
    yield f"real reports: {right} of {tried} come out exactly as they are by hand"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1, help="tables of each form and size")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other tables")
    parser.add_argument("--changes", type=int, default=20, help="changes to try on each table")
    parser.add_argument("--every-cell", action="store_true", help="try every change of every cell")
    parser.add_argument("--layout", action="append", help="only this layout (repeatable)")
    parser.add_argument("--mixed", type=int, default=0, help="so many layouts mixed at random")
    parser.add_argument("--processes", type=int, default=1, help="how many processes share it")
    parser.add_argument("--show", type=int, default=0, help="print so many cases that went wrong")
    return parser.parse_args()


def scores_of(names: Sequence[str], plan: Plan, processes: int) -> list[Score]:
    """Measure layouts, in this process or in several."""
    if processes == 1:
        return [measure(name, plan) for name in names]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(partial(measure, plan=plan), names))


def main() -> None:
    """Measure and print."""
    asked = arguments()
    plan = Plan(asked.tables, asked.seed, asked.changes, every_cell=asked.every_cell)
    names = asked.layout or [layout.name for layout in ALL_LAYOUTS]
    names += [mixed_layout(number).name for number in range(asked.mixed)]
    scores = scores_of(names, plan, asked.processes)
    for lines in (
        layout_lines(scores),
        change_lines(scores),
        damage_lines(list(measure_damage(plan))),
        real_lines(names),
    ):
        print("\n".join(lines), end="\n\n")
    examples = [example for score in scores for example in score.examples]
    print("\n".join(examples[: asked.show]))


if __name__ == "__main__":
    main()
