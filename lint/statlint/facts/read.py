"""Read the facts of a table: one for each line under each head that was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.facts.model import Fact, Facts
from statlint.form import Head, Line, Measure, TableForm, ValueKind
from statlint.table import FoundLine, Part, StatedFigure, Table
from statlint.values import Blank


def read_facts(table: Table) -> Facts:
    """Read each cell where a line and a head cross; of a line printed twice the first counts.

    A figure that a label states counts where the table has no cell for it, or a blank one.
    """
    facts: dict[tuple[str, str], Fact] = {}
    for fact in _in_cells(table):
        facts.setdefault((fact.line.key, fact.head.key), fact)
    for fact in _in_labels(table):
        key = (fact.line.key, fact.head.key)
        if key not in facts or isinstance(facts[key].reading, Blank):
            facts[key] = fact
    order = {line.key: index for index, line in enumerate(table.plan.lines())}
    return Facts(table, dict(sorted(facts.items(), key=lambda item: order[item[0][0]])))


def _in_cells(table: Table) -> Iterator[Fact]:
    for part in table.parts:
        usual = [head.head.measure or table.plan.measure for head in part.heads]
        for line in part.lines:
            measures = usual
            if line.line.measure is not None:
                measures = [_measure(table.plan, line.line, head.head) for head in part.heads]
            yield from _on_line(table.plan.key, part, line, measures)


def _in_labels(table: Table) -> Iterator[Fact]:
    for part in table.parts:
        for stated in part.stated:
            yield _stated(table, part, stated)


def _on_line(
    table: str, part: Part, line: FoundLine, measures: Sequence[Measure]
) -> Iterator[Fact]:
    """Go through the cells of a line, of which each head holds what its measure says."""
    sheet, label, anchor = part.grid.name, line.label.text, part.grid.anchor
    for head, measure, reading in zip(part.heads, measures, part.readings(line), strict=True):
        fact = Fact(
            table=table,
            line=line.line,
            head=head.head,
            measure=measure,
            sheet=sheet,
            cell=anchor(*part.at(line, head)),
            line_label=label,
            head_label=head.label.text,
            reading=reading,
            part=part,
        )
        if not _is_label(fact, line):
            yield fact


def _is_label(fact: Fact, line: FoundLine) -> bool:
    """Tell whether a cell for figures shows the line's label: it is merged over the cell."""
    if fact.figure is not None or fact.measure.kind is ValueKind.TEXT:
        return False
    return bool(fact.text) and fact.text == line.label.text


def _stated(table: Table, part: Part, stated: StatedFigure) -> Fact:
    printed = next((head for head in part.heads if head.head.key == stated.head.key), None)
    return Fact(
        table=table.plan.key,
        line=stated.line,
        head=stated.head,
        measure=_measure(table.plan, stated.line, stated.head),
        sheet=stated.label.sheet,
        cell=stated.label.cell,
        line_label=stated.label.text,
        head_label=printed.label.text if printed else stated.head.label.zh,
        reading=stated.reading,
        part=part,
    )


def _measure(plan: TableForm, line: Line, head: Head) -> Measure:
    """Say what a cell holds; under a head of words it is words, whatever the line says."""
    if head.measure is not None and head.measure.kind is ValueKind.TEXT:
        return head.measure
    return plan.measure_of(line, head)
