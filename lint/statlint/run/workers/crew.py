"""Those who check files of a run elsewhere: tasks go out, answers come back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from typing import TYPE_CHECKING, TypeAlias

from statlint.dataclass import dataclass, replace
from statlint.run.names import name_of
from statlint.run.plain_pickle import dumps
from statlint.run.workers.cluster import Cluster
from statlint.run.workers.items import item_of
from statlint.run.workers.lost import Loss, LostWorkerError, WorkError
from statlint.run.workers.task import begin_files, begin_kin, finish_files

if TYPE_CHECKING:
    from statlint.run.steps import Step
    from statlint.run.work import Work
    from statlint.run.workers.pool import Bounds
    from statlint.run.workers.task import Answer, Item

_Answers: TypeAlias = "tuple[Answer, ...]"
_TICK = 1.0
"""Seconds after which an interrupt is heard on any system."""


@dataclass(frozen=True, slots=True, eq=False)
class Errand:
    """Some files that are out; `send` sends those of a range of them out anew, if need be."""

    count: int
    future: Future[_Answers]
    send: Callable[[int, int], Future[_Answers]]


@dataclass(frozen=True, slots=True, eq=False)
class Crew:
    """An executor, and what all its tasks share.

    `width` is how many tasks it does at a time, `numbers` are those of the works of the run. Where
    it `needs_content`, files are sent; else its workers find them at their paths.
    """

    executor: Executor
    work: Work
    ground: bytes
    numbers: Mapping[int, int]
    width: int
    needs_content: bool
    bounds: Bounds | None = None

    def item(self, step: Step) -> Item | None:
        """Give what is sent of a file; None for one that is to be checked here."""
        return item_of(step.source, self._number(step), needs_content=self.needs_content)

    def begin(self, items: Sequence[Item], *, together: bool = False) -> Errand:
        """Send files out to be checked as far as each can be checked by itself.

        Where their results are not kept one by one, they may come back packed `together`.
        """

        def send(first: int, end: int) -> Future[_Answers]:
            return self._submit(begin_files, tuple(items[first:end]), int(together))

        return Errand(len(items), send(0, len(items)), send)

    def begin_kin(self, steps: Sequence[Step]) -> Errand:
        """Send files out that matter for one another."""

        def send(first: int, end: int) -> Future[_Answers]:
            some = _with_needs(steps, first, end)
            numbers = tuple(self._number(step) for step in some)
            return self._submit(begin_kin, dumps(some), numbers)

        return Errand(len(steps), send(0, len(steps)), send)

    def finish(
        self, items: Sequence[Item], tables: Sequence[bytes], first: int, *, refers: bool
    ) -> Errand:
        """Send files out to be finished; they are those from the `first` on of a group.

        `tables` are the packed tables of the whole group.
        """

        def send(start: int, end: int) -> Future[_Answers]:
            before, after = tables[: first + start], tables[first + end :]
            some = tuple(items[start:end])
            return self._submit(finish_files, some, tuple(before), tuple(after), int(refers))

        return Errand(len(items), send(0, len(items)), send)

    def answers(self, errand: Errand) -> list[Answer | Loss]:
        """Wait for answers; of a file that a worker dies over twice, say what became of that one.

        Raises WorkError where nothing can be done elsewhere.
        """
        found = self._result(errand.future)
        if not isinstance(found, Loss):
            return list(found)
        if errand.count == 1 and found is Loss.TIME:
            return [found]
        # The others of the task are not to blame; nor is one over which a worker was killed by
        # chance.
        again = [errand.send(at, at + 1) for at in range(errand.count)]
        return [one if isinstance(one, Loss) else one[-1] for one in map(self._result, again)]

    def _result(self, future: Future[_Answers]) -> _Answers | Loss:
        while not wait([future], _TICK).done:
            if isinstance(self.executor, Cluster):
                self.executor.look()
        try:
            return future.result()
        except LostWorkerError as error:
            return error.loss
        except BrokenExecutor as error:
            raise _broken(error) from error

    def _number(self, step: Step) -> int:
        return self.numbers[id(self.work.of(name_of(step.source)))]

    def _submit(self, function: Callable[..., _Answers], *args: object) -> Future[_Answers]:
        try:
            return self.executor.submit(function, self.ground, *args)
        except (BrokenExecutor, RuntimeError) as error:
            raise _broken(error) from error


def _with_needs(steps: Sequence[Step], first: int, end: int) -> tuple[Step, ...]:
    """Give some steps, before them those whose files they need: these are only read."""
    some = steps[first:end]
    needed = {key for step in some for key in (step.needs.read if step.needs else ())}
    needed -= {step.key for step in some}
    read = (replace(step, checked=False, released=()) for step in steps if step.key in needed)
    return (*read, *some)


def _broken(error: Exception) -> WorkError:
    return WorkError(f"the executor takes no more tasks: {error}")
