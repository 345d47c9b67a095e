"""Limits of this process, where the system has them: memory, processor time, files."""

from __future__ import annotations

import sys
from contextlib import suppress

_OPEN_FILES = 32
_NEW_USER = 0x1000_0000
_NEW_NETWORK = 0x4000_0000
"""Numbers of the Linux kernel (sched.h)."""

if sys.platform == "win32":

    def limit_process(memory: int) -> None:
        """Do nothing: Windows has no such limits; the watch on the clock still holds."""

    def limit_worker(memory: int) -> None:
        """Do nothing: Windows has no such limits; the watch on the clock still holds."""

    def limit_time(seconds: int) -> None:
        """Do nothing: Windows has no such limits; the watch on the clock still holds."""

    def limit_program(memory: int, seconds: int, size: int) -> None:
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

    def limit_worker(memory: int) -> None:
        """Allow so much memory, and no picture of it on disk where it breaks."""
        _lower(resource.RLIMIT_AS, memory)
        _lower(resource.RLIMIT_CORE, 0)

    def limit_time(seconds: int) -> None:
        """Allow so much processor time from now on."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        used = int(usage.ru_utime + usage.ru_stime) + 1
        _lower(resource.RLIMIT_CPU, used + seconds)

    def limit_program(memory: int, seconds: int, size: int) -> None:
        """Allow so much memory, processor time and size of a file; take the network away."""
        for kind, limit in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, size),
            (resource.RLIMIT_CORE, 0),
        ):
            _lower(kind, limit)
        _leave_network()

    def _leave_network() -> None:
        """Go where there is no network, on a system that lets anyone do so (Linux)."""
        if sys.platform != "linux":
            return
        import ctypes

        with suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None, use_errno=True)
            # A user who is nobody special needs a space of names of his own for it.
            if libc.unshare(_NEW_NETWORK) != 0:
                libc.unshare(_NEW_USER | _NEW_NETWORK)

    def _lower(kind: int, limit: int) -> None:
        """Set a limit, but never above one that holds already."""
        _, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            limit = min(limit, hard)
        # macOS knows some of these limits and refuses to set them.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, hard))
