"""From parts to filled forms: parts of one table joined, tables of one unit together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass, field
from statlint.form import Block, Form, TableForm
from statlint.table.candidate import Candidate
from statlint.table.found import Found
from statlint.table.model import ForeignBlock, Label, Table
from statlint.table.parts import part_of
from statlint.table.settle import SheetMatch


@dataclass(slots=True, eq=False)
class Gathering:
    """The blocks of one form that one unit filled in, while they are being collected.

    `foreign` are blocks of another form within its tables; `beside` are gatherings of another form
    that hold tables which this one lacks; `main` is set for such a gathering.
    """

    form: Form
    own: list[Candidate] = field(default_factory=list)
    foreign: list[tuple[Form, Candidate]] = field(default_factory=list)
    beside: list[Gathering] = field(default_factory=list)
    main: Gathering | None = None

    @property
    def tables(self) -> set[str]:
        """The keys of the tables that were found."""
        return {candidate.printed.table.key for candidate in self.own}

    @property
    def lines(self) -> int:
        """How many lines were found."""
        return sum(len(candidate.lines) for candidate in self.own)

    def overlaps(self, candidate: Candidate) -> bool:
        """Tell whether a line of a table would be there twice."""
        table, lines = candidate.key
        return any(table == one.key[0] and lines & one.key[1] for one in self.own)

    def lacks(self, other: Gathering) -> bool:
        """Tell whether another form of the family gives just tables that are missing here."""
        wanted = {table.key for table in self.form.tables}
        return (
            other.form is not self.form
            and other.form.family == self.form.family
            and other.tables <= wanted
            and not other.tables & self.tables
        )


def gather(chosen: Sequence[SheetMatch], foreign: Sequence[SheetMatch]) -> list[Gathering]:
    """Collect blocks sheet by sheet; a line that comes a second time starts another filled form."""
    gatherings: list[Gathering] = []
    for match in chosen:
        current = gatherings[-1] if gatherings else None
        # A sheet goes on with the form of the sheet before only if it repeats nothing of it.
        if current and any(map(current.overlaps, match.candidates)):
            current = None
        for candidate in match.candidates:
            if current and current.form is match.form and not current.overlaps(candidate):
                current.own.append(candidate)
            else:
                current = Gathering(match.form, [candidate])
                gatherings.append(current)
    for match in foreign:
        for candidate in match.candidates:
            _place_foreign(match, candidate, gatherings)
    _join_mixed(gatherings)
    return gatherings


def _place_foreign(match: SheetMatch, candidate: Candidate, gatherings: list[Gathering]) -> None:
    """Put a block of another form where its table is, or into a gathering of its own."""
    table = candidate.printed.table.key
    for gathering in gatherings:
        if any(own.view.grid is match.grid for own in gathering.own):
            if table in gathering.tables and gathering.form is not match.form:
                gathering.foreign.append((match.form, candidate))
                return
            if gathering.form is match.form and not gathering.overlaps(candidate):
                gathering.own.append(candidate)
                return
    gatherings.append(Gathering(match.form, [candidate]))


def _join_mixed(gatherings: Sequence[Gathering]) -> None:
    """Tell two halves of a mixed form apart from two forms: the smaller belongs to the larger."""
    for one in gatherings:
        for other in gatherings:
            larger = (one.lines, one.form.first_year or 0) > (
                other.lines,
                other.form.first_year or 0,
            )
            if larger and one.main is None and other.main is None and one.lacks(other):
                one.beside.append(other)
                other.main = one


def found_of(gatherings: Iterable[Gathering]) -> list[Found]:
    """Make the tables of forms; the smaller halves of mixed ones come last."""
    done: dict[int, Found] = {}
    # The smaller half has no period or name to tell.
    for one in sorted(gatherings, key=lambda one: one.main is not None):
        done[id(one)] = Found(
            one.form,
            tables_of(one),
            missing=missing_tables(one),
            foreign=foreign_tables(one),
            lines=one.lines,
            sheets=tuple({own.view.grid.index: own.view.grid for own in one.own}.values()),
            main=done[id(one.main)] if one.main else None,
        )
    return list(done.values())


def tables_of(gathering: Gathering) -> tuple[Table, ...]:
    """Make the tables of a filled form, in the form's order."""
    return tuple(
        _table(plan, own, gathering)
        for plan in gathering.form.tables
        if (own := [one for one in gathering.own if one.printed.table is plan])
    )


def missing_tables(gathering: Gathering) -> tuple[TableForm, ...]:
    """List the tables of the form that were not found; part of a mixed form misses none."""
    if gathering.main is not None:
        return ()
    there = gathering.tables.union(*(other.tables for other in gathering.beside))
    return tuple(table for table in gathering.form.tables if table.key not in there)


def foreign_tables(gathering: Gathering) -> tuple[ForeignBlock, ...]:
    """List the whole tables that follow another form."""
    return tuple(
        ForeignBlock(other.form, other.own[0].printed.block, _start(other.own[0]))
        for other in gathering.beside
    )


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
        for row in (
            other.used_columns if other.view.turned != candidate.view.turned else other.used_rows
        )
    }


def _start(candidate: Candidate) -> Label:
    view, boxhead = candidate.view, candidate.boxhead
    return view.label(boxhead.last_row, boxhead.first_column)
