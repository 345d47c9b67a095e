"""Limits of this process, where the system has them: memory, processor time, files."""

from __future__ import annotations

import sys
from contextlib import suppress

_OPEN_FILES = 32

if sys.platform == "win32":

    def limit_process(memory: int) -> None:
        """Do nothing: Windows has no such limits; the watch on the clock still holds."""

    def limit_time(seconds: int) -> None:
        """Do nothing: Windows has no such limits; the watch on the clock still holds."""

else:
    import resource

    def limit_process(memory: int) -> None:
        """Allow so much memory, a few open files, and not one byte written to any file."""
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NOFILE, _OPEN_FILES),
        ):
            _lower(kind, limit)

    def limit_time(seconds: int) -> None:
        """Allow so much processor time from now on."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        _lower(resource.RLIMIT_CPU, used + seconds)

    def _lower(kind: int, limit: int) -> None:
        """Set a limit, but never above one that holds already."""
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        # macOS knows some of these limits and refuses to set them.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, hard))
