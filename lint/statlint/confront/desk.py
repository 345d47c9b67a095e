"""What the edits of a filled form are confronted with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from statlint.confront.plain import Cell, Numbers, plain_numbers
from statlint.dataclass import dataclass
from statlint.facts import Facts
from statlint.form import Edit, Ranges
from statlint.history import NOBODY, Neighbours
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statlint.confront.ready import ReadyTable, ReadyTables
    from statlint.confront.worths import Worths
    from statlint.facts import Fact

Stated: TypeAlias = "tuple[ReadyTable | None, Edit]"
"""An edit and the table that it is stated of; one between tables is of none."""


@dataclass(frozen=True, eq=False)
class Desk:
    """The facts of a filled form, and what is reckoned of them when it is first asked for.

    `kept` is what is kept of edits from file to file.
    """

    filled: FilledForm
    read: Sequence[Facts]
    others: Neighbours = NOBODY
    kept: ReadyTables | None = None

    @cached_property
    def facts(self) -> Mapping[str, Facts]:
        """The facts of each table by its key."""
        return {one.plan.key: one for one in self.read}

    @cached_property
    def _ranges(self) -> dict[str, Ranges]:
        return {}

    def ranges(self, table: str) -> Ranges:
        """Give what ranges stand for in a table, by its key."""
        if table not in self._ranges:
            self._ranges[table] = Ranges(self.facts[table].plan)
        return self._ranges[table]

    @cached_property
    def worths(self) -> Worths:
        """What all cells are worth, as whole numbers of one unit."""
        from statlint.confront.worths import worths_of

        return worths_of(self.read)

    @cached_property
    def every(self) -> Mapping[Cell, Fact]:
        """The facts of all tables, by table, line and head."""
        return {
            (key, *place): fact
            for key, one in self.facts.items()
            for place, fact in one.by_place.items()
        }

    @cached_property
    def every_number(self) -> Numbers:
        """The plain whole numbers of all tables, by table, line and head."""
        return {
            (key, *place): number
            for key in self.facts
            for place, number in self.numbers(key).items()
        }

    @cached_property
    def _numbers(self) -> dict[str, Numbers]:
        return {}

    def numbers(self, table: str) -> Numbers:
        """Give the plain whole numbers of a table, by its key."""
        if table not in self._numbers:
            self._numbers[table] = plain_numbers(self.facts[table])
        return self._numbers[table]
