"""Whether a change of one figure is noticed, and whether what is said is all about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from submissions.changes import Change, changed
from submissions.judge import Case, Said, check, without
from submissions.layout import Layout
from submissions.model import APPLICATIONS, REVIEWS, Figure, Report, Slot

_BATCH = 60


@dataclass(frozen=True, slots=True)
class Slip:
    """One figure changed in one report, in one layout."""

    report: Report
    layout: Layout
    slot: Slot
    change: Change
    figure: Figure

    def __str__(self) -> str:
        """Say what was changed, so that it can be tried again."""
        before = self.report.figures[self.slot]
        at = ".".join(self.slot)
        return (
            f"{self.layout.name}: {self.report.id}, {self.report.form}, {at} {before} -> "
            f"{self.figure} ({self.change})"
        )


@dataclass(frozen=True, slots=True)
class Noticed:
    """What was said about one slip."""

    slip: Slip
    said: tuple[Said, ...]

    @property
    def noticed(self) -> bool:
        """Whether anything was said at error or warning."""
        return bool(self.said)

    @property
    def exactly(self) -> bool:
        """Whether something was said, and all of it about the line or head of the changed cell."""
        return self.noticed and all(about(said, self.slip.slot) for said in self.said)


def about(said: Said, slot: Slot) -> bool:
    """Tell whether a finding stands on the line or under the head of a slot, or points at it."""
    if slot in said.related:
        return True
    at = said.slot
    return (
        at is not None and at.table == slot.table and (at.line == slot.line or at.head == slot.head)
    )


def slots_of_interest(report: Report) -> list[Slot]:
    """Give the slots of tables 三 and 四: every change of a figure there is to be noticed."""
    return [slot for slot in report.figures if slot.table in {APPLICATIONS, REVIEWS}]


def every_slip(report: Report, layout: Layout, rng: Random) -> Iterator[Slip]:
    """Make every possible change of every figure in tables 三 and 四."""
    for slot in slots_of_interest(report):
        for change in Change:
            before = report.figures[slot]
            figure = changed(change, before, rng)
            if figure != before:
                yield Slip(report, layout, slot, change, figure)


def sampled_slips(
    report: Report, layout: Layout, rng: Random, kinds: Iterable[Change]
) -> Iterator[Slip]:
    """Make one slip of each kind asked for, each at a figure that allows it."""
    slots = slots_of_interest(report)
    for change in kinds:
        rng.shuffle(slots)
        for slot in slots:
            before = report.figures[slot]
            figure = changed(change, before, rng)
            if figure != before:
                yield Slip(report, layout, slot, change, figure)
                break


def judged(wanted: Sequence[Slip]) -> Iterator[Noticed]:
    """Lay out each slip, check them in batches and tell what was said."""
    for start in range(0, len(wanted), _BATCH):
        batch = [_case(at, slip) for at, slip in enumerate(wanted[start : start + _BATCH])]
        found = check(batch)
        for each, slip in zip(batch, wanted[start:], strict=False):
            yield Noticed(slip, tuple(without(found[each.path], slip.layout.provokes)))


def _case(at: int, slip: Slip) -> Case:
    report = slip.report.with_figure(slip.slot, slip.figure)
    made = slip.layout.make(report)
    return Case(report, slip.layout, f"{at}/{made.name}", made)
