"""The formulas of one sheet as each cell has them: its own, a shared one, one over a range."""

from __future__ import annotations

from collections.abc import Mapping

from statlint.typed import TYPE_CHECKING
from statlint.workbook.engines import limits
from statlint.workbook.engines.ranges import read_range

if TYPE_CHECKING:
    from statlint.workbook.engines.shared_formula import SharedFormula
    from statlint.workbook.engines.stored import StoredRange


class Formulas:
    """The formulas that more than one cell has, while a sheet is read."""

    __slots__ = ("_shared", "signs", "spreads")

    def __init__(self) -> None:
        """Begin with none."""
        self.spreads: list[tuple[StoredRange, str]] = []
        self._shared: dict[str, SharedFormula] = {}
        self.signs = 0
        """Of formulas that cells share, each cell counted: a small file may say much so."""

    def begin_row(self, row: int) -> None:
        """Forget what filled the rows above."""
        if self.spreads:
            self.spreads = [one for one in self.spreads if one[0][2] >= row]

    def read(self, attributes: Mapping[str, str], text: str, row: int, column: int) -> str:
        """Give the formula with its sign; one that fills a range stands in braces."""
        kind, written = attributes.get("t"), f"={text}"
        if kind == "shared":
            return self._shared_here(attributes.get("si", ""), written, row, column)
        if kind == "dataTable":
            written = f"=TABLE({attributes.get('r1', '')},{attributes.get('r2', '')})"
        if kind in {"array", "dataTable"}:
            return self._spread(f"{{{written}}}", attributes.get("ref", ""))
        return written

    def filling(self, row: int, column: int) -> str | None:
        """Give the formula that fills a cell from another one."""
        for (top, left, bottom, right), written in self.spreads:
            if top <= row <= bottom and left <= column <= right:
                return written
        return None

    def _spread(self, written: str, over: str) -> str:
        """Keep a formula that fills a range; it is written in the first of its cells alone."""
        around = read_range(over)
        if around and around[:2] != around[2:] and len(self.spreads) < limits.SPREADS:
            self.spreads.append((around, written))
        return written

    def _shared_here(self, index: str, written: str, row: int, column: int) -> str:
        """Give a formula that cells share as this cell has it; the first of them writes it."""
        if written != "=":
            from statlint.workbook.engines.shared_formula import SharedFormula

            self._shared[index] = SharedFormula(written, row, column)
        shared = self._shared.get(index)
        if shared is not None:
            written = shared.moved_to(row, column)
            self.signs += len(written)
        return written
