"""A bound on the time of one file: reading and checking end where they take too long.

What takes long in a hostile file is where nobody thought of it, so no check between two steps of
ours would do. Where the system can send a signal by the clock of the processor, it does; elsewhere,
and in a thread beside the first, another thread looks at the clock. Neither costs a small file
more than some millionths of a second, or a tenth of a thousandth.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from time import process_time

from statlint.typed import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import signal
    from collections.abc import Iterator
    from types import FrameType

else:
    # The names of signals are not needed, and take longer than all the rest.
    import _signal as signal

_AGAIN = 10
_LOOK_AGAIN = 0.05
"""The least of seconds after which the clock is looked at again."""


_BYTES_A_SECOND = 4 << 20
"""What is read row by row takes as long as it is: ten million rows are no attack."""


class OutOfTimeError(BaseException):
    """Raised where one file takes too long: no defect, so nothing that catches one catches it."""


def seconds_for(path: str, seconds: float) -> float:
    """Give how long a file may take: so many seconds, and more for what it has on disk."""
    try:
        return seconds + os.stat(path).st_size / _BYTES_A_SECOND  # noqa: PTH116 - of texts
    except (OSError, ValueError):
        return seconds


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Allow so many seconds of processor time; raises OutOfTimeError in the midst of the work.

    Within a bound that holds already, nothing changes.
    """
    if sys.platform == "win32":
        with _by_thread(seconds):
            yield
        return
    if signal.getitimer(signal.ITIMER_VIRTUAL)[0]:
        yield
        return
    try:
        before = signal.signal(signal.SIGVTALRM, _out_of_time)
    except ValueError:
        # Only the first thread may say what becomes of a signal.
        with _by_thread(seconds):
            yield
        return
    # Again and again: what is raised in the midst of a clean-up is lost.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, max(seconds / _AGAIN, _LOOK_AGAIN))
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        # Once more, for a signal that came before the line above was done.
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _out_of_time(_number: int, _frame: FrameType | None) -> NoReturn:
    raise OutOfTimeError


@contextmanager
def _by_thread(seconds: float) -> Iterator[None]:
    """Have another thread look at the clock; raises OutOfTimeError in this one."""
    # Here, since nearly all files are checked in the first thread.
    from threading import Timer, get_ident

    latest, thread = process_time() + seconds, get_ident()
    timers: list[Timer] = []

    def look() -> None:
        left = latest - process_time()
        if left <= 0:
            _raise_in(thread)
        else:
            start(max(left, _LOOK_AGAIN))

    def start(after: float) -> None:
        timers[:] = [Timer(after, look)]
        timers[0].daemon = True
        timers[0].start()

    start(seconds)
    try:
        yield
    finally:
        timers[0].cancel()


def _raise_in(thread: int) -> None:
    from ctypes import c_ulong, py_object, pythonapi

    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(OutOfTimeError))
