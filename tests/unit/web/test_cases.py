"""When cases go: with their pages, and never while these are there."""

from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic

import pytest

from statlint.web.bounds import DeskBounds
from statlint.web.case import Case
from statlint.web.cases import Cases
from statlint.web.faults import DeskFaultError

BOUNDS = DeskBounds(lapse=100.0, idle=1_000.0, grace=10.0)


def after(cases: Cases, case: Case, seconds: float) -> bool:
    """Tell whether a case is there when so much time has passed."""
    asyncio.run(cases.look(monotonic() + seconds))
    return case.folder.exists()


@pytest.fixture
def cases(tmp_path: Path) -> Cases:
    """Give cases in a folder."""
    return Cases(tmp_path, BOUNDS)


def test_a_case_goes_when_nothing_is_heard_of_its_page(cases: Cases) -> None:
    case = cases.begin("zh")

    assert after(cases, case, 99)
    assert not after(cases, case, 101)
    with pytest.raises(DeskFaultError, match="drop them once more"):
        cases.get(case.id)


def test_a_case_goes_when_nothing_is_done_for_long(cases: Cases) -> None:
    case = cases.begin("zh")
    case.used = monotonic() - 950

    assert after(cases, case, 49)
    assert not after(cases, case, 51)


def test_a_case_whose_page_closes_goes_in_a_moment(cases: Cases) -> None:
    case, other = cases.begin("zh"), cases.begin("en")
    case.closing = monotonic() + 10

    assert after(cases, case, 9)
    assert not after(cases, case, 11)
    assert other.folder.exists()
    assert len(cases) == 1


def test_after_a_long_sleep_pages_may_speak_first(cases: Cases, tmp_path: Path) -> None:
    async def asleep() -> None:
        watch = asyncio.create_task(cases.watch(tick=0.01, slept=0.0))
        # All looks are late: this machine was asleep between any two of them.
        while case.heard == before:  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.01)
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)

    case = cases.begin("zh")
    case.heard -= 200
    before = case.heard
    asyncio.run(asleep())

    assert case.folder.exists()
    assert [one for one in tmp_path.iterdir() if one.is_dir()] == [case.folder]


def test_all_cases_go_in_the_end(cases: Cases, tmp_path: Path) -> None:
    several = [cases.begin("zh") for _ in range(3)]
    names = {case.id for case in several}
    asyncio.run(cases.end_all())

    assert len(names) == 3
    assert all(case.is_closed for case in several)
    assert list(tmp_path.iterdir()) == []
