"""P210: tables that are the same as those of the period before."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import Extent, History, Odd
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    place_words,
    rule,
    tables_words,
    words_beside,
)
from statlint.values import Text

MESSAGES = {
    "strip": Text(
        zh="{place}：{count} 个数与{when}完全相同，而表中其他各数大多有变动",
        en="{place}: all {count} figures are the same as those {when}, though most others have "
        "changed",
    ),
    "same": Text(
        zh="{tables}：{count} 个数与{when}完全相同",
        en="{tables}: all {count} figures are the same as those {when}",
    ),
}
ADVICE = Text(
    zh="请核实是否误报了上期报表；确无变动的说明原因",
    en="See whether last period's table was sent in; where nothing has changed, say so",
)


@rule(
    code="P210",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def same_as_previous(history: History, context: Context) -> Iterator[Finding]:
    """Table is the same as that of the period before.

    ## What it checks
    Tables in which no figure has changed. One is told when that can hardly be chance: each figure
    above 0 that stays the same counts by how many values it could have had as well. Stocks, which
    may well stay the same, and totals do not count; a village with three cases in all is not told.
    A line of five and more figures is told where nearly all others have changed, and where the
    lines add up to a total: they are units.

    ## Why it matters
    Last year's file sent in again, or the form filled over last year's with only its date changed,
    passes every check on one file.

    ## Example
    ```csv previous
    Applications,Persons,Firms
    New,312,44
    Carried over,30,6
    ```
    ```csv fail
    Applications,Persons,Firms
    New,312,44
    Carried over,30,6
    ```
    ```csv pass
    Applications,Persons,Firms
    New,330,44
    Carried over,30,6
    ```
    ```toml form
    heads = ["Persons", "Firms"]
    ```

    ## Options
    `[thresholds]` in the settings: `same` (what the odds must be against chance, 10000 to one).

    ## Known problems
    A line with fewer than five figures above 0 may have been copied and is not told.
    """
    for odd in history.odd:
        if odd.kind is Odd.SAME:
            whole = odd.extent is Extent.TABLE
            tables = dict.fromkeys(fact.table for fact in (odd.at, *odd.others))
            yield context.finding(
                "same" if whole else "strip",
                at=odd.at,
                related=(odd.last,),
                tables=tables_words(tables, context.filled),
                place=place_words(odd, context.filled),
                **words_beside(odd, history),
            )
