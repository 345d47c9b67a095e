"""Which files of data sets matter for one another: they are checked by one worker."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.run.steps import Step

_TOGETHER = 16
"""Files from which on a task takes no more of them."""


def kin_of(steps: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """Part the steps of a run, in their order, so that no part needs a file of another."""
    first = _reach(steps)
    found: list[tuple[Step, ...]] = []
    end = earliest = len(steps)
    # From behind: a part begins where nothing from there on reaches before it.
    for at in range(len(steps) - 1, -1, -1):
        earliest = min(earliest, first[at])
        if earliest == at and (end - at >= _TOGETHER or at == 0):
            found.append(tuple(steps[at:end]))
            end = at
    return tuple(reversed(found))


def _reach(steps: Sequence[Step]) -> list[int]:
    """Give for each step the place of the first one that it must not be parted from."""
    places = {step.key: at for at, step in enumerate(steps)}
    first = list(range(len(steps)))
    for at, step in enumerate(steps):
        for key in step.needs.read if step.needs else ():
            before, behind = sorted((at, places.get(key, at)))
            first[behind] = min(first[behind], before)
    return first
