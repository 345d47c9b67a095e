"""Files of data sets on their way to a crew and back, with those that they are held against."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from statlint.dataclass import dataclass, field, replace
from statlint.run.around import around_apart
from statlint.run.held import Held
from statlint.run.names import name_of
from statlint.run.one import Begun
from statlint.run.packed_result import PackedResult
from statlint.run.result import FileResult
from statlint.run.steps import Step
from statlint.run.workers.kin import kin_of
from statlint.run.workers.lost import Loss
from statlint.run.workers.obituary import obituary

if TYPE_CHECKING:
    from statlint.run.each import Checked, Each
    from statlint.run.workers.crew import Crew, Errand
    from statlint.run.workers.task import Answer

_AHEAD = 64
"""Files for each worker that are out at a time."""
_Begun: TypeAlias = "FileResult | Begun | None"


@dataclass(frozen=True, slots=True, eq=False)
class _Out:
    """Some steps of a run, and those of them that are out."""

    steps: tuple[Step, ...]
    sent: tuple[Step, ...]
    errand: Errand | None
    told: list[Answer | Loss] = field(default_factory=list)
    here: list[dict[str, _Begun]] = field(default_factory=list)
    """What was found out in this process, where nothing could be told."""


@dataclass(frozen=True, slots=True, eq=False)
class Kindred:
    """Sends files out with all that they are held against; `each` does what must be done here."""

    each: Each
    crew: Crew

    def begun(self, steps: deque[Step]) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        """Give files in their order, each with what takes in how far it could be checked."""
        parts = deque(kin_of(tuple(steps)))
        steps.clear()
        out: deque[_Out] = deque()
        ahead = 0
        while parts or out:
            while parts and ahead < self.crew.width * _AHEAD:
                out.append(self._sent(parts.popleft()))
                ahead += len(out[-1].steps)
            ahead -= len(out[0].steps)
            yield from self._taken(out.popleft())

    def _sent(self, steps: tuple[Step, ...]) -> _Out:
        due = tuple(step for step in steps if not self.each.is_known(step))
        return _Out(steps, due, self.crew.begin_kin(due) if due else None)

    def _taken(self, out: _Out) -> Iterator[tuple[Step, Callable[[], Checked]]]:
        sent = {step.key: at for at, step in enumerate(out.sent)}
        for step in out.steps:
            if step.key in sent:
                yield step, partial(self._answered, out, sent[step.key])
            else:
                yield step, partial(self.each.alone, step)

    def _answered(self, out: _Out, at: int) -> Checked:
        """Wait for what is told of the files of a task, and take one of them in."""
        step = out.sent[at]
        if out.errand is not None and not out.told:
            # Where statlint itself failed on a file that is only read, nothing is told of any.
            out.told.extend(self.crew.answers(out.errand) or [None] * len(out.sent))
        answer = out.told[at]
        if not step.checked:
            return None
        if isinstance(answer, Loss):
            path = name_of(step.source)
            return obituary(path, answer, self.each.work.of(path), self.crew.bounds)
        if answer is None:
            return self._here(out, step)
        if len(answer) == 3:  # noqa: PLR2004 - what is told of a file that waits
            cells, refers, _ = answer
            return Held(step, cells, refers, kin=out.sent)
        packed = PackedResult(*answer)
        self.each.keep(step, packed)
        return packed

    def _here(self, out: _Out, step: Step) -> FileResult | Held | None:
        if not out.here:
            out.here.append(checked_here(self.each, out.sent, crashes=True))
        checked = out.here[0][step.key]
        if isinstance(checked, Begun):
            return Held(step, checked.cells, checked.refers, checked)
        if checked is not None:
            self.each.keep(step, checked)
        return checked


def checked_here(each: Each, kin: Iterable[Step], *, crashes: bool = False) -> dict[str, _Begun]:
    """Check files that matter for one another in this process, by what they are.

    With `crashes`, files read for others on which statlint failed are noted.
    """
    apart = replace(each, around=around_apart(each.work), crew=None)
    found = {step.key: apart.one(step) for step in kin}
    if crashes and each.around.library is not None:
        each.around.library.crashes.extend(apart.around.crashes)
    return found


def begun_of(each: Each, files: Sequence[Held]) -> Iterator[_Begun]:
    """Begin files again that a worker has begun, with those that they are held against."""
    known: dict[int, dict[str, _Begun]] = {}
    for one in files:
        if one.begun is not None or not one.kin:
            yield one.begun or each.one(one.step)
            continue
        if id(one.kin) not in known:
            known[id(one.kin)] = checked_here(each, one.kin)
        yield known[id(one.kin)][one.step.key]
