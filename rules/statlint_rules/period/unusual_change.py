"""P204: figures that have changed more than the others let expect."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import History, Odd
from statlint.rule import Context, Level, Occasion, Severity, rule, words_beside
from statlint.values import Text

MESSAGES = {
    "changed": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，{change}；参照其他各数的变动，"
        "通常应在 {least}～{most} 之间，偏离为通常幅度的 {score} 倍",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}, {change}; going by "
        "the other figures, {least} to {most} would be expected: {score} times the usual deviation",
    ),
    "points": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，变动的百分点数为通常的 {score} 倍",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}, {score} times the "
        "usual change in points",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P204",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def unusual_change(history: History, context: Context) -> Iterator[Finding]:
    """Figure has changed more than the others let expect.

    ## What it checks
    Every count and amount against that of the period before. What a figure should be follows from
    how the table as a whole has grown, and its line and its head as far as their other figures
    agree; how far figures move is learnt from the table itself. Small counts are given the chance
    that small counts have. Shares are compared in points; places, years, codes, differences and
    rates of growth are not compared.

    A figure is told if it is at least three times as large, or as small, as expected. Where several
    figures of a table have jumped, only those are told that hardly any jump would bring so far.
    A bound that grows with the size of the table keeps false alarms as rare in a large table as in
    a small one. Powers of ten are P203, figures that are there in one period only P207, figures
    with four and more earlier ones P205.

    A total that is odd only since one of its parts is, and a share of odd figures, is not told
    again; nor is what a failed edit names.

    ## Why it matters
    It is what a superior asks first: 大起大落须附说明. A dropped digit, a figure in the wrong line
    and another scope all look like this.

    ## Example
    ```csv previous
    Applications,2023
    New,312
    Carried over,30
    Handled,318
    Carried forward,24
    ```
    ```csv fail
    Applications,2024
    New,1400
    Carried over,24
    Handled,330
    Carried forward,26
    ```
    ```csv pass
    Applications,2024
    New,351
    Carried over,24
    Handled,349
    Carried forward,26
    ```
    ```toml form
    heads = [{ label = "2024", aliases = ["2023"] }]
    ```

    ## Options
    `[thresholds]` in the settings: `false-alarms` (how many figures of a table without errors may
    be told on average, 0.2), `unusual` (the lowest score that is told, 2.5), `warning` (the score
    from which on it is a warning, 3) and `least-change` (how many times more or less than expected
    a figure must be, 3).

    ## Source
    Anscombe, Biometrika 35 (1948) for the root that makes counts comparable; the spread beyond
    that of counts is learnt from the table.

    ## Known problems
    A slip that changes a figure by less than three times is not told, nor one of several exchanged
    figures that are nearly alike. Of dropped digits in tables of small counts about two in five are
    told; who knew how far true figures move could tell two in three.
    """
    for odd in history.odd:
        if odd.kind is Odd.CHANGE:
            yield context.finding(
                "points" if odd.least is None else "changed",
                at=odd.at,
                severity=Severity.INFORMATION if odd.mild else None,
                related=(odd.last, *odd.others),
                **words_beside(odd, history),
            )
