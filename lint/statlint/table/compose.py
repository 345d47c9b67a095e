"""From parts to filled forms: parts of one table joined, tables of one unit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from statlint.form import Block, Form, TableForm
from statlint.table.candidate import Candidate
from statlint.table.model import ForeignBlock, Label, Table
from statlint.table.parts import part_of
from statlint.table.settle import SheetMatch


@dataclass(slots=True, eq=False)
class Gathering:
    """The blocks of one form that one unit filled in, while they are being collected."""

    form: Form
    own: list[Candidate] = field(default_factory=list)
    foreign: list[tuple[Form, Candidate]] = field(default_factory=list)

    def overlaps(self, candidate: Candidate) -> bool:
        """Tell whether a line of a table would be there twice."""
        table, lines = candidate.key
        return any(table == key and lines & known for key, known in map(_key, self._all()))

    def takes_as_foreign(self, form: Form, candidate: Candidate) -> bool:
        """Tell whether a block of another form of the family completes this one."""
        table = candidate.printed.table.key
        return (
            form.family == self.form.family
            and any(own.key == table for own in self.form.tables)
            and all(other.key[0] != table for other in self._all())
        )

    def _all(self) -> Iterator[Candidate]:
        yield from self.own
        yield from (candidate for _, candidate in self.foreign)


def _key(candidate: Candidate) -> tuple[str, frozenset[str]]:
    return candidate.key


def gather(chosen: Sequence[SheetMatch], foreign: Sequence[SheetMatch]) -> list[Gathering]:
    """Collect blocks sheet by sheet; a line that comes a second time starts another filled form."""
    gatherings: list[Gathering] = []
    for match in chosen:
        for candidate in match.candidates:
            current = gatherings[-1] if gatherings else None
            if current is not None and current.form is match.form:
                if not current.overlaps(candidate):
                    current.own.append(candidate)
                    continue
            elif current is not None and current.takes_as_foreign(match.form, candidate):
                current.foreign.append((match.form, candidate))
                continue
            gatherings.append(Gathering(match.form, [candidate]))
    for match in foreign:
        for candidate in match.candidates:
            for gathering in gatherings:
                if any(own.view.grid is match.grid for own in gathering.own):
                    gathering.foreign.append((match.form, candidate))
                    break
    return gatherings


def tables_of(gathering: Gathering) -> tuple[Table, ...]:
    """Make the tables of a filled form, in the form's order."""
    return tuple(
        _table(plan, own, gathering)
        for plan in gathering.form.tables
        if (own := [one for one in gathering.own if one.printed.table is plan])
    )


def missing_tables(gathering: Gathering) -> tuple[TableForm, ...]:
    """List the tables of the form that were not found."""
    there = {one.printed.table.key for one in gathering.own}
    there |= {candidate.printed.table.key for _, candidate in gathering.foreign}
    return tuple(table for table in gathering.form.tables if table.key not in there)


def _table(plan: TableForm, own: Sequence[Candidate], gathering: Gathering) -> Table:
    parts = tuple(part_of(one, _taken(one, gathering.own)) for one in own)
    foreign = tuple(
        ForeignBlock(form, candidate.printed.block, _start(candidate))
        for form, candidate in gathering.foreign
        if candidate.printed.table.key == plan.key
    )
    covered = {one.block.key for one in foreign}
    found = {found.line.key for part in parts for found in part.lines}
    blocks = [block for block in plan.blocks if block.key not in covered]
    return Table(
        plan=plan,
        parts=parts,
        missing_lines=tuple(
            line for block in blocks for line in block.figure_lines if line.key not in found
        ),
        missing_heads=tuple(
            (block, head)
            for block in blocks
            if (there := _heads_of(block, own))
            for head in block.figure_heads
            if head.key not in there
        ),
        foreign=foreign,
    )


def _heads_of(block: Block, own: Iterable[Candidate]) -> set[str]:
    return {head.key for one in own if one.printed.block.key == block.key for head, _ in one.heads}


def _taken(candidate: Candidate, others: Iterable[Candidate]) -> set[int]:
    return {
        row
        for other in others
        if other is not candidate and other.view.grid is candidate.view.grid
        for row in other.used_rows
    }


def _start(candidate: Candidate) -> Label:
    view, boxhead = candidate.view, candidate.boxhead
    return view.label(boxhead.last_row, boxhead.first_column)
