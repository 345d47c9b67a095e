"""An executor whose workers are processes: what one dies over is lost, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Any, TypeAlias

from statlint.dataclass import dataclass
from statlint.run.workers.forked import Forked, can_fork
from statlint.run.workers.lost import Loss, LostWorkerError
from statlint.run.workers.process import Plain, Process, started

_TO_START = 300.0
"""Seconds in which a process must have started, however busy the computer is."""
_TICK = 0.2
"""Seconds between two looks at the clock."""


def _no_more(*_args: Plain) -> float:
    return 0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may cost: bytes of memory, seconds on the clock."""

    memory: int = 4 << 30
    seconds: float = 120.0
    more: Callable[..., float] = _no_more
    """Gives seconds that a task may take besides, from what its function is given."""


_Task: TypeAlias = "tuple[Future[Any], Callable[..., Plain], tuple[Plain, ...]]"


class Pool(Executor):
    """So many processes that call functions of this program, each with plain values.

    A process that dies, or takes too long over a task, is replaced; its task raises
    LostWorkerError.
    """

    def __init__(self, jobs: int, bounds: Bounds | None = None) -> None:
        """Keep the number; processes start with the tasks."""
        self._bounds = bounds or Bounds()
        self._jobs = jobs
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._seats: list[_Seat] = []
        self._threads: list[Thread] = []
        self._lock = Lock()
        self._over = Event()
        self._watching: list[Thread] = []
        self._ended = Event()

    @property
    def process_ids(self) -> tuple[int, ...]:
        """The processes at work, by their numbers in the system."""
        return tuple(seat.process.id for seat in self._seats if seat.process)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as its parent has it
        """Have a function called by the next process that is free."""
        if kwargs:
            message = "only values by position can be sent"
            raise TypeError(message)
        with self._lock:
            if self._over.is_set():
                message = "the pool is closed"
                raise RuntimeError(message)
            future: Future[Any] = Future()
            self._tasks.put((future, fn, args))
            for process in () if self._seats else self._forked():
                self._open_seat(process)
            if len(self._seats) < self._jobs:
                self._open_seat()
        return future

    def abandon(self, future: Future[Any]) -> None:
        """Take a task back; the process that is at work on it ends, and another takes its place."""
        if not future.cancel():
            for seat in self._seats:
                seat.abandon(future)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its parent has it
        """End the processes when the tasks are done; at once, where these are cancelled."""
        with self._lock:
            self._over.set()
            if cancel_futures:
                self._cancel()
                for seat in self._seats:
                    seat.end()
            for _ in self._threads:
                self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            self._ended.set()
            for thread in self._watching:
                thread.join()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for the tasks, but not after an error or an interrupt."""
        self.shutdown(cancel_futures=kind is not None)

    def _forked(self) -> list[Process]:
        """Give processes that go on from this one, before there is a second thread here."""
        if not can_fork():
            return []
        found: list[Process] = []
        # Where the system lets no more of them begin, starting one says so.
        with suppress(OSError):
            found += (Process(Forked(self._bounds.memory)) for _ in range(self._jobs))
        return found

    def _open_seat(self, process: Process | None = None) -> None:
        if not self._seats:
            self._watching.append(Thread(target=self._watch, daemon=True))
            self._watching[0].start()
        seat = _Seat(self._bounds, process)
        self._seats.append(seat)
        thread = Thread(target=seat.work, args=(self._tasks,), daemon=True)
        self._threads.append(thread)
        thread.start()

    def _cancel(self) -> None:
        while True:
            try:
                task = self._tasks.get_nowait()
            except Empty:
                return
            if task is not None and task[0].cancel():
                # Who waits for several hears of it only so.
                task[0].set_running_or_notify_cancel()

    def _watch(self) -> None:
        """End processes that take too long."""
        while not self._ended.wait(_TICK):
            for seat in self._seats:
                seat.look_at_clock()
            if self._over.is_set() and not any(thread.is_alive() for thread in self._threads):
                return


class _Seat:
    """The place of one process; another takes it when that one is gone."""

    def __init__(self, bounds: Bounds, process: Process | None) -> None:
        self.process = process
        self._bounds = bounds
        self._latest: float | None = None
        self._future: Future[Any] | None = None
        self._is_over = False
        self._is_unwanted = False
        self._lock = Lock()

    def work(self, tasks: SimpleQueue[_Task | None]) -> None:
        """Have tasks done until there are none."""
        while (task := tasks.get()) is not None:
            future, function, args = task
            # First, so that whoever sees it running can have it abandoned.
            self._take(future)
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._ask(function, args))
            except Exception as error:  # noqa: BLE001 - whatever it is, who waits is told
                future.set_exception(error)
        self._leave()

    def end(self) -> None:
        """End the process, and start no other."""
        with self._lock:
            self._is_over = True
            if self.process is not None:
                self.process.end(Loss.ENDED)

    def abandon(self, future: Future[Any]) -> None:
        """End the process where it is at work on a task."""
        with self._lock:
            if self._future is future:
                self._is_unwanted = True
                if self._latest is not None and self.process is not None:
                    self.process.end(Loss.ENDED)

    def look_at_clock(self) -> None:
        """End a process that has taken too long over its task."""
        with self._lock:
            late = self._latest is not None and monotonic() > self._latest
            if late and self.process is not None:
                self.process.end(Loss.TIME)

    def _take(self, future: Future[Any]) -> None:
        with self._lock:
            self._future, self._is_unwanted = future, False

    def _ask(self, function: Callable[..., Plain], args: tuple[Plain, ...]) -> Plain:
        if self.process is not None and self.process.is_gone:
            # That was for nothing that this task has to do with.
            self._leave()
        with self._lock:
            if self._is_over or self._is_unwanted:
                raise LostWorkerError(Loss.ENDED)
            process = self.process = self.process or Process(started(self._bounds.memory))
            self._latest = monotonic() + _TO_START
        try:
            process.wait_until_ready()
            with self._lock:
                self._latest = monotonic() + self._bounds.seconds + self._bounds.more(*args)
            return process.ask(function, args)
        except LostWorkerError:
            self._leave()
            raise
        finally:
            with self._lock:
                self._latest = None

    def _leave(self) -> None:
        with self._lock:
            process, self.process = self.process, None
        if process is not None:
            process.close()
