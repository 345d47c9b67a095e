"""The total line of a table of very many lines, held against the exact sum of the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.confront import Confrontation, Instance, Verdict
from statlint.dataclass import replace
from statlint.facts import Fact, Facts, read_facts
from statlint.finding import Nature, Origin
from statlint.form import Call, Comparison, Edit, EditKind, Name, Scope, Span, edit_text
from statlint.run.forms import Checking

if TYPE_CHECKING:
    from statlint.bulk.find import LongTable
    from statlint.bulk.totals import Added, Sums
    from statlint.table import FilledForm


def check_totals(table: LongTable, checking: Checking) -> None:
    """Run the rules on edits on the totals of a table, the sums of which are known already."""
    from statlint.bulk.told import filled_form

    run = checking.run
    for sums in table.sums:
        if not sums.is_meant:
            continue
        rows = sorted({sums.first, sums.row, sums.last})
        filled = filled_form(table.cells, rows, ())
        if filled is not None:
            confrontation = _confronted(filled, sums, rows)
            run.count_edits(confrontation)
            run.apply(confrontation, filled=confrontation.filled, grids=checking.grids)


def _confronted(filled: FilledForm, sums: Sums, rows: list[int]) -> Confrontation:
    keys = [line.key for line in filled.form.tables[0].blocks[0].lines]
    first, total, last = (keys[rows.index(row)] for row in (sums.first, sums.row, sums.last))
    edit = _edit(first, total, last, sums)
    plan = replace(filled.form.tables[0], edits=(edit,))
    table = replace(filled.tables[0], plan=plan)
    filled = replace(filled, form=replace(filled.form, tables=(plan,)), tables=(table,))
    facts = read_facts(table)
    found = tuple(_instances(edit, facts, (total, first, last), sums))
    return Confrontation(filled, (facts,), found)


def _edit(first: str, total: str, last: str, sums: Sums) -> Edit:
    from statlint.inference import Axis, Operator, Relation
    from statlint.inference.wording import IDS, NAMES, basis_of

    condition = Comparison("=", Call("sum", (Span(Name((first,)), Name((last,))),)), Name((total,)))
    relation = Relation(Operator.SUM, Axis.LINES, 0, (), (), 0, named=True)
    return Edit(
        id=f"{IDS[Operator.SUM]}-{total}",
        text=edit_text(condition),
        condition=condition,
        kind=EditKind.BALANCE,
        name=NAMES[Operator.SUM],
        scope=Scope.HEAD,
        heads=tuple(one.head for one in sums.added),
        nature=Nature.QUERY,
        origin=Origin.INFERRED,
        basis=basis_of(relation, held=sums.held, stated=len(sums.added)),
    )


def _instances(edit: Edit, facts: Facts, lines: tuple[str, ...], sums: Sums) -> Iterator[Instance]:
    for one in sums.added:
        cells = [fact for fact in (facts.get(line, one.head) for line in lines) if fact]
        yield _instance(edit, one, cells)


def _instance(edit: Edit, one: Added, cells: list[Fact]) -> Instance:
    verdict = Verdict.HOLDS if one.holds else Verdict.FAILS
    target = cells[0] if cells else None
    return Instance(
        edit, verdict, cells[:1], target, left=one.sum, right=one.stated, where=one.head
    )
