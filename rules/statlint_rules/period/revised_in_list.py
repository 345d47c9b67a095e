"""P222: figures of a long list that an earlier one gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.tidy import TidyTable
from statlint.values import Text

MESSAGES = {
    "revised": Text(
        zh="{line}：填 {text}，{file} 中同一时期为 {then}",
        en="{line}: stated as {text}, {file} says {then} for the same period",
    ),
    "many": Text(
        zh="与 {file} 同期的 {compared} 个数中有 {count} 个不同，如 {line}：填 {text}，原为 {then}",
        en="{count} of {compared} figures are not those of {file} for the same period, "
        "such as {line}: stated as {text}, was {then}",
    ),
}


@rule(
    code="P222",
    level=Level.SAME_SOURCE,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否改错；按规定修订的，请说明修订原因",
        en="See whether it was changed by mistake; where figures were revised, say why",
    ),
)
def revised_in_list(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Figure of a long list differs from that of an earlier list.

    ## What it checks
    A long list (one figure a row) beside an earlier one with the same columns, which `--previous`
    or the settings name: that the figures which both have, by keys and period, are the same. Blanks
    are left alone, and so is what only has more decimals. Where more than 5 in 100 of the figures
    (and more than 20) differ, the list as a whole was revised: it is told once.

    ## Why it matters
    Whoever has taken figures from the earlier list now has others. Where a revision was meant,
    users must be told; where not, a right figure was spoilt long after it had been checked.

    ## Example
    ```text fail
    The list of 2023 has 412 births for 2021, that of 2024 has 142.
    ```
    ```text pass
    Both have 412.
    ```

    ## Source
    Di Zio et al., Methodology for data validation (ESSnet ValiDat, 2016), level 2: consistency
    with earlier versions of the same figures.
    """
    beside = table.beside
    for one in beside.revised:
        yield context.finding(
            "revised" if len(beside.revised) == beside.revisions else "many",
            at=one.at,
            related=[one.then],
            then=one.then.text,
            file=one.then.path,
            count=beside.revisions,
            compared=beside.compared,
        )
