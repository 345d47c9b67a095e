"""The bound on the time of one file: broken off in the midst of it, in any thread."""

from __future__ import annotations

import signal
from threading import Thread
from time import process_time

import pytest

from statlint.run.bounded import OutOfTimeError, bounded


def work_for_ever() -> None:
    """Do what never ends, in small steps."""
    while True:
        sum(range(100))


def caught_after(seconds: float) -> str:
    """Work under a bound and give what ended it."""
    try:
        with bounded(seconds):
            work_for_ever()
    except OutOfTimeError:
        return "out of time"
    return "in time"


def test_breaks_off_what_never_ends() -> None:
    assert caught_after(0.05) == "out of time"


def test_breaks_off_what_never_ends_in_another_thread() -> None:
    said: list[str] = []
    thread = Thread(target=lambda: said.append(caught_after(0.05)))
    thread.start()
    thread.join()

    assert said == ["out of time"]


def test_nothing_that_catches_errors_catches_it() -> None:
    def careful() -> None:
        try:
            work_for_ever()
        except Exception:  # noqa: BLE001 - as the run does for defects
            pytest.fail("taken for a defect")

    with pytest.raises(OutOfTimeError), bounded(0.05):
        careful()


def test_what_ends_in_time_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGVTALRM)

    with bounded(1000):
        inside = signal.getitimer(signal.ITIMER_VIRTUAL)[0]

    assert inside > 0
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    assert signal.getsignal(signal.SIGVTALRM) is before


def test_a_bound_within_another_changes_nothing() -> None:
    begun = process_time()
    with pytest.raises(OutOfTimeError), bounded(0.05), bounded(1000):
        work_for_ever()

    assert process_time() - begun < 900
