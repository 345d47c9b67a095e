"""M104: checks that hold only because blanks were taken as 0."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance, Verdict
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "taken_as_zero": Text(
        zh="{line} · {head}：有空白按 0 计后核对相符（本表共 {count} 项）",
        en="{line}, {head}: holds with blanks taken as 0 (such checks in this table: {count})",
    ),
}
ADVICE = Text(
    zh="请确认空白处确实没有发生数",
    en="Make sure that there is nothing to count where the cells are blank",
)


@rule(
    code="M104",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.BLANK,),
)
def blank_taken_as_zero(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Check holds with blanks taken as 0.

    ## What it checks
    The edits that hold and name a blank cell or a mark, which was taken as 0. One piece of
    information a table counts them. Cells that the form does not ask for (months to come) are left
    out.

    ## Why it matters
    Such a check shows only that nothing contradicts the 0. It is weaker than one over figures
    that somebody wrote down, and the reader should know.

    ## Example
    ```csv fail
    Sex,2024
    Men,11
    Women,
    Total,11
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,0
    Total,11
    ```
    """
    tables: dict[str, list[Instance]] = {}
    for instance in confrontation.instances:
        if instance.verdict is Verdict.HOLDS and _blanks(instance) and instance.target:
            tables.setdefault(instance.target.table, []).append(instance)
    for held in tables.values():
        blanks = dict.fromkeys(fact for instance in held for fact in _blanks(instance))
        first = held[0].target
        yield context.finding(
            "taken_as_zero",
            at=first,
            related=[fact for fact in blanks if fact is not first],
            count=len(held),
        )


def _blanks(instance: Instance) -> list[Fact]:
    """Give the blanks where the form asks for a figure."""
    return [fact for fact in instance.blanks if fact.measure.required]
