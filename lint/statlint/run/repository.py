"""The order of a run over data sets: each file after those it is held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.config.datasets import Dataset
from statlint.dataclass import replace
from statlint.run.datasets import files_of_each, place_of
from statlint.run.names import identity
from statlint.run.needs import Index, Needs, in_order
from statlint.run.steps import Step


def ordered(steps: Sequence[Step], datasets: Sequence[Dataset]) -> tuple[Step, ...]:
    """Put the steps of a run in order, with those for files that are read for others alone."""
    index, on_disk = _index(datasets)
    by_key = {step.key: step for step in steps}
    placed = [step.key for step in steps if step.key in index.places]
    found = []
    for key in in_order(index, placed):
        step = by_key.get(key) or Step(on_disk[key], key, checked=False)
        needs = index.needs(key) if step.checked else Needs()
        wholes = tuple(on_disk[one] for one in needs.part_of)
        found.append(replace(step, place=index.places[key], needs=needs, part_of=wholes))
    alone = [step for step in steps if step.key not in index.places]
    return tuple(_with_ends([*found, *alone]))


def _index(datasets: Sequence[Dataset]) -> tuple[Index, dict[str, str]]:
    """Enter every file of every data set that is on disk."""
    index = Index(datasets)
    on_disk: dict[str, str] = {}
    for _, files in files_of_each(datasets):
        for path in files:
            key = identity(path)
            place = None if key in on_disk else place_of(path, datasets)
            if place is not None:
                on_disk[key] = path
                index.add(key, place)
    return index, on_disk


def _with_ends(steps: Sequence[Step]) -> Iterable[Step]:
    """Say of each step whether its file is needed later, and which files nobody needs after it."""
    last: dict[str, int] = {}
    for number, step in enumerate(steps):
        for key in step.needs.read if step.needs else ():
            last[key] = number
    ends: dict[int, list[str]] = {}
    for key, number in last.items():
        ends.setdefault(number, []).append(key)
    for number, step in enumerate(steps):
        kept = last.get(step.key, -1) > number
        yield replace(step, is_kept=kept, released=tuple(ends.get(number, ())))
