"""Progress of a long run, on standard error and only where a person looks."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from threading import Event, Lock, Thread
from typing import NamedTuple, TextIO

from statlint.cli.terminal import terminal_width
from statlint.cli.words import fault
from statlint.reporters.places import path_text
from statlint.reporters.ruler import Ruler
from statlint.values import Language

_MANY_FILES = 20
_PATIENCE = 1.0
_PAUSE = 0.1
_TICK = 1.0
_USUAL = 80
_LONG = 3
"""Seconds after which it is said how long a file takes."""
_ERASE = "\r\x1b[K"


class _Begun(NamedTuple):
    """A file that was begun: which of how many, its path, and when."""

    number: int
    total: int
    path: str
    at: float


class Progress:
    """Says which file is checked, once a run has many files or takes more than a second."""

    def __init__(
        self, stream: TextIO, language: Language, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start the clock."""
        self._stream = stream
        self._language = language
        self._clock = clock
        self._start = clock()
        self._begun: _Begun | None = None
        self._last = float("-inf")
        self._shown = False
        self._ticks = False
        self._ended = Event()
        self._writing = Lock()

    def __call__(self, done: int, total: int, path: str) -> None:
        """Say that the next file is begun."""
        now = self._clock()
        if self._ticks and self._begun is None:
            # No sooner: workers that go on from this process must do so from its only thread.
            Thread(target=self._tick_on, daemon=True).start()
        self._begun = _Begun(done + 1, total, path, now)
        if total > _MANY_FILES or now - self._start > _PATIENCE:
            self._say(self._begun, now)

    def tick(self) -> None:
        """Say again which file is checked, and for how long, where one takes its time."""
        begun, now = self._begun, self._clock()
        if begun is not None and now - self._start > _PATIENCE:
            self._say(begun, now)

    def go_on(self) -> None:
        """Tick from the first file to the end, for one file may be all there is."""
        self._ticks = True

    def close(self) -> None:
        """Take the words away, so that the report follows."""
        with self._writing:
            self._ended.set()
            if self._shown:
                self._write(_ERASE)

    def _tick_on(self) -> None:
        while not self._ended.wait(_TICK):
            self.tick()

    def _say(self, begun: _Begun, now: float) -> None:
        with self._writing:
            if self._ended.is_set() or now - self._last < _PAUSE:
                return
            room = (terminal_width() or _USUAL) - 1
            self._write(_ERASE + Ruler().cut(self._words(begun, now), room))
            self._last = now
            self._shown = True

    def _words(self, begun: _Begun, now: float) -> str:
        seconds = int(now - begun.at)
        return fault(
            "progress" if seconds < _LONG else "progress for",
            self._language,
            done=begun.number,
            total=begun.total,
            path=path_text(begun.path),
            seconds=seconds,
        )

    def _write(self, text: str) -> None:
        encoding = self._stream.encoding or "utf-8"
        self._stream.write(text.encode(encoding, "replace").decode(encoding))
        self._stream.flush()


def progress_on_terminal(
    language: Language, environment: Mapping[str, str] = os.environ
) -> Progress | None:
    """Give a progress for standard error, or None where nobody looks while it is written."""
    # pre-commit and many CI services run their jobs on a terminal whose signs they keep.
    is_seen = sys.stderr.isatty() and environment.get("TERM") != "dumb"
    is_kept = any(environment.get(name) for name in ("PRE_COMMIT", "CI"))
    if not is_seen or is_kept:
        return None
    progress = Progress(sys.stderr, language)
    progress.go_on()
    return progress
