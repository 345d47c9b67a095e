"""The moulds of a run: which tables of which files are laid out alike."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from statlint.dataclass import dataclass, field, replace
from statlint.facts.light import bare_table
from statlint.facts.model import Fact, Facts
from statlint.facts.submission import Filing
from statlint.facts.thin import Mould
from statlint.table import FoundHead, FoundLine, Part
from statlint.values import Figure, Reading

_MOST = 200
"""Moulds that are kept: files that are all laid out otherwise have nothing in common."""
_MOST_SHARED = 4_000
_SHORT = 3
"""Signs of the figures, blanks and marks that many files have in common."""


@dataclass(slots=True, eq=False)
class Moulds:
    """Keeps filled forms without what others that are laid out alike have as well."""

    _known: dict[Hashable, Mould] = field(default_factory=dict)
    _same: dict[Hashable, Reading] = field(default_factory=dict)

    def cast(self, filing: Filing) -> Filing | None:
        """Let go of all of a file but what its cells say; None where nothing is like it."""
        if not filing.filled.form.id or filing.text is not None:
            return None
        moulds = [self._mould(facts) for facts in filing.facts]
        tables = {
            id(facts.table): mould.table
            for facts, mould in zip(filing.facts, moulds, strict=True)
            if mould is not None
        }
        if None in moulds or len(tables) < len(filing.filled.tables):
            return None
        kept = tuple(
            mould.cast(filing.path, tuple(self._shared(fact.reading) for fact in facts))
            for facts, mould in zip(filing.facts, moulds, strict=True)
            if mould is not None
        )
        own = tuple(tables[id(table)] for table in filing.filled.tables)
        return Filing(filing.path, replace(filing.filled, tables=own), kept)

    def _mould(self, facts: Facts) -> Mould | None:
        key = _layout_of(facts)
        found = self._known.get(key)
        if found is None and len(self._known) < _MOST:
            found = self._known[key] = _mould_of(facts)
        return found

    def _shared(self, reading: Reading) -> Reading:
        """Give the first of equal readings, so that small figures are kept once."""
        if len(reading.text) > _SHORT:
            return reading
        # 1 and 1.0 are equal, and are not the same figure.
        value = type(reading.value) if isinstance(reading, Figure) else None
        key = (type(reading), value, reading)
        if len(self._same) < _MOST_SHARED:
            return self._same.setdefault(key, reading)
        return self._same.get(key, reading)


def _mould_of(facts: Facts) -> Mould:
    table = bare_table(facts.table)
    parts = {id(old): new for old, new in zip(facts.table.parts, table.parts, strict=True)}
    made = tuple(replace(one, part=parts[id(one.part)]) for one in facts)
    return Mould(table, made, {(one.line.key, one.head.key): at for at, one in enumerate(made)})


def _layout_of(facts: Facts) -> Hashable:
    """Say how a table is laid out: the same of two tables with cells that differ in readings alone.

    What forms state is told by identity; each mould keeps it, so that none is taken for another.
    """
    table = facts.table
    parts = {id(part): at for at, part in enumerate(table.parts)}
    return (
        id(table.plan),
        tuple(map(id, table.missing_lines)),
        tuple((id(block), id(head)) for block, head in table.missing_heads),
        tuple((id(one.form), id(one.block), one.label) for one in table.foreign),
        tuple(_part(part) for part in table.parts),
        tuple(_cell(fact, parts[id(fact.part)]) for fact in facts),
    )


def _part(part: Part) -> Hashable:
    grid = part.grid
    return (
        (grid.name, grid.index, grid.text_file, grid.last_row, grid.last_column),
        (id(part.block), part.range, part.turned, part.style),
        (part.extra_lines, part.extra_heads),
        *(
            tuple(_strips(strips))
            for strips in (part.lines, part.heads, part.repeated, part.misplaced)
        ),
    )


def _strips(strips: tuple[FoundLine | FoundHead, ...]) -> Iterator[Hashable]:
    for one in strips:
        yield id(one.what), one.label, one.position


def _cell(fact: Fact, part: int) -> Hashable:
    form = (fact.table, id(fact.line), id(fact.head), id(fact.measure))
    return (*form, fact.sheet, fact.cell, fact.line_label, fact.head_label, part, id(fact.said))
