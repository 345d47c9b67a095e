"""Check one filled form: by itself, and against the forms of the files beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from statlint.confront import Confrontation, confront
from statlint.facts import Filing, read_facts
from statlint.finding import NeighbourNote, NotChecked, Outcomes
from statlint.grid import Grid
from statlint.history import NOBODY, History, Vicinity
from statlint.run.engine import FileRun
from statlint.table import FilledForm

Others: TypeAlias = Callable[[Filing], Vicinity]
"""Finds what a filled form is held against."""


def alone(filing: Filing) -> Vicinity:
    """Say that there is nothing to hold a form against."""
    return Vicinity(filing.filled)


@dataclass(frozen=True, slots=True, eq=False)
class Checking:
    """A file whose forms are checked: its rules at work, its sheets, and what finds its neighbours.

    `seen` gathers the other files that its forms are held against.
    """

    run: FileRun
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    others: Others = alone
    seen: list[NeighbourNote] = field(default_factory=list)


def check_form(filled: FilledForm, checking: Checking) -> Confrontation:
    """Run every rule on a filled form, on its tables, its edits and its history."""
    run, grids = checking.run, checking.grids
    run.apply(filled, filled=filled, grids=grids)
    facts = tuple(read_facts(table) for table in filled.tables)
    for one in facts:
        run.apply(one, filled=filled, grids=grids)
    vicinity = checking.others(Filing(run.path, filled, facts))
    confrontation = confront(
        filled,
        facts,
        on=run.settings.edits_on,
        off=run.settings.edits_off,
        others=vicinity.neighbours,
    )
    run.count_edits(confrontation)
    run.apply(confrontation, filled=filled, grids=grids)
    _look_around(vicinity, confrontation, checking)
    return confrontation


def _look_around(vicinity: Vicinity, confrontation: Confrontation, checking: Checking) -> None:
    """Run the rules on a form's history, and on the files beside it; list what was of no use."""
    run, filled = checking.run, confrontation.filled
    if vicinity.neighbours is not NOBODY or vicinity.passed_over:
        run.apply(vicinity, filled=filled, grids=checking.grids)
    if vicinity.earlier:
        history = History(filled, confrontation.facts, vicinity.earlier)
        run.apply(history, filled=filled, grids=checking.grids)
    checking.seen.extend(_notes(vicinity))
    for one in vicinity.passed_over:
        run.not_checked.append(
            NotChecked(run.path, None, None, one.relation.value, one.reason, other=one.path)
        )
        run.outcomes += Outcomes(not_checked=1)


def _notes(vicinity: Vicinity) -> list[NeighbourNote]:
    """Name the files that a form is held against; an earlier one only where it is nothing else."""
    known = [
        NeighbourNote(one.path, relation)
        for relation, found in vicinity.neighbours.by_relation.items()
        for one in found
    ]
    paths = {note.path for note in known}
    earlier = [
        NeighbourNote(one.path, "earlier") for one in vicinity.earlier if one.path not in paths
    ]
    return known + earlier
