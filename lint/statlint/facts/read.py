"""Read the facts of a table: one for each line under each head that was found."""

from __future__ import annotations

from statlint.facts.model import Fact, Facts
from statlint.table import FoundHead, FoundLine, Part, Table
from statlint.values import CellRef


def read_facts(table: Table) -> Facts:
    """Read each cell where a line and a head cross; of a line printed twice the first counts."""
    facts: dict[tuple[str, str], Fact] = {}
    for part in table.parts:
        for line in part.lines:
            for head in part.heads:
                key = (line.line.key, head.head.key)
                if key not in facts:
                    facts[key] = _fact(table, part, line, head)
    order = {line.key: index for index, line in enumerate(table.plan.lines())}
    return Facts(table, dict(sorted(facts.items(), key=lambda item: order[item[0][0]])))


def _fact(table: Table, part: Part, line: FoundLine, head: FoundHead) -> Fact:
    row, column = part.at(line, head)
    anchor = part.grid.anchor(row, column)
    return Fact(
        table=table.plan.key,
        line=line.line,
        head=head.head,
        measure=head.head.measure
        if head.head.measure is not None and head.head.measure.kind == "text"
        else table.plan.measure_of(line.line, head.head),
        sheet=part.grid.name,
        cell=CellRef(anchor.row, anchor.column),
        line_label=line.label.text,
        head_label=head.label.text,
        reading=part.grid.reading(row, column),
        part=part,
    )
