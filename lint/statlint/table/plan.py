"""A form made ready for the search: every way in which each of its tables may be printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from statlint.form import Arrangement, Block, Form, Head, Line, TableForm
from statlint.table.boxhead import HeadPlan
from statlint.table.open_plan import OpenPlan
from statlint.table.stub import LinePlan


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """One way to print a block.

    Without `lines` each boxhead has one row of figures: `slots` then says for each head which line
    and which head of the block it is. `stacked` is a boxhead repeated for each line.
    """

    table: TableForm
    block: Block
    heads: HeadPlan
    lines: LinePlan
    slots: tuple[tuple[Line, Head], ...] = ()
    stacked: bool = False


@dataclass(frozen=True, eq=False)
class FormPlan:
    """A form and its prints, table by table; prepared at first use and kept."""

    form: Form

    @property
    def open(self) -> bool:
        """Whether a table of the form is open: it takes another search."""
        return any(table.open for table in self.form.tables)

    @cached_property
    def open_plans(self) -> tuple[OpenPlan, ...]:
        """The tables of an open form, ready for their search."""
        return tuple(OpenPlan(self.form, table) for table in self.form.tables)

    @cached_property
    def prints(self) -> tuple[tuple[TableForm, tuple[tuple[Print, ...], ...]], ...]:
        """For each table the ways to print it, the official first; each way is a print a block."""
        return tuple((table, _ways(table)) for table in self.form.tables)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every wording of a line or head of the form, made comparable."""
        return frozenset(
            key
            for _, ways in self.prints
            for way in ways
            for one in way
            for likeness in (one.heads.likeness, one.lines.likeness)
            for key in likeness.keys
        )


def _ways(table: TableForm) -> tuple[tuple[Print, ...], ...]:
    down = tuple(
        Print(table, block, HeadPlan.of(block, block.heads), LinePlan.of(block.lines))
        for block in table.blocks
    )
    if table.arrangement is Arrangement.LINES_DOWN:
        return (down,)
    flat = tuple(_flat(table, block) for block in table.blocks)
    stacked = tuple(replace(one, stacked=True) for one in down)
    return (flat, stacked, down)


def _flat(table: TableForm, block: Block) -> Print:
    """Print the lines of a block side by side, their captions over repeated heads."""
    slots = tuple((line, head) for line in block.figure_lines for head in block.heads)
    heads = tuple(
        replace(
            head,
            key=f"{line.key}.{head.key}",
            above=(*line.above, line.label.zh, line.label.en, *line.aliases),
        )
        for line, head in slots
    )
    return Print(table, block, HeadPlan.of(block, heads), LinePlan.of(()), slots)
