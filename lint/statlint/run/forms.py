"""Check one filled form: by itself, and against the forms of the files beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from statlint.confront import Confrontation, ReadyTables, confront
from statlint.dataclass import dataclass, field, replace
from statlint.facts import Facts, Filing, read_facts
from statlint.finding import NeighbourNote, NotChecked, Outcomes, Reason
from statlint.grid import Grid
from statlint.history import NOBODY, History, PassedOver, Relation, Vicinity
from statlint.run.documents import Report, text_of, with_text
from statlint.run.engine import FileRun
from statlint.table import FilledForm
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statlint.finding.drawn import Series
    from statlint.history.drift import Drift

_TOLD_OF_PARTS = frozenset({Reason.ITSELF, Reason.TWICE, Reason.OTHER_UNIT})
Others: TypeAlias = Callable[[Filing], Vicinity]
"""Finds what a filled form is held against."""


def alone(filing: Filing) -> Vicinity:
    """Say that there is nothing to hold a form against."""
    return Vicinity(filing.filled)


def facts_of(filled: FilledForm) -> tuple[Facts, ...]:
    """Read the facts of a filled form."""
    return tuple(map(read_facts, filled.tables))


@dataclass(frozen=True, slots=True, eq=False)
class Checking:
    """A file whose forms are checked: its rules at work, its sheets, and what finds its neighbours.

    `read` gives the facts of a form; `seen` gathers the other files that forms are held against,
    `drifts` how their figures have changed, `series` these figures where the report draws them.
    """

    run: FileRun
    grids: Mapping[str | None, Grid] = field(default_factory=dict)
    others: Others = alone
    read: Callable[[FilledForm], tuple[Facts, ...]] = facts_of
    seen: list[NeighbourNote] = field(default_factory=list)
    drifts: list[Drift] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    ready: ReadyTables | None = None
    """What is kept of the edits of forms from file to file."""


def check_form(
    filled: FilledForm, checking: Checking, report: Report | None = None
) -> Confrontation:
    """Run every rule on a filled form, on its tables, its edits and its history.

    `report` is the text around its tables, whose figures are held against them.
    """
    run, grids = checking.run, checking.grids
    run.apply(filled, filled=filled, grids=grids)
    facts = checking.read(filled)
    for one in facts:
        run.apply(one, filled=filled, grids=grids)
    vicinity = checking.others(Filing(run.path, filled, facts))
    text = text_of(report, filled, facts, vicinity.neighbours) if report else None
    confrontation = confront(
        filled,
        facts,
        on=run.settings.edits_on,
        off=run.settings.edits_off,
        others=vicinity.neighbours,
        text=text,
        ready=checking.ready,
    )
    run.count_edits(confrontation)
    run.apply(confrontation, filled=with_text(filled, text), grids=grids)
    _look_around(vicinity, confrontation, checking)
    return confrontation


def _look_around(vicinity: Vicinity, confrontation: Confrontation, checking: Checking) -> None:
    """Run the rules on a form's history, and on the files beside it; list what was of no use."""
    run, filled = checking.run, confrontation.filled
    if vicinity.neighbours is not NOBODY or vicinity.passed_over:
        run.apply(vicinity, filled=filled, grids=checking.grids)
    if vicinity.earlier:
        history = _history_of(confrontation, vicinity, checking)
        run.apply(history, filled=filled, grids=checking.grids)
    checking.seen.extend(_notes(vicinity))
    for one in _left_open(vicinity, run):
        run.not_checked.append(
            NotChecked(
                run.path,
                None,
                None,
                one.relation.value,
                one.reason,
                line=one.line,
                other=one.path or None,
            )
        )
        run.outcomes += Outcomes(not_checked=1)


def _left_open(vicinity: Vicinity, run: FileRun) -> list[PassedOver]:
    """Give what was passed over and no rule tells."""
    told = run.roster.has(Vicinity.__name__)
    return [one for one in vicinity.passed_over if not (told and _is_told(one))]


def _is_told(one: PassedOver) -> bool:
    """Tell whether a rule on the files beside a form tells of one."""
    if one.reason is Reason.OTHER_PERIOD:
        return one.period is not None
    return bool(one.path) and one.relation is Relation.PARTS and one.reason in _TOLD_OF_PARTS


def _history_of(confrontation: Confrontation, vicinity: Vicinity, checking: Checking) -> History:
    """Find what is odd beside earlier periods, but for what edits tell already.

    What is not odd by itself is kept in short, to be held against other units.
    """
    # Here, since most files are checked alone.
    from statlint.confront.follows import follows_in, told_in
    from statlint.history.drifts import drifts_of
    from statlint.history.oddities import oddities

    alone = History(confrontation.filled, confrontation.facts, vicinity.earlier)
    told = told_in(confrontation)
    odd = oddities(
        alone,
        follows=follows_in(confrontation),
        told=told,
        thresholds=checking.run.settings.thresholds,
    )
    history = replace(alone, odd=odd)
    checking.drifts.extend(drifts_of(history, told))
    if checking.run.settings.series:
        from statlint.history.series import series_of

        checking.series.extend(series_of(history))
    return history


def _notes(vicinity: Vicinity) -> list[NeighbourNote]:
    """Name the files that a form is held against, each once, by the first thing it is to it."""
    roles: dict[str, str] = {}
    for relation, found in vicinity.neighbours.by_relation.items():
        for one in found:
            roles.setdefault(one.path, relation)
    for one in vicinity.earlier:
        roles.setdefault(one.path, "earlier")
    return [NeighbourNote(path, role) for path, role in roles.items()]
