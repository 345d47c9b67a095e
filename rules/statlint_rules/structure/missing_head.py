"""S002: heads of the form that the table does not have."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.form import Block, Head
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import FilledForm, Label, Table
from statlint.values import Text

MESSAGES = {
    "missing": Text(
        zh="「{head}」一栏缺失",
        en="“{head}” is a head of the form and is missing",
    ),
    "missing_in_block": Text(
        zh="「{head}」一栏缺失，应列在「{block}」之下",
        en="“{head}” is a head of the form and is missing under “{block}”",
    ),
    "many": Text(
        zh="{heads}等 {count} 栏缺失",
        en="{heads} and other heads of the form are missing, {count} in all",
    ),
}

_MOST = 5
_SHOWN = 3


def _beside(block: Block, head: Head, table: Table) -> Label:
    """Find the printed head that the missing one should follow."""
    printed = {
        found.head.key: found.label
        for part in table.parts
        if part.block is block
        for found in part.heads
    }
    keys = [each.key for each in block.heads]
    before = [printed[key] for key in keys[: keys.index(head.key)] if key in printed]
    return before[-1] if before else table.start


@rule(
    code="S002",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对表式，补上缺少的栏；没有发生的填 0，不要删栏",
        en="Compare with the form and put the column back; where there is nothing, enter 0",
    ),
    when=(Occasion.LACKING,),
)
def missing_head(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Head of the form is missing.

    ## What it checks
    Whether every column head of the form stands over the table (or beside it, where the table is
    turned). Up to five missing heads are reported one by one, next to the head that they should
    follow; more are reported together, at the start of the table.

    ## Why it matters
    Without its head a column of figures has no meaning, and without the column the totals across
    cannot be checked.

    ## Example
    ```csv fail
    Applications,Persons,Total
    Received,12,15
    Carried over,0,0
    Answered,10,13
    Passed on,2,2
    ```
    ```csv pass
    Applications,Persons,Companies,Total
    Received,12,3,15
    Carried over,0,0,0
    Answered,10,3,13
    Passed on,2,0,2
    ```

    ## Known problems
    A head that was rewritten beyond recognition is reported twice: here as missing, and by S004 as
    unknown.
    """
    for table in filled.tables:
        missing = table.missing_heads
        if len(missing) > _MOST:
            yield context.finding(
                "many",
                at=table.start,
                table=table.plan.key,
                heads=[quoted(head.label) for _, head in missing[:_SHOWN]],
                count=len(missing),
            )
            continue
        for block, head in missing:
            yield context.finding(
                "missing_in_block" if block.caption else "missing",
                at=_beside(block, head, table),
                table=table.plan.key,
                head=head.label,
                block=block.caption,
            )
