"""The edits of tables made ready: once for all files in which a form is filled in."""

from __future__ import annotations

from functools import partial

from statlint.confront.plain import decider_of, taker_of
from statlint.confront.ranking import own_names, ranking_call
from statlint.confront.scene import Scene
from statlint.confront.scope import coordinates, expand_of, keys_of
from statlint.confront.sides import target_names
from statlint.dataclass import dataclass, field, replace
from statlint.form import Arrangement, Name, Ranges, Scope, named
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from statlint.confront.equation import Equation
    from statlint.confront.linear import Expand
    from statlint.confront.plain import Cell, Decide, Take
    from statlint.facts import Fact, Facts
    from statlint.form import Block, Call, Edit, Span, TableForm

_MOST_TABLES = 16
"""Tables whose edits are kept: an open form makes a table of its own for each file."""
_MOST_CELLS = 10_000
"""Cells of tables whose edits are kept; larger ones seldom come twice."""
_MOST_SPOTS = 1_000
"""Places at which the edits of a table are compiled; each takes 1 kB or so."""
_IN_TABLE = 2
"""Parts of a name that stands for a cell of its own table."""


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """An edit compiled for one place, where all its cells hold plain whole numbers.

    `take` takes its cells, or their numbers, each once; the one at `target` is to be looked at.
    """

    take: Take
    decide: Decide
    target: int


@dataclass(frozen=True, slots=True, eq=False)
class ReadyEdit:
    """An edit with all that is the same in each file, and at each of its places.

    `ranking` is given where it reckons a place in a ranking. Of each place `spots` has the key, and
    the edit compiled for it; None where that cannot be.
    """

    edit: Edit
    names: tuple[Name, ...]
    ranking: Call | None
    expand: Expand
    spots: tuple[tuple[str | None, Spot | None], ...] = ()
    _equation: list[Equation | None] = field(default_factory=list)

    def equation(self) -> Equation | None:
        """Give it as an equation where it only adds."""
        if not self._equation:
            from statlint.confront.equation import equation_of

            # What other files hold is not among the figures that were counted as whole numbers.
            across = self.edit.across
            self._equation.append(None if across else equation_of(self.edit, self.expand))
        return self._equation[0]

    def own(self, found: Sequence[Fact | None]) -> Sequence[Fact | None]:
        """Give the cells of the form itself: what last year's lacks is no reason to pass over."""
        if not self.edit.across:
            return found
        return [fact for name, fact in zip(self.names, found, strict=True) if not name.source]


def made_ready(edit: Edit, expand: Expand) -> ReadyEdit:
    """Make an edit ready; a range stands for the same names at all its places."""
    names = tuple(Scene(_nothing, expand).spread(own_names(edit)))
    return ReadyEdit(edit, names, ranking_call(edit), expand)


@dataclass(slots=True, eq=False)
class ReadyTable:
    """A table of a form whose edits are made ready when they are first confronted."""

    table: TableForm
    compiles: bool = False
    """Whether its edits are compiled: that is worth while where other files have the table too."""
    _edits: dict[int, ReadyEdit | None] = field(default_factory=dict)
    _lines: dict[str, frozenset[str]] = field(default_factory=dict)
    _ranges: list[Ranges] = field(default_factory=list)
    _compiled: int = 0

    @property
    def ranges(self) -> Ranges:
        """What ranges of the table stand for."""
        if not self._ranges:
            self._ranges.append(Ranges(self.table))
        return self._ranges[0]

    def edit(self, edit: Edit) -> ReadyEdit | None:
        """Give an edit of the table; None for one that reaches to other tables or files."""
        # What other files show of a table is stated anew for each file.
        if edit.across:
            return None
        key = id(edit)
        if key not in self._edits:
            self._edits[key] = self._made(edit)
        return self._edits[key]

    def _made(self, edit: Edit) -> ReadyEdit | None:
        ready = made_ready(edit, expand_of(edit, self.ranges))
        if any(len(name.parts) > _IN_TABLE for name in ready.names):
            return None
        once = edit.scope is Scope.ONCE
        keys = (None,) if once else tuple(keys_of(edit, self.table, self._line_keys))
        compiles = self.compiles and self._compiled + len(keys) <= _MOST_SPOTS
        self._compiled += len(keys)
        spots = tuple(
            (key, _spot_of(ready, partial(self._cell, ready.edit, key)) if compiles else None)
            for key in keys
        )
        return replace(ready, spots=spots)

    def _line_keys(self, block: Block) -> frozenset[str]:
        if block.key not in self._lines:
            self._lines[block.key] = frozenset(line.key for line in block.lines)
        return self._lines[block.key]

    def _cell(self, edit: Edit, key: str | None, name: Name) -> Cell:
        _, line, head = coordinates(name, edit, self.table, key)
        return line, head


def _spot_of(ready: ReadyEdit, at: Callable[[Name], Cell]) -> Spot | None:
    """Compile an edit for one place; None where it cannot be."""
    decide = decider_of(ready.edit, at, ready.expand)
    cells = list(dict.fromkeys(map(at, ready.names)))
    target = next(map(at, target_names(ready.edit, Scene(_nothing, ready.expand))), None)
    if decide is None or target is None:
        return None
    return Spot(taker_of(cells), decide, cells.index(target))


def _is_large(table: TableForm) -> bool:
    return sum(len(block.lines) * len(block.heads) for block in table.blocks) > _MOST_CELLS


def _nothing(_: Name) -> None:
    """Stand for no cell at all: what is made ready knows of no file."""


@dataclass(frozen=True, slots=True, eq=False)
class _Between:
    """An edit between tables, and the tables that were there when it was made ready."""

    plans: Mapping[str, TableForm]
    ready: ReadyEdit | None

    def fits(self, facts: Mapping[str, Facts]) -> bool:
        """Tell whether the very same tables are there."""
        return len(facts) == len(self.plans) and all(
            key in facts and facts[key].plan is plan for key, plan in self.plans.items()
        )


def made_between(edit: Edit, plans: Mapping[str, TableForm]) -> ReadyEdit | None:
    """Make an edit between tables ready; it is compiled where all of them are there.

    None for one that names cells in another way.
    """
    ends = [end for one in named(edit.condition) for end in _ends(one)]
    if any(len(end.parts) <= _IN_TABLE for end in ends):
        return None
    tables = {end.parts[0] for end in ends}
    ranges = {key: Ranges(plans[key]) for key in tables & plans.keys()}

    def expand(span: Span) -> tuple[Name, ...]:
        key = span.first.parts[0]
        return ranges[key].spread(span, Scope.ONCE) if key in ranges else (span.first,)

    ready = made_ready(edit, expand)
    there = len(ranges) == len(tables)
    return replace(
        ready, spots=((None, _spot_of(ready, lambda name: name.parts) if there else None),)
    )


def _ends(one: Name | Span) -> tuple[Name, ...]:
    return (one,) if isinstance(one, Name) else (one.first, one.last)


@dataclass(slots=True, eq=False)
class ReadyTables:
    """The tables of a run whose edits are kept ready from file to file."""

    _tables: dict[int, ReadyTable] = field(default_factory=dict)
    _between: dict[int, _Between] = field(default_factory=dict)

    def of(self, table: TableForm) -> ReadyTable:
        """Give a table with what was made ready of its edits before."""
        if table.arrangement is Arrangement.AS_FOUND or _is_large(table):
            return ReadyTable(table)
        key = id(table)
        known = self._tables.get(key)
        if known is None:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.pop(next(iter(self._tables)))
            known = self._tables[key] = ReadyTable(table, compiles=True)
        return known

    def between(self, edit: Edit, facts: Mapping[str, Facts]) -> ReadyEdit | None:
        """Give an edit between tables; None for one that names cells in another way."""
        if edit.across:
            return None
        known = self._between.get(id(edit))
        if known is None or not known.fits(facts):
            if len(self._between) >= _MOST_TABLES:
                self._between.clear()
            plans = {key: one.plan for key, one in facts.items()}
            known = self._between[id(edit)] = _Between(plans, made_between(edit, plans))
        return known.ready

    def __reduce__(self) -> tuple[type[ReadyTables], tuple[()]]:
        """Leave a process empty: another one compiles its own."""
        return ReadyTables, ()
