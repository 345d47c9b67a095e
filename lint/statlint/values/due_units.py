"""Reporting units whose tables are due."""

from __future__ import annotations

from statlint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class DueUnit:
    """One reporting unit on the list of those due: its name, and what else it is called."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names that stand for it, its own first."""
        return (self.name, *self.aliases)
