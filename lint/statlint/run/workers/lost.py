"""Why a process that checked files is gone, and what is said of the file that it was at."""

from __future__ import annotations

from statlint.choice import StrEnum
from statlint.errors import StatlintError


class Loss(StrEnum):
    """What became of a process."""

    TIME = "time"
    MEMORY = "memory"
    KILLED = "killed"
    BROKEN = "broken"
    ENDED = "ended"


class LostWorkerError(Exception):
    """Raised where a process is gone before it has answered."""

    def __init__(self, loss: Loss) -> None:
        """Keep why."""
        super().__init__(loss.value)
        self.loss = loss


class OtherEditionError(StatlintError):
    """Raised by a worker whose statlint, or whose readers, are not those of the command."""


class WorkError(StatlintError):
    """Raised where a worker cannot do what is asked of it, whatever the file."""
