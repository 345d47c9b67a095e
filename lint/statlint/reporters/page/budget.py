"""How much a page may hold: it stays small enough to be sent and opened, whatever was checked."""

from __future__ import annotations

from statlint.dataclass import dataclass

_WHOLE = 3_000
"""Cells of the largest sheet that is drawn whole."""


@dataclass(slots=True, eq=False)
class Budget:
    """What is left: cells of drawn tables, findings told in full, findings told in short."""

    cells: int = 20_000
    full: int = 300
    short: int = 2_000

    @property
    def most(self) -> int:
        """How large a sheet may be that is drawn whole."""
        return min(_WHOLE, self.cells)

    def take_full(self, count: int) -> int:
        """Take room for findings that are told in full; give for how many there is."""
        taken = min(count, self.full)
        self.full -= taken
        return taken

    def take_short(self, count: int) -> int:
        """Take room for findings that are told in short; give for how many there is."""
        taken = min(count, self.short)
        self.short -= taken
        return taken

    def take_cells(self, count: int) -> None:
        """Take room for a drawn table; the last one may be larger than what is left."""
        self.cells -= count
