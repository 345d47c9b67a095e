"""The files of a run spread over a crew; what comes back is put in order here."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from statlint.dataclass import dataclass, replace
from statlint.run.held import Held
from statlint.run.names import name_of
from statlint.run.packed_result import PackedResult, unpack_several
from statlint.run.result import FileResult
from statlint.run.steps import Step
from statlint.run.workers.items import item_size
from statlint.run.workers.lost import Loss
from statlint.run.workers.obituary import obituary

if TYPE_CHECKING:
    from statlint.run.each import Checked, Each
    from statlint.run.packed_result import Fields
    from statlint.run.workers.crew import Crew, Errand
    from statlint.run.workers.task import Answer, Item

_Answered: TypeAlias = "Answer | FileResult | Loss"
_AHEAD = 64
"""Files for each worker that are out at a time: what is told of them waits for the one before."""
_TOGETHER = 24
_TOGETHER_BYTES = 750_000
"""Files of a task, and the bytes from which on it takes no more of them."""


@dataclass(frozen=True, slots=True, eq=False)
class _Out:
    """Some steps of a run; those without an errand are done here."""

    steps: tuple[Step, ...]
    errand: Errand | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Files on their way to a crew and back; `each` does what must be done here."""

    each: Each
    crew: Crew

    def begun(self, steps: deque[Step]) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        """Give files in their order, each with what takes in how far it could be checked."""
        out: deque[_Out] = deque()
        ahead = 0
        while steps or out:
            while steps and ahead < self.crew.width * _AHEAD:
                out.append(self._next(steps))
                ahead += len(out[-1].steps)
            ahead -= len(out[0].steps)
            yield from self._taken(out.popleft())

    def begun_again(self, files: Iterable[Held]) -> Iterator[Checked]:
        """Begin those of some files that only an earlier run knows, in their order."""
        several = list(files)
        fresh = self._afresh().begun(deque(one.step for one in several if not one.is_new))
        for one in several:
            yield one if one.is_new else next(fresh)[1]()

    def _afresh(self) -> Spread:
        return Spread(replace(self.each, recall=None), self.crew)

    def _next(self, steps: deque[Step]) -> _Out:
        """Send the next files that make a task; one that is known or cannot be sent stays here."""
        most = min(_TOGETHER, max(1, len(steps) // (2 * self.crew.width)))
        taken: list[Step] = []
        items: list[Item] = []
        size = 0
        while steps and len(taken) < most and size < _TOGETHER_BYTES:
            item = None if self.each.is_known(steps[0]) else self.crew.item(steps[0])
            if item is None:
                break
            taken.append(steps.popleft())
            items.append(item)
            size += item_size(item)
        if not taken:
            return _Out((steps.popleft(),))
        return _Out(tuple(taken), self.crew.begin(items, together=self.each.recall is None))

    def _taken(self, out: _Out) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        if out.errand is None:
            (step,) = out.steps
            yield step, partial(self.each.alone, step)
            return
        # A task of one is said to be at work while it is waited for.
        answers: list[_Answered] = []
        for at, step in enumerate(out.steps):
            yield step, partial(self._answered, out.errand, answers, at, step)

    def _answered(self, errand: Errand, answers: list[_Answered], at: int, step: Step) -> Checked:
        """Wait for what is told of the files of a task, and take one of them in."""
        if not answers:
            answers += map(_unpacked(), self.crew.answers(errand))
        return self._told(step, answers[at])

    def _told(self, step: Step, answer: _Answered) -> Checked:
        if isinstance(answer, FileResult):
            return answer
        if answer is None:
            return self.each.alone(step)
        if isinstance(answer, Loss):
            return self.lost(step, answer)
        if len(answer) == 3:  # noqa: PLR2004 - what is told of a file that waits
            cells, refers, tables = answer
            return Held(step, cells, refers, tables=tables)
        packed = PackedResult(*cast("Fields", answer))
        self.each.keep(step, packed)
        return packed

    def lost(self, step: Step, loss: Loss) -> FileResult:
        """Say that a worker died over a file."""
        path = name_of(step.source)
        return obituary(path, loss, self.each.work.of(path), self.crew.bounds)


def _unpacked() -> Callable[[Answer | Loss], _Answered]:
    """Give what unpacks results of a task that were packed together, all of them at once."""
    known: dict[bytes, tuple[FileResult, ...]] = {}

    def unpacked(answer: Answer | Loss) -> _Answered:
        if answer is None or isinstance(answer, Loss) or len(answer) != 2:  # noqa: PLR2004 - one of several
            return answer
        at, packed = answer
        if packed not in known:
            known[packed] = unpack_several(packed)
        return known[packed][at]

    return unpacked
