"""The running numbers of a table: its cells under a head for them, and where they do not run."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.facts.model import Fact, Facts
from statlint.form import Format
from statlint.values.ordinal import Ordinal, Path, read_ordinal
from statlint.values.running import Break, Step, find_breaks
from statlint.workbook import CellKind


class Slip(StrEnum):
    """What is wrong where another number is due."""

    GAP = "gap"
    """Numbers were left out."""
    START = "start"
    """The first number is another."""
    DOUBLE = "double"
    """The number was there before."""
    WRONG = "wrong"
    BLANK = "blank"
    """There is no number."""


@dataclass(frozen=True, slots=True, eq=False)
class Numbering:
    """The cells under a head with running numbers, the number in each, and where they break."""

    cells: tuple[Fact, ...]
    numbers: tuple[Ordinal | None, ...]
    breaks: tuple[Break, ...]

    @property
    def paths(self) -> list[Path]:
        """The numbers that are there, in their order."""
        return [number.path for number in self.numbers if number]

    def slip(self, one: Break) -> Slip:
        """Say what is wrong at a break."""
        number = self.numbers[one.index]
        if number is None:
            return Slip.BLANK
        if self.paths.count(number.path) > 1 and number.path <= one.previous:
            return Slip.DOUBLE
        if not one.previous:
            return Slip.START
        return Slip.GAP if number.path > one.due else Slip.WRONG

    def meant(self) -> Iterator[tuple[Fact, Ordinal]]:
        """Go through the cells with the numbers they are meant to have.

        That is what stands there, but the number due in place of a double or of none at all.
        """
        due = {
            one.index: one.due for one in self.breaks if self.slip(one) in {Slip.DOUBLE, Slip.BLANK}
        }
        for index, (fact, number) in enumerate(zip(self.cells, self.numbers, strict=True)):
            if index in due:
                yield fact, Ordinal(due[index])
            elif number is not None:
                yield fact, number


def numberings(facts: Facts) -> Iterator[Numbering]:
    """Read the running numbers under each head for them, where lines repeat."""
    for block in facts.plan.blocks:
        for head in block.heads:
            if head.measure is not None and head.measure.format is Format.ORDINAL:
                yield _numbering(facts, head.key)


def _numbering(facts: Facts, head: str) -> Numbering:
    # A cell that is merged over several lines comes once.
    cells = {
        (fact.sheet, fact.cell): fact
        for fact in facts
        if fact.head.key == head and fact.line.of is not None
    }
    numbers = [ordinal_of(fact) for fact in cells.values()]
    steps = [
        Step(number, group=fact.line.under, kind=fact.line.of)
        for fact, number in zip(cells.values(), numbers, strict=True)
    ]
    return Numbering(tuple(cells.values()), tuple(numbers), find_breaks(steps))


def ordinal_of(fact: Fact) -> Ordinal | None:
    """Read a cell as a running number; None for a blank, a date (1-2 as Excel takes it), words."""
    cell = fact.part.grid.cell(fact.cell.row, fact.cell.column)
    if cell is None or cell.kind is CellKind.DATE:
        return None
    return read_ordinal(cell.text, stored_number=cell.kind is CellKind.NUMBER)
