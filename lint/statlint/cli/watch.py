"""Check again whenever something that a run depends on was saved."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import click

from statlint.cli.faults import sentences
from statlint.cli.terminal import complain, goes_nowhere
from statlint.cli.watched import Picture, Watched
from statlint.cli.words import fault
from statlint.errors import StatlintError
from statlint.reporters.places import path_text
from statlint.values import Language

_PAUSE = 0.3
"""Seconds between two looks, where looking costs little."""
_SHARE = 20
"""How many times longer a pause is than the look before it took."""
_SETTLED = 0.2
"""Seconds in which nothing may change before a file counts as saved."""
_COMES_BACK = 1.0
"""The same where a file is gone: many programs save by putting another in its place."""
_PATIENCE = 50
"""Looks after which a file that is written to without end is checked all the same."""
_MOST_NAMED = 3


class Checked(NamedTuple):
    """One check: what it depended on, and how it ended."""

    watched: Watched
    language: Language
    status: int = 0


def watch(
    check: Callable[[], Checked], named: Watched, *, wait: Callable[[float], None] = time.sleep
) -> int:
    """Check, and again after every change, until somebody breaks it off or nobody reads on.

    `named` are the paths known before the first check; what is wrong with that ends the watch,
    what goes wrong later is told.
    """
    before = named.picture()
    wanted = not goes_nowhere(sys.stdout)
    watched, language, status = check()
    while not (wanted and goes_nowhere(sys.stdout)):
        # What was saved while it was being checked is a change as well.
        after = watched.picture()
        before = {**after, **{path: before[path] for path in after if path in before}}
        complain(_waiting(before, language))
        changed = _wait_for_change(watched, before, wait)
        before = watched.picture()
        click.clear()
        complain(_changed(changed, language))
        try:
            watched, language, status = check()
        except (StatlintError, click.ClickException) as error:
            complain(*sentences(error, language))
            status = 2
    return status


def _wait_for_change(
    watched: Watched, before: Picture, wait: Callable[[float], None]
) -> Sequence[str]:
    """Wait until something is other than before and stays so; give the paths."""
    while True:
        begun = time.monotonic()
        now = watched.picture()
        if now == before:
            wait(max(_PAUSE, _SHARE * (time.monotonic() - begun)))
            continue
        now = _settled(watched, before, now, wait)
        if now != before:
            paths = sorted({*before, *now})
            return [path for path in paths if before.get(path) != now.get(path)]


def _settled(
    watched: Watched, before: Picture, now: Picture, wait: Callable[[float], None]
) -> Picture:
    """Look on until nothing changes any more."""
    for _ in range(_PATIENCE):
        gone = any(stamp and not now.get(path) for path, stamp in before.items())
        wait(_COMES_BACK if gone else _SETTLED)
        last, now = now, watched.picture()
        if last == now:
            break
    return now


def _waiting(seen: Picture, language: Language) -> str:
    count = sum(stamp is not None for stamp in seen.values())
    return fault("watching", language, count=count)


def _changed(paths: Sequence[str], language: Language) -> str:
    """Say which files had changed, and when they were checked again."""
    shown = [path_text(_from_here(path)) for path in paths[:_MOST_NAMED]]
    names = fault("between", language).join(shown)
    more = fault("more", language, count=len(paths)) if len(paths) > _MOST_NAMED else ""
    now = datetime.now().astimezone()
    return fault("changed", language, time=f"{now:%H:%M:%S}", names=names + more)


def _from_here(path: str) -> str:
    """Give a path as seen from the working folder, where it lies below it."""
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 - of texts
    return path.removeprefix(here)
