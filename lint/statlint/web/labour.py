"""Work for cases, done in other processes: what dies there is told, and nothing else is lost."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from time import monotonic
from typing import Any, TypeAlias, cast

from statlint.dataclass import replace
from statlint.run.jobs import cores
from statlint.run.workers.lost import Loss, LostWorkerError, WorkError
from statlint.run.workers.obituary import why_lost
from statlint.run.workers.pool import Bounds, Pool
from statlint.values.limits import USUAL
from statlint.web import task
from statlint.web.bounds import DeskBounds
from statlint.web.case import AtWork, Case, CaseFile, Role, WorkKind
from statlint.web.cases import break_off
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.home import clear
from statlint.web.merged import Lost, keep_merged
from statlint.web.plan import Given, Plan
from statlint.web.receive import disk_fault

_MEMORY = 2 * USUAL.memory
_SECONDS = 6 * USUAL.seconds
"""On the clock, for one file; reading and checking it are bounded by themselves."""
_EACH = 10.0
"""Seconds for each further file: one takes a fraction of one."""
_BYTES_A_SECOND = 1 << 19
_LEAST = 2
"""Processes: one file that takes long does not keep all others waiting."""
_Function: TypeAlias = "Callable[..., str]"


def _seconds(*words: str) -> float:
    """Give the seconds that a task may take besides; its second word is the plan."""
    return Plan.read(words[1]).seconds if words else 0.0


class Labour:
    """The processes that work for pages, and what they are asked."""

    def __init__(
        self, bounds: DeskBounds, jobs: int | None = None, tasks: Bounds | None = None
    ) -> None:
        """Keep the bounds, and those of one task; processes start with the first of them."""
        self.bounds = bounds
        self._pool_bounds = tasks or Bounds(_MEMORY, _SECONDS, _seconds)
        self.jobs = jobs or max(_LEAST, cores())
        self.pool = Pool(self.jobs, self._pool_bounds)
        self._asked: list[Future[str]] = []

    def warm(self) -> None:
        """Start processes, and have them load what checks files, before the first is there."""
        for _ in range(self.jobs):
            self.pool.submit(task.warm)

    def close(self) -> None:
        """End all processes at once."""
        self.pool.shutdown(cancel_futures=True)

    async def check(self, case: Case) -> None:
        """Begin to check the files of a case; a check that is at work is broken off for it."""
        if not any(case.of_role(Role.CHECKED)):
            raise DeskFaultError(Cannot.NOTHING_TO_CHECK)
        if case.work is not None and case.work.kind is WorkKind.REASONS:
            # Reasons that were typed are not lost for a choice that was changed after them.
            await asyncio.gather(cast("asyncio.Task[None]", case.work.task), return_exceptions=True)
        await break_off(case)
        self._begin(case, WorkKind.CHECK, None)

    async def stop(self, case: Case) -> None:
        """Break a check off; what the last one found stays."""
        if case.work is not None and case.work.kind is WorkKind.CHECK:
            await break_off(case)

    async def take_reasons(self, case: Case, given: Given) -> None:
        """Begin to write reasons for findings of the last check, then to check anew."""
        if case.is_stale or case.work is not None:
            raise DeskFaultError(Cannot.STALE)
        case.results()
        self._begin(case, WorkKind.REASONS, given)

    async def make(self, case: Case, wanted: str, number: str, file: CaseFile | None) -> str:
        """Have something made to be taken away; gives the name that it goes by."""
        case.results()
        path = case.seen_as(file) if file else ""
        words = (str(case.folder), self.plan_of(case).written(), wanted, number, path)
        (name,) = await self._told(None, task.make, *words)
        return str(name)

    def ahead(self, case: Case) -> int:
        """Count what others have asked for before, and no process has begun with."""
        mine = case.work.asked if case.work else []
        waiting = [one for one in self._asked if not one.running() and not one.done()]
        if not mine or mine[0] not in waiting:
            return 0
        return waiting.index(mine[0])

    def plan_of(self, case: Case) -> Plan:
        """Say what is to be done with a case as it is now."""
        checked = tuple((case.seen_as(one), one.id) for one in case.of_role(Role.CHECKED))
        beside = {
            role: tuple(case.seen_as(one) for one in case.of_role(role))
            for role in (Role.PREVIOUS, Role.PARTS)
        }
        choices = case.choices
        return Plan(
            language=choices.language,
            run=case.run + 1,
            checked=checked,
            previous=beside[Role.PREVIOUS],
            parts=beside[Role.PARTS],
            form=choices.form,
            period=choices.period,
            kind_of_unit=choices.kind_of_unit,
            seconds=_EACH * len(case.files) + case.size / _BYTES_A_SECOND,
            most=self.bounds.findings,
            most_of_all=self.bounds.all_findings,
        )

    def _begin(self, case: Case, kind: WorkKind, given: Given | None) -> None:
        case.error, case.used = None, monotonic()
        (case.folder / task.PROGRESS).unlink(missing_ok=True)
        work = case.work = AtWork(kind)
        work.task = asyncio.create_task(self._work(case, work, given))

    async def _work(self, case: Case, work: AtWork, given: Given | None) -> None:
        """See to it that work is done, and keep what came out of it."""
        plan, version = self.plan_of(case), case.version
        try:
            await self._done(case, work, plan, given)
        except DeskFaultError as fault:
            case.error = fault
        except OSError as error:
            case.error = disk_fault(error)
        except Exception as error:  # noqa: BLE001 - who waits for it is told, whatever it is
            case.error = _defect(error)
        else:
            case.run, case.seen = plan.run, version
            # Somebody may still be shown the one before.
            await asyncio.to_thread(clear, case.runs / str(plan.run - 2))
        finally:
            if case.work is work:
                case.work = None

    async def _done(self, case: Case, work: AtWork, plan: Plan, given: Given | None) -> None:
        folder = str(case.folder)
        if given is not None:
            words = (folder, plan.written(), given.written())
            await self._told(work, task.take_reasons, *words)
            return
        try:
            _sound(await self._ask(work, task.check, folder, plan.written()))
        except (LostWorkerError, WorkError) as error:
            await self._one_by_one(case, work, plan, error)

    async def _one_by_one(
        self, case: Case, work: AtWork, plan: Plan, error: LostWorkerError | WorkError
    ) -> None:
        """Check each file by itself, where a process died over them: one of them is to blame."""
        again = isinstance(error, LostWorkerError) and error.loss is not Loss.TIME
        if len(plan.checked) == 1 and not again:
            found: list[Lost | None] = [self._lost(error)]
        else:
            found = await asyncio.gather(
                *(self._alone(case, work, plan, at) for at in range(len(plan.checked)))
            )
        await asyncio.to_thread(keep_merged, case.runs / str(plan.run), plan, found)

    async def _alone(self, case: Case, work: AtWork, plan: Plan, at: int) -> Lost | None:
        one = replace(plan, checked=(plan.checked[at],))
        try:
            words = (str(case.folder), one.written(), str(at))
            _sound(await self._ask_again(work, task.check_alone, *words))
        except (LostWorkerError, WorkError) as error:
            return self._lost(error)
        return None

    def _lost(self, error: LostWorkerError | WorkError) -> Lost:
        """Say of a file why it could not be checked."""
        if isinstance(error, LostWorkerError):
            return Lost(why_lost(error.loss, self._pool_bounds))
        return Lost(_defect(error).words)

    async def _told(self, work: AtWork | None, function: _Function, *words: str) -> Any:  # noqa: ANN401 - what JSON says
        """Ask for all files together; raises DeskFaultError."""
        try:
            return _sound(await self._ask_again(work, function, *words))
        except LostWorkerError:
            raise DeskFaultError(Cannot.LOST) from None
        except WorkError as error:
            raise _defect(error) from None

    async def _ask_again(self, work: AtWork | None, function: _Function, *words: str) -> str:
        """Ask, and once more where the process was killed: it may have been by chance."""
        try:
            return await self._ask(work, function, *words)
        except LostWorkerError as error:
            if error.loss in {Loss.TIME, Loss.MEMORY}:
                raise
        return await self._ask(work, function, *words)

    async def _ask(self, work: AtWork | None, function: _Function, *words: str) -> str:
        """Have a function called by a process; what is not wanted any more is ended there."""
        future: Future[str] = self.pool.submit(function, *words)
        self._asked = [one for one in self._asked if not one.done()] + [future]
        if work is not None:
            work.asked.append(future)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            self.pool.abandon(future)
            with suppress(Exception):
                await asyncio.to_thread(future.result)
            raise


def _sound(told: str) -> Any:  # noqa: ANN401 - what JSON says
    """Read what a task tells; raises DeskFaultError for a fault."""
    if not told:
        return None
    said = json.loads(told)
    if isinstance(said, dict):
        raise DeskFaultError.as_told(said)
    return said


def _defect(error: Exception) -> DeskFaultError:
    """Say in a line what went wrong where nothing should; the rest is for those who mend it."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    if isinstance(error, WorkError):
        logging.getLogger(__name__).error("%s", error)
    return DeskFaultError(Cannot.DEFECT, reason=lines[-1])
