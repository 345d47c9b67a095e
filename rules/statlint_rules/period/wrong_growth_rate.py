"""P209: growth rates that the two periods contradict."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import History, Odd
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    figure_words,
    rule,
    words_beside,
)
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="{line} · {head}：填 {stated}，按本期 {base}、{when} {before} 计算应为 {expected}",
        en="{line}, {head}: stated as {stated}, {base} now and {before} {when} give {expected}",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P209",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def wrong_growth_rate(history: History, context: Context) -> Iterator[Finding]:
    """Growth rate contradicts the figures of the two periods.

    ## What it checks
    Rates of growth that a table prints (同比增长, growth), against its own figure and that of the
    period before. A rate is that of the nearest head to its left whose figures make most of the
    rates right; it may be rounded or cut off. Growth on the month before, in points, in constant
    prices and of sums over the year is left alone, and what an edit of the form reckons is its
    business (R101).

    ## Why it matters
    The rate is what gets quoted. Where it is right by this table and wrong by last year's, last
    year's figure was changed without a word.

    ## Example
    ```csv previous
    Kind,Cases,Growth %
    Permits,400,3.1
    Fines,250,-2.0
    Orders,80,0.0
    ```
    ```csv fail
    Kind,Cases,Growth %
    Permits,450,12.5
    Fines,275,1.0
    Orders,84,5.0
    ```
    ```csv pass
    Kind,Cases,Growth %
    Permits,450,12.5
    Fines,275,10.0
    Orders,84,5.0
    ```
    ```toml form
    heads = ["Cases", { label = "Growth %", kind = "score" }]
    ```

    ## Known problems
    Where the figures of the year before were revised, the rate is right by the revised ones.
    """
    for odd in history.odd:
        if odd.kind is Odd.RATE:
            (base,) = odd.others
            yield context.finding(
                "differs",
                at=odd.at,
                related=(base, odd.last),
                left=odd.at.figure.value if odd.at.figure else None,
                right=odd.expected,
                stated=figure_words(odd.at),
                base=figure_words(base),
                **words_beside(odd, history),
            )
