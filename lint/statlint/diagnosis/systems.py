"""From confronted edits to a system of equations over the cells that may be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from statlint.confront import Confrontation, Instance, Verdict
from statlint.dataclass import dataclass, field
from statlint.diagnosis.cell_groups import groups_of
from statlint.diagnosis.conditions import condition_of
from statlint.diagnosis.derived import typed_among
from statlint.diagnosis.equations import equation_of
from statlint.diagnosis.model import Cell, Condition, Equation, Source, System
from statlint.diagnosis.places import Place, places_in
from statlint.diagnosis.reach import Reach, reach_of
from statlint.diagnosis.scale import Numbers, Scale, decimals_in, numbers_of
from statlint.diagnosis.sources import Standing, tables_beside
from statlint.diagnosis.unread import Meanings
from statlint.facts import Fact
from statlint.form import ONE_SOURCE
from statlint.values import Number, decimals_of
from statlint.values.misread import Spoilt

Sums: TypeAlias = Mapping[Fact, tuple[tuple[Fact, int], ...]]
"""Cells with a formula, and the cells that it adds or takes away; none where it does neither."""

_NOWHERE: Place = (-1, -1, -1)
_MANY_FIGURES = 10
"""Figures of a table in which one negative is an exception."""
_MOST_BESIDE = 50_000
"""Cells of a table that are all taken in."""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """A system, and what its numbers stand for.

    `facts` are its cells. `instances` are its edits: first those that became equations, then those
    that became conditions.
    """

    system: System
    scale: Scale
    facts: tuple[Fact, ...]
    instances: tuple[Instance, ...]
    unread: Meanings = field(default_factory=dict)
    """What cells that hold no figure were taken for."""


def survey(
    confrontations: Sequence[Confrontation],
    sums: Sums | None = None,
    expected: Mapping[Fact, Number] | None = None,
    unread: Meanings | None = None,
    sources: Sequence[Standing] = (),
) -> Survey | None:
    """Make the system of what failed; None where nothing did.

    `expected` are figures of the period before, by cell of this one. `unread` are cells that keep
    edits open, with what their texts may mean. `sources` are other tables from which a block may
    have been copied; those of the same file are found here.
    """
    meant = unread or {}
    reach = reach_of([one for each in confrontations for one in each.instances], meant)
    if not reach.failed:
        return None
    formulas = sums or {}
    facts = _facts(reach, confrontations, formulas)
    numbers = numbers_of(facts, {fact: one.value for fact, one in meant.items()})
    equations, conditions = _edits(reach, numbers, formulas)
    system = System(
        cells=_cells(
            numbers,
            _Known(
                reach,
                confrontations,
                formulas,
                expected or {},
                meant,
                typed=typed_among(confrontations, formulas),
                positive=frozenset(_positive(confrontations)),
                parts=_parts_of(reach),
            ),
        ),
        equations=tuple(equations.values()),
        conditions=tuple(conditions.values()),
        formulas={
            numbers.at[fact]: _numbered(terms, numbers.at)
            for fact, terms in formulas.items()
            if fact in numbers.at
        },
        groups=tuple(groups_of(reach.near, numbers.at)),
        scale=numbers.scale.units,
        sources=tuple(_sources(numbers, [*_beside(reach, confrontations), *sources])),
    )
    return Survey(system, numbers.scale, facts, (*equations, *conditions), meant)


def _facts(reach: Reach, confrontations: Sequence[Confrontation], sums: Sums) -> tuple[Fact, ...]:
    """Take the cells of all edits that matter, and those that the formulas among them add.

    The other figures of a table where something failed come with them, in a table of moderate size:
    they tell what a cell may hold.
    """
    named = [fact for one in reach.instances for fact in one.facts]
    read = [fact for total in named for fact, _ in sums.get(total, ())]
    failed = {fact.table for fact in reach.near}
    beside = [
        fact
        for confrontation in confrontations
        for table in confrontation.facts
        if table.plan.key in failed and len(table) <= _MOST_BESIDE
        for fact in table.due()
    ]
    return tuple(dict.fromkeys([*reach.near, *named, *read, *beside]))


def _beside(reach: Reach, confrontations: Sequence[Confrontation]) -> Iterator[Standing]:
    tables = [table for one in confrontations for table in one.facts]
    yield from tables_beside(tables, {fact.table for fact in reach.near})


def _sources(numbers: Numbers, sources: Iterable[Standing]) -> Iterator[Source]:
    """Give sources in units of the system, those of which a figure stands for one of its cells."""
    for name, figures in sources:
        known = {
            numbers.at[fact]: numbers.scale.of(figure)
            for fact, figure in figures.items()
            if fact in numbers.at
        }
        if known:
            yield Source(name, known)


def _positive(confrontations: Sequence[Confrontation]) -> Iterator[str]:
    """Go through the tables without a form in which one figure alone is negative, by a slip."""
    for confrontation in confrontations:
        for facts in confrontation.facts if confrontation.filled.form.as_found else ():
            figures = [figure.value for _, figure in facts.with_figures()]
            negative = sum(figure < 0 for figure in figures)
            if len(figures) >= _MANY_FIGURES and negative == 1:
                yield facts.plan.key


def _parts_of(reach: Reach) -> dict[Fact, int]:
    """Say of how many other files each total over parts is the sum."""
    return {
        one.target: len({fact.path for fact in one.facts if fact.path})
        for one in reach.failed
        if one.target is not None and one.edit.across and one.edit.across not in ONE_SOURCE
    }


def _numbered(
    terms: Sequence[tuple[Fact, int]], at: Mapping[Fact, int]
) -> tuple[tuple[int, int], ...]:
    if not all(fact in at for fact, _ in terms):
        return ()
    return tuple((at[fact], weight) for fact, weight in terms)


def _edits(
    reach: Reach, numbers: Numbers, sums: Sums
) -> tuple[dict[Instance, Equation], dict[Instance, Condition]]:
    equations: dict[Instance, Equation] = {}
    conditions: dict[Instance, Condition] = {}
    edits: dict[int, int] = {}
    for one in reach.instances:
        edit = edits.setdefault(id(one.edit), len(edits))
        equation = equation_of(one, numbers, edit)
        if equation is not None:
            equations[one] = equation
        elif one.verdict is not Verdict.NOT_CHECKED and not _follows(one, sums):
            conditions[one] = condition_of(one, numbers)
    return equations, conditions


def _follows(instance: Instance, sums: Sums) -> bool:
    """Tell whether a formula makes the figure that an edit states: it would follow any change."""
    return not instance.fails and instance.target in sums


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What is known of cells beside what they hold."""

    reach: Reach
    confrontations: Sequence[Confrontation]
    sums: Sums
    expected: Mapping[Fact, Number]
    unread: Meanings
    typed: frozenset[Fact]
    positive: frozenset[str]
    """Tables in which no figure is meant to be negative, though one is."""
    parts: Mapping[Fact, int]
    """Totals over the figures of other files, and of how many."""


def _cells(numbers: Numbers, known: _Known) -> tuple[Cell, ...]:
    places = places_in(each for one in known.confrontations for each in one.facts)
    return tuple(
        _cell(fact, numbers.units[at], places.get(fact), known, numbers.scale)
        for fact, at in numbers.at.items()
    )


def _cell(fact: Fact, units: int, place: Place | None, known: _Known, scale: Scale) -> Cell:
    """Make a cell; words, which have no place among the figures, stay as they are."""
    table, line, head = place or _NOWHERE
    before = known.expected.get(fact)
    meant = known.unread.get(fact)
    told = meant is not None and meant.spoilt is not Spoilt.OTHER
    return Cell(
        value=units,
        decimals=decimals_of(meant.value) if meant else decimals_in(fact),
        table=table,
        line=line,
        head=head,
        blank=fact.figure is None and not told,
        derived=fact in known.sums,
        least=None if fact.measure.kind.signed and fact.table not in known.positive else 0,
        expected=None if before is None else scale.of(before),
        fixed=place is None or fact not in known.reach.free,
        doubt=None if meant is None else 1 - meant.odds,
        typed=fact in known.typed,
        parts=known.parts.get(fact, 0),
    )
