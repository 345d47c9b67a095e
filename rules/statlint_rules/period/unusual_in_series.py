"""P205: figures away from their earlier ones."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import History, Odd
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    rule,
    series_words,
    words_beside,
)
from statlint.values import Text

MESSAGES = {
    "away": Text(
        zh="{line} · {head}：填 {now}，此前各期依次为 {series}，偏离为通常幅度的 {score} 倍",
        en="{line}, {head}: stated as {now}, the earlier ones are {series}: {score} times the "
        "usual deviation",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P205",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def unusual_in_series(history: History, context: Context) -> Iterator[Finding]:
    """Figure is away from its earlier ones.

    ## What it checks
    Figures with four and more earlier ones that have jumped since last year: whether this one is
    near to where it mostly was, or to where it was going. How far it usually moves is learnt from
    its own periods, and from the table as long as these are few. A figure that jumps every year is
    so known to jump.

    ## Why it matters
    One year beside one other cannot tell a jump from a return to what is normal; five years can.

    ## Example
    ```csv earlier
    Applications,2020
    New,50
    ```
    ```csv earlier
    Applications,2021
    New,54
    ```
    ```csv earlier
    Applications,2022
    New,49
    ```
    ```csv previous
    Applications,2023
    New,52
    ```
    ```csv fail
    Applications,2024
    New,251
    ```
    ```csv pass
    Applications,2024
    New,57
    ```
    ```toml form
    heads = [{ label = "2024", aliases = ["2020", "2021", "2022", "2023"] }]
    ```

    ## Options
    `[thresholds]` in the settings: `series` (the lowest score that is told, 3.5).

    ## Source
    Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993): the modified z-score and its bound
    of 3.5, here on the roots of counts.

    ## Known problems
    A level that has changed for good is told once, in its first year.
    """
    for odd in history.odd:
        if odd.kind is Odd.SERIES:
            yield context.finding(
                "away",
                at=odd.at,
                severity=Severity.INFORMATION if odd.mild else None,
                related=(*reversed(odd.before), *odd.others),
                series=series_words(odd.before),
                **words_beside(odd, history),
            )
