"""P203: figures that have changed by a power of ten."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import Extent, History, Odd, Oddity
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    aside,
    place_words,
    rule,
    words_beside,
)
from statlint.values import MONEY, Text

MESSAGES = {
    "figure": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，参照其他各数的变动，通常约为 {expected}，"
        "所填约为其 {factor}{unit}",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}; going by the "
        "other figures, about {expected} would be expected: this is {factor} that{unit}",
    ),
    "all": Text(
        zh="{place}：{count} 个数均约为{when}的 {factor}，如「{example}」{before} → {now}{unit}",
        en="{place}: all {count} figures are about {factor} those {when}, such as “{example}” from "
        "{before} to {now}{unit}",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P203",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def changed_by_power_of_ten(history: History, context: Context) -> Iterator[Finding]:
    """Figure has changed by a power of ten.

    ## What it checks
    Figures, lines, heads and whole tables that are ten, a hundred, a thousand times what the period
    before and the growth of the other figures let expect, or a tenth, a hundredth … of it: a
    decimal point that slipped, a 0 too many, 元 written for 万元. A line, a head or a table in
    another unit is told once, with all its figures. The message names the unit it may be in where
    the powers agree.

    ## Why it matters
    Parts and totals in the same wrong unit pass every sum of their own table, and swamp the figures
    of all other units once they are added up.

    ## Example
    ```csv previous
    Item,Fees
    Licences,12.4
    Fines,30.6
    Other,8.1
    ```
    ```csv fail
    Item,Fees
    Licences,118000
    Fines,322000
    Other,79500
    ```
    ```csv pass
    Item,Fees
    Licences,11.8
    Fines,32.2
    Other,7.95
    ```
    ```toml form
    kind = "amount"
    unit = "万元"
    ```

    ## Options
    `[thresholds]` in the settings: `factor` (how near to a power of ten, in powers of ten: 0.15 is
    7 to 14 times), and those of P204.

    ## Source
    The thousand-error rule of Statistics Norway (KOSTRA), narrowed to powers of ten.

    ## Known problems
    A figure that truly rose tenfold is told; it would be told by P204 in any case.
    """
    for odd in history.odd:
        if odd.kind is Odd.FACTOR:
            yield context.finding(
                "figure" if odd.extent is Extent.FIGURE else "all",
                at=odd.at,
                severity=Severity.INFORMATION if odd.mild else None,
                related=(odd.last, *odd.others),
                place=place_words(odd, context.filled),
                factor=_factor(odd.power),
                unit=_unit(odd),
                **words_beside(odd, history),
            )


def _factor(power: int) -> Text:
    times = 10 ** abs(power)
    if power > 0:
        return Text(f"{times} 倍", f"{times} times")
    return Text(f"1/{times}", f"1/{times} of")


def _unit(odd: Oddity) -> Text:
    """Name the unit that would explain it, where the form's own unit is one of money.

    One figure alone is not taken in 千元 by oversight: its point has slipped.
    """
    power = MONEY.get(odd.at.measure.unit or "")
    if power is None or (odd.extent is Extent.FIGURE and abs(odd.power) < MONEY["万元"]):
        return aside(None)
    found = [name for name, one in MONEY.items() if power - one == odd.power]
    return aside(Text(f"疑似按{found[0]}填报", f"perhaps in {found[0]}")) if found else aside(None)
