"""Who checks the files of a run besides this process: others on this computer, or an executor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from statlint.run.bounded import seconds_for
from statlint.run.jobs import cores
from statlint.run.workers.cluster import Cluster
from statlint.run.workers.crew import Crew
from statlint.run.workers.ground import at_hand, packed_ground
from statlint.run.workers.pool import Bounds, Pool

if TYPE_CHECKING:
    from statlint.run.work import Work
    from statlint.run.workers.process import Plain
    from statlint.run.workers.task import Item

_READ_AND_CHECKED = 2
"""How many times the memory of reading a file a process may take that checks it as well."""
_OVER = 6
"""How many times the processor time of a step a task may take on the clock: what is at work within
a process ends long before, unless it hangs."""


def _more(_ground: bytes, items: Sequence[Item] | bytes, *rest: Plain) -> float:
    """Give the seconds that files may take besides, as they are large, or many."""
    if isinstance(items, bytes):
        return float(sum(len(one) for one in rest if isinstance(one, tuple)))
    return _OVER * sum(seconds_for(name, 0) for _, name, _ in items)


@contextmanager
def hired(work: Work, jobs: int) -> Iterator[Crew]:
    """Start so many processes on this computer; after an error or an interrupt they end at once."""
    limits = work.settings.limits
    bounds = Bounds(limits.memory * _READ_AND_CHECKED, limits.seconds * _OVER, _more)
    with (
        Pool(jobs, bounds) as pool,
        crew_of(pool, work, jobs, bounds) as crew,
        at_hand(crew.ground, _works(work)),
    ):
        yield crew


def _works(work: Work) -> tuple[Work, ...]:
    return work.apart.all() if work.apart else (work,)


@contextmanager
def crew_of(
    executor: Executor, work: Work, width: int | None = None, bounds: Bounds | None = None
) -> Iterator[Crew]:
    """Give an executor what all tasks of a run share; whoever has made it ends it as well."""
    works = _works(work)
    numbers = {id(one): at for at, one in enumerate(works)}
    is_far = not _is_here(executor)
    known = executor.width if isinstance(executor, Cluster) else cores()
    ground = packed_ground(work, works, is_far=is_far)
    yield Crew(executor, work, ground, numbers, width or known, is_far, bounds)


def _is_here(executor: Executor) -> bool:
    """Tell whether its workers are on this computer, and see the files that the command sees."""
    if isinstance(executor, Pool):
        return True
    # Here, since it brings all of multiprocessing along.
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

    return isinstance(executor, (ProcessPoolExecutor, ThreadPoolExecutor))
