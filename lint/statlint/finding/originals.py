"""What reports that show or copy whole tables ask for: the files themselves."""

from __future__ import annotations

from typing import Protocol


class GivesOriginals(Protocol):
    """Gives the files of a run again, for reports that show them or make marked copies."""

    def content_of(self, path: str) -> bytes | None:
        """Give the bytes of a file, by its path in the report; None where it is gone or closed."""
