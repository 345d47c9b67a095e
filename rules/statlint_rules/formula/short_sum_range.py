"""W101: sums that stop short, start late or skip a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.formula import Formulas
from statlint.rule import Context, Level, Severity, abridged, likewise, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.formula.short import ShortSum

MESSAGES = {
    "left_out": Text(
        zh="「{formula}」漏加 {cells}：加上后为 {left}，现为 {right}，差额 {difference}，"
        "求和区域似应为 {range}{more}",
        en="{formula} leaves out {cells}: with it {left}, now {right}, difference {difference}; "
        "the range is probably {range}{more}",
    ),
    "left_out_nothing": Text(
        zh="「{formula}」没有包括 {cells}（现为 0，暂不影响结果），求和区域似应为 {range}{more}",
        en="{formula} leaves out {cells}, now 0, so that the result is not yet wrong; the range is "
        "probably {range}{more}",
    ),
}
ADVICE = Text(
    zh="请核对求和区域是否漏了行或列；确属不应计入的，可在行名中注明",
    en="See whether the range of the sum misses a line or head; where it is meant to, say so in "
    "the label",
)


@rule(
    code="W101",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def short_sum_range(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Sum stops short, starts late or skips a line.

    ## What it checks
    Formulas that add cells of one column or one row, whether by SUM, SUBTOTAL or plus signs.
    Each is held against the totals beside it: where most of them count a line that this one
    does not, that is an error. Otherwise it is held against the cells next to its range. A
    figure there that nothing else adds up, that is typed (or reckoned) as those in the range are
    and whose label makes it one of them, seems to be left out: a warning.

    No part is what the words say is none (其中, 小计, 上年, 平均, 率, of which, subtotal), what is
    shown as per cent among counts, years and numbers over the heads, a line without a label among
    lines with one, a figure that equals the total, several figures that add up to a subtotal beside
    them which the total counts. Away from the total the bar is higher: running
    numbers and indents must go on, and heads must be of one kind, such as 1月 and 2月. Heads beside
    a total that is not simply called 合计 or total may be left out with care, and so may cells that
    formulas use by themselves, such as weights. A total of subtotals that adds some of them, and no
    formula the others, is told as well. Where the figures left out are 0, it is information.

    Totals of one row that leave out the same lines are told once. Totals for which a fixed form
    states the parts are left to W115.

    ## Why it matters
    A line inserted just above a total, or added at the end, is not in the range. The total looks
    reckoned, so nobody adds it up again.

    ## Example
    ```text fail
    B2:B9 hold figures, B10 is =SUM(B2:B8).
    ```
    ```text pass
    B2:B9 hold figures, B10 is =SUM(B2:B9).
    ```

    ## Known problems
    Ranges of several columns and sums with a minus are not looked at. A line that is left out by
    intent, without a word in its label or that of the total, is reported.
    """
    # What looks for short ranges is imported only where a workbook has formulas.
    from statlint.formula.short import short_sums

    groups: dict[object, list[ShortSum]] = {}
    for one in formulas.ask(short_sums):
        groups.setdefault(_cause(one), []).append(one)
    for found in groups.values():
        yield _told(found, formulas, context)


def _cause(one: ShortSum) -> object:
    """Say what totals of one row that leave out the same lines have in common."""
    strip = one.strip
    if strip.own is None:
        return strip.sum
    return strip.lane.grid.index, strip.lane.down, strip.own, one.places, one.proven


def _told(found: list[ShortSum], formulas: Formulas, context: Context) -> Finding:
    one = next((one for one in found if one.left_out), found[0])
    others = [other.strip.sum for other in found if other is not one]
    strip, lane = one.strip, one.strip.lane
    stored = strip.sum.cell.cell.number
    right = one.counted if stored is None else stored
    harmless = not one.left_out
    severity = Severity.ERROR if one.proven else Severity.WARNING
    return context.finding(
        "left_out_nothing" if harmless else "left_out",
        at=formulas.spot(strip.sum.grid, strip.sum.ref),
        severity=Severity.INFORMATION if harmless else severity,
        related=formulas.spots(
            [
                *((lane.grid, lane.ref(place)) for place in one.places),
                *((other.grid, other.ref) for other in others),
            ]
        ),
        left=one.whole,
        right=right,
        formula=abridged(strip.sum.cell.cell.formula),
        cells=tuple(lane.ranges(one.places)),
        range=tuple(lane.ranges(sorted({*strip.places(), *one.places}))),
        more=likewise([other.ref for other in others]),
    )
