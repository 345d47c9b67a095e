"""P208: figures whose sign has changed."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import History, Odd
from statlint.rule import Context, Level, Occasion, Severity, rule, words_beside
from statlint.values import Text

MESSAGES = {
    "turned": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，正负号相反，{change}",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}: the other sign, "
        "{change}",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P208",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def changed_sign(history: History, context: Context) -> Iterator[Finding]:
    """Figure has the other sign than before.

    ## What it checks
    Figures that may be negative: one that was above 0 and is below it now, or the other way about,
    where the others under its head keep their sign, or where it had the same in three earlier
    periods. Heads whose figures change sign often, and differences from year to year, are left
    alone. A count below 0 is D103.

    ## Why it matters
    A minus that was lost, or typed, turns a profit into a loss, and a sum takes it without a word.

    ## Example
    ```csv previous
    Unit,Balance
    East,120.5
    West,88.2
    North,-14.0
    South,61.7
    ```
    ```csv fail
    Unit,Balance
    East,131.9
    West,-92.4
    North,-12.5
    South,66.0
    ```
    ```csv pass
    Unit,Balance
    East,131.9
    West,92.4
    North,-12.5
    South,66.0
    ```
    ```toml form
    kind = "score"
    ```

    ## Known problems
    A unit that truly fell into loss is told once.
    """
    for odd in history.odd:
        if odd.kind is Odd.SIGN:
            yield context.finding(
                "turned",
                at=odd.at,
                related=(odd.last, *odd.others),
                **words_beside(odd, history),
            )
