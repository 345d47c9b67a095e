"""All cases of a server: made, looked up, and taken away when their pages are gone."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path
from time import monotonic

from statlint.values import Language
from statlint.web.bounds import DeskBounds
from statlint.web.case import Case, Choices
from statlint.web.faults import Cannot, DeskFaultError
from statlint.web.home import clear

_TICK = 2.0
"""Seconds between two looks at the clock."""
_SLEPT = 30.0
"""Seconds after which a look is so late that this machine was asleep, and pages with it."""


class Cases:
    """The cases by their names, which nobody can guess."""

    def __init__(self, home: Path, bounds: DeskBounds) -> None:
        """Keep them in a folder."""
        self.home = home
        self.bounds = bounds
        self.had_any = False
        """Whether a page was ever open."""
        self._cases: dict[str, Case] = {}

    def __len__(self) -> int:
        """Count them."""
        return len(self._cases)

    def begin(self, language: Language) -> Case:
        """Make a case; raises DeskFaultError, and OSError."""
        if len(self._cases) >= self.bounds.cases:
            raise DeskFaultError(Cannot.TOO_MANY_PAGES)
        name = secrets.token_urlsafe(12)
        case = Case(name, self.home / secrets.token_hex(8), Choices(language))
        self._cases[name] = case
        self.had_any = True
        return case

    def get(self, name: str) -> Case:
        """Give a case, of whose page this is a sign of life; raises DeskFaultError."""
        case = self._cases.get(name)
        if case is None:
            raise DeskFaultError(Cannot.GONE)
        case.heard, case.closing = monotonic(), None
        return case

    async def end(self, case: Case) -> None:
        """Take a case away with all that it has, once nothing is at work on it."""
        self._cases.pop(case.id, None)
        case.is_closed = True
        await break_off(case)
        await asyncio.to_thread(clear, case.folder)

    async def end_all(self) -> None:
        """Take all of them away."""
        await asyncio.gather(*map(self.end, list(self._cases.values())))

    async def watch(self, tick: float = _TICK, slept: float = _SLEPT) -> None:
        """Take away, as long as the server runs, those whose pages are gone."""
        last = monotonic()
        while True:
            await asyncio.sleep(tick)
            now = monotonic()
            if now - last > slept:
                for case in self._cases.values():
                    case.heard = now
            last = now
            await self.look(now)

    async def look(self, now: float) -> None:
        """Take away those whose time is over."""
        for case in [one for one in self._cases.values() if self._is_over(one, now)]:
            await self.end(case)

    def _is_over(self, case: Case, now: float) -> bool:
        if case.closing is not None:
            return now >= case.closing
        silent, unused = now - case.heard, now - case.used
        return silent > self.bounds.lapse or unused > self.bounds.idle


async def break_off(case: Case) -> None:
    """End what is at work on a case, and wait until it has ended."""
    work, case.work = case.work, None
    if work is None or work.task is None:
        return
    work.task.cancel()
    await asyncio.gather(work.task, return_exceptions=True)
