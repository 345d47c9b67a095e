"""W115: formulas of totals that add other cells than the form does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, abridged, likewise, listed, rule
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.confront.formulas import Dissent

MESSAGES = {
    "differs": Text(
        zh="公式「{formula}」与表式关系「{relation}」不一致，{gap}："
        "按表式应为 {left}，现为 {right}，差额 {difference}{more}",
        en="{formula} does not agree with the form's relation “{relation}”, {gap}: {left} by the "
        "form, now {right}, difference {difference}{more}",
    ),
    "same": Text(
        zh="公式「{formula}」与表式关系「{relation}」不一致，{gap}，眼下结果碰巧相同{more}",
        en="{formula} does not agree with the form's relation “{relation}”, {gap}, though both "
        "give the same now{more}",
    ),
}


@rule(
    code="W115",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请按表式改正公式的求和区域；表式有改动的，以正式下发的为准",
        en="Let the formula add the cells that the form adds",
    ),
    needs_form=True,
    when=(Occasion.FORMULAS,),
)
def formula_against_form(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Total by formula adds other cells than its form.

    ## What it checks
    Totals of a recognised table that are sums by formula. The cells that the formula adds, through
    subtotals down to the single figures, are compared with those that the form adds for this total.
    A formula may go another way (over the heads instead of the lines) as long as it ends with
    the same cells, or with subtotals that were typed and make up for them. Cells without a figure
    in the range, such as group headings, do no harm.

    The finding names the cells that the formula leaves out or adds too many. Where the figures
    differ it is an error (B101 then says that the total is wrong, this says why), else a warning:
    the formula is wrong for the next figures that are entered. The same in other lines or heads is
    told once.

    ## Why it matters
    A zero in the line left out hides the mistake until the year in which it is no zero.

    ## Example
    ```text fail
    The form: total = all six kinds of applicant. The formula: =SUM(I24:M24), five of them.
    ```
    ```text pass
    The formula: =SUM(I24:N24).
    ```

    ## Known problems
    Formulas that do more than add are not compared. Where lines or heads repeat, the form is one
    that many tables share, and the office's own formula is no less true: W101 and W102 look at it.
    """
    formulas = context.formulas
    if formulas is None:
        return
    # What compares formulas with edits is imported only where a workbook has formulas.
    from statlint.confront.formulas import dissents

    groups: dict[object, list[Dissent]] = {}
    for one in dissents(confrontation, formulas):
        groups.setdefault((one.instance.edit.id, one.pattern), []).append(one)
    for found in groups.values():
        first = next((one for one in found if one.instance.difference), found[0])
        others = [one for one in found if one is not first]
        wrong = bool(first.instance.difference)
        yield context.finding(
            "differs" if wrong else "same",
            at=first.target,
            severity=Severity.ERROR if wrong else None,
            related=[
                *formulas.spots((*first.left_out, *first.surplus)),
                *(one.target for one in others),
            ],
            left=first.instance.left if wrong else None,
            right=first.instance.right if wrong else None,
            formula=abridged(first.sum.cell.cell.formula),
            relation=first.instance.edit.name,
            gap=_gap(first),
            more=likewise([one.target.cell for one in others]),
        )


def _gap(one: Dissent) -> Text:
    """Say which cells the formula leaves out, and which it adds too many."""
    left_out = [str(ref) for _, ref in one.left_out]
    surplus = [str(ref) for _, ref in one.surplus]
    parts = []
    if left_out:
        parts.append(Text(f"漏了{listed(left_out).zh}", f"leaving out {listed(left_out).en}"))
    if surplus:
        parts.append(Text(f"多了{listed(surplus).zh}", f"adding {listed(surplus).en} besides"))
    return Text("，".join(part.zh for part in parts), " and ".join(part.en for part in parts))
