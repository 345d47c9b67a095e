"""Read the facts of a table: one for each line under each head that was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.facts.model import Fact, Facts
from statlint.form import Head, Line, Measure, TableForm, ValueKind
from statlint.table import FoundLine, Part, StatedFigure, Table
from statlint.typed import TypeAlias
from statlint.values import Blank, Figure, Reading

_Place: TypeAlias = tuple[str, str]
"""The keys of a line and a head."""


def read_facts(table: Table) -> Facts:
    """Read each cell where a line and a head cross; of a line printed twice the first counts.

    A figure that a label states counts where the table has no cell for it, or a blank one.
    """
    facts: dict[_Place, Fact] = {}
    for part in table.parts:
        _read_cells(table.plan, part, facts)
    for fact in _in_labels(table):
        key = (fact.line.key, fact.head.key)
        if key not in facts or isinstance(facts[key].reading, Blank):
            facts[key] = fact
    return Facts(table, _in_order(facts, table.plan))


def _in_order(facts: dict[_Place, Fact], plan: TableForm) -> dict[_Place, Fact]:
    """Give facts in the order of the form's lines; most tables print them in that order."""
    order = {line.key: index for index, line in enumerate(plan.lines())}
    printed = [order[line] for line, _ in facts]
    if printed == sorted(printed):
        return facts
    return dict(sorted(facts.items(), key=lambda item: order[item[0][0]]))


def _read_cells(plan: TableForm, part: Part, facts: dict[_Place, Fact]) -> None:
    """Read the cells of a part; of a line (or head) that is there already nothing is taken."""
    usual = [head.head.measure or plan.measure for head in part.heads]
    for line in part.lines:
        measures = usual
        if line.line.measure is not None:
            measures = [_measure(plan, line.line, head.head) for head in part.heads]
        _read_line(plan.key, part, line, measures, facts)


def _in_labels(table: Table) -> Iterator[Fact]:
    for part in table.parts:
        for stated in part.stated:
            yield _stated(table, part, stated)


def _read_line(
    table: str,
    part: Part,
    line: FoundLine,
    measures: Sequence[Measure],
    facts: dict[_Place, Fact],
) -> None:
    """Read the cells of a line, of which each head holds what its measure says."""
    own, label, sheet, key = line.line, line.label.text, part.grid.name, line.line.key
    cells = zip(part.heads, measures, part.refs(line), part.readings(line), strict=True)
    for head, measure, cell, reading in cells:
        place = (key, head.head.key)
        if place in facts or (type(reading) is not Figure and _is_label(reading, measure, label)):
            continue
        facts[place] = Fact(
            table,
            own,
            head.head,
            measure,
            sheet,
            cell,
            label,
            head.label.text,
            reading,
            part,
        )


def _is_label(reading: Reading, measure: Measure, label: str) -> bool:
    """Tell whether a cell for figures shows the line's label: it is merged over the cell."""
    return bool(reading.text) and reading.text == label and measure.kind is not ValueKind.TEXT


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
