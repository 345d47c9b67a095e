"""Processes that do tasks: one that dies takes its task along, and nothing else."""

from __future__ import annotations

import builtins
import operator
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait

import pytest

from statlint.run.workers.lost import Loss, LostWorkerError, WorkError
from statlint.run.workers.pool import Bounds, Pool
from statlint.run.workers.process import Plain

LONG = 600
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals or limits")


@pytest.fixture
def pool() -> Iterator[Pool]:
    """Give a pool of two processes."""
    with Pool(2) as pool:
        yield pool


def is_alive(process_id: int) -> bool:
    """Tell whether a process is still there."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_does_many_tasks_in_two_processes(pool: Pool) -> None:
    tasks = [pool.submit(operator.add, number, 1) for number in range(50)]
    ids = {pool.submit(os.getpid).result() for _ in range(20)}

    assert [task.result() for task in tasks] == list(range(1, 51))
    assert ids <= set(pool.process_ids)
    assert os.getpid() not in ids


def test_a_task_reads_nothing_of_what_is_typed_and_prints_nothing_between_answers(
    pool: Pool,
) -> None:
    typed = pool.submit(os.read, 0, 10).result()
    printed = [pool.submit(builtins.print, "x" * 9).result() for _ in range(3)]

    assert typed == b""
    assert printed == [None, None, None]


@posix
@pytest.mark.parametrize(
    ("function", "args", "loss"),
    [
        pytest.param(signal.raise_signal, (signal.SIGTERM,), Loss.BROKEN, id="ended by a signal"),
        pytest.param(os.abort, (), Loss.KILLED, id="aborted, as where an allocation fails"),
        pytest.param(os._exit, (3,), Loss.ENDED, id="left half-way"),
        pytest.param(builtins.bytes, (64 << 30,), Loss.MEMORY, id="out of memory"),
    ],
)
def test_a_process_that_dies_costs_its_own_task_alone(
    pool: Pool, function: Callable[..., object], args: tuple[int, ...], loss: Loss
) -> None:
    before = [pool.submit(operator.add, number, 1) for number in range(20)]
    fatal = pool.submit(function, *map(int, args))
    after = [pool.submit(operator.add, number, 1) for number in range(20)]

    with pytest.raises(LostWorkerError) as lost:
        fatal.result()
    assert lost.value.loss is loss
    assert [task.result() for task in (*before, *after)] == [*range(1, 21), *range(1, 21)]


@posix
def test_a_process_that_somebody_kills_is_replaced() -> None:
    with Pool(1) as pool:
        killed = pool.submit(os.getpid).result()
        # At its task beyond doubt: one that is killed while it waits costs none.
        task = pool.submit(signal.raise_signal, int(signal.SIGKILL))
        with pytest.raises(LostWorkerError) as lost:
            task.result()
        replaced = pool.submit(os.getpid).result()

    assert lost.value.loss is Loss.KILLED
    assert replaced != killed


@posix
def test_a_process_that_is_killed_while_it_waits_costs_no_task() -> None:
    with Pool(1) as pool:
        killed = pool.submit(os.getpid).result()
        os.kill(killed, signal.SIGKILL)
        # Whoever asks before it is gone finds it dying.
        os.waitid(os.P_PID, killed, os.WEXITED | os.WNOWAIT)
        following = pool.submit(os.getpid).result()

    assert following != killed


def test_a_task_that_takes_too_long_is_lost() -> None:
    def more(*args: Plain) -> float:
        """Let nothing but the long sleep be late, however long a process takes to start."""
        return 0 if args == (LONG,) else LONG

    with Pool(1, Bounds(seconds=0.5, more=more)) as pool:
        task = pool.submit(time.sleep, LONG)
        with pytest.raises(LostWorkerError) as lost:
            task.result()
        following = pool.submit(operator.add, 1, 1).result()

    assert lost.value.loss is Loss.TIME
    assert following == 2


def test_a_task_that_nobody_wants_any_more_ends_with_its_process() -> None:
    with Pool(1) as pool:
        (before,) = [pool.submit(os.getpid).result()]
        running, waiting = pool.submit(time.sleep, LONG), pool.submit(time.sleep, LONG)
        while not running.running():
            time.sleep(0.01)
        pool.abandon(waiting)
        pool.abandon(running)
        with pytest.raises(LostWorkerError) as lost:
            running.result()
        after = pool.submit(os.getpid).result()
        done = pool.submit(os.getpid)
        done.result()
        pool.abandon(done)
        unharmed = pool.submit(os.getpid).result()

    assert lost.value.loss is Loss.ENDED
    assert waiting.cancelled()
    assert before != after
    assert unharmed == after


def test_says_what_a_function_raises(pool: Pool) -> None:
    task = pool.submit(operator.truediv, 1, 0)

    with pytest.raises(WorkError, match="ZeroDivisionError"):
        task.result()


def test_an_interrupt_ends_all_at_once() -> None:
    def interrupted() -> None:
        with Pool(2) as pool:
            ids.extend({pool.submit(os.getpid).result() for _ in range(9)})
            tasks.extend(pool.submit(time.sleep, LONG) for _ in range(6))
            raise KeyboardInterrupt

    ids: list[int] = []
    tasks: list[Future[None]] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert [one for one in ids if is_alive(one)] == []
    done = wait(tasks).done
    assert len(done) == len(tasks)
    assert {type(one.exception()) for one in done if not one.cancelled()} <= {LostWorkerError}


def test_takes_no_task_when_it_is_closed() -> None:
    pool = Pool(1)
    pool.shutdown()

    with pytest.raises(RuntimeError, match="closed"):
        pool.submit(os.getpid)


def test_takes_values_by_position_alone(pool: Pool) -> None:
    with pytest.raises(TypeError, match="position"):
        pool.submit(operator.add, a=1, b=2)
