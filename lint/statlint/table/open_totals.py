"""Whether 合计 is the total of a table or of the group that it closes."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.dataclass import dataclass
from statlint.form import Line
from statlint.table.open_columns import is_total
from statlint.table.open_plan import OpenPlan
from statlint.table.open_rows import BodyRow, RowKind


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a row: the rows after it, and what came since the last total.

    `inside` are the items of the group at hand (`grouped`: there is one), `begun` the outermost
    groups that have begun.
    """

    rest: Sequence[BodyRow]
    inside: int
    begun: int
    grouped: bool


def total_line(plan: OpenPlan, row: BodyRow, around: Around) -> Line:
    """Choose the line that a row with a label of the form is.

    What closes a single group, with more items or another total to come, is the group's own.
    """
    inner = [line for line in row.fixed if row.columns.has_own(line)]
    outer = [line for line in row.fixed if line.under is None or line.of is not None]
    if not outer:
        total = _total(plan, row)
        lone = total is not None and not around.grouped and not _follows(total, around)
        return total if total is not None and lone else (*inner, *row.fixed)[0]
    if outer[0].of is None and is_total(row.text):
        inner = inner or [line for line in plan.block.lines if row.columns.has_own(line)]
    closes = around.inside and around.begun <= 1 and _follows(outer[0], around)
    return inner[0] if inner and closes else outer[0]


def _total(plan: OpenPlan, row: BodyRow) -> Line | None:
    """Give the line of the form that 合计 stands for."""
    lines = (plan.block.lines[index] for index in plan.line_words.same("合计"))
    return next((line for line in lines if not row.columns.has_own(line)), None)


def _follows(line: Line, around: Around) -> bool:
    """Tell whether more items come, or the line itself once more."""
    return any(one.kind is RowKind.ITEM or line in one.fixed for one in around.rest)
