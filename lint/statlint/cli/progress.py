"""Progress of a long run, on standard error and only where a person looks."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from typing import TextIO

from statlint.cli.words import fault
from statlint.reporters.places import path_text
from statlint.reporters.ruler import Ruler
from statlint.values import Language

_MANY_FILES = 20
_PATIENCE = 1.0
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


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
        self._last = float("-inf")
        self._shown = False

    def __call__(self, done: int, total: int, path: str) -> None:
        """Say that the next file is begun."""
        now = self._clock()
        long_run = total > _MANY_FILES or now - self._start > _PATIENCE
        if not long_run or now - self._last < _PAUSE:
            return
        words = fault("progress", self._language, done=done + 1, total=total, path=path_text(path))
        room = shutil.get_terminal_size().columns - 1
        self._write(_ERASE + Ruler().cut(words, room))
        self._last = now
        self._shown = True

    def close(self) -> None:
        """Take the words away, so that the report follows."""
        if self._shown:
            self._write(_ERASE)

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
    return Progress(sys.stderr, language) if is_seen and not is_kept else None
