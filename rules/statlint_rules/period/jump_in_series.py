"""P221: figures of a long list that jump out of their series."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from statlint.finding import Finding
from statlint.formula import Spot
from statlint.rule import Context, Level, Severity, aside, plain_number, rule
from statlint.tidy import OddJump, TidyTable
from statlint.values import Text

MESSAGES = {
    "jumps": Text(
        zh="{line}：填 {text}，前后各期为 {beside}{factor}",
        en="{line}: stated as {text}, the periods beside it have {beside}{factor}",
    ),
}

ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P221",
    level=Level.SAME_SOURCE,
    on=TidyTable,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def jump_in_series(table: TidyTable, context: Context) -> Iterator[Finding]:
    """Figure of a long list jumps out of its series.

    ## What it checks
    In a long list (one figure a row: keys, period, figure), each figure beside those of the same
    keys in the periods before and after. One that is far from both is told; in the last period it
    is held against the two before. How far figures move is learnt from the list, for each
    indicator where a column says what is counted (指标, indicator). A level that has changed for
    good is told in its last period only, and what comes back in the same month every year is not.
    Earlier lists with the same columns, which `--previous` or the settings name, count as well:
    a list of one year is held against those of the years before.

    ## Why it matters
    A 0 too many in one row of a million is found by nobody, and is in every sum.

    ## Example
    ```text fail
    352, 4940 and 305 in three years, where figures move by a fifth from year to year.
    ```
    ```text pass
    352, 494 and 405 in three years.
    ```

    ## Known problems
    Fewer than thirty changes of an indicator do not tell how far it moves: nothing is told then.
    """
    for jump in table.jumps:
        yield context.finding(
            "jumps",
            at=jump.at,
            related=jump.beside,
            beside=[_text(one) for one in jump.beside],
            factor=_factor(jump),
        )


def _text(spot: Spot) -> Text:
    """Give a figure beside one that jumps, with its cell where it stands in an earlier list."""
    if spot.path is None:
        return Text(spot.text, spot.text)
    at = f"{spot.path}!{spot.cell}"
    return Text(f"{spot.text}（{at}）", f"{spot.text} ({at})")


def _factor(jump: OddJump) -> Text:
    """Say by which power of ten a figure is what is usual."""
    if not jump.power:
        return aside(None)
    usual = plain_number(round(Decimal(jump.usual), max(0, 2 - int(jump.usual > 1))))
    times = 10 ** abs(jump.power)
    if jump.power > 0:
        return aside(Text(f"约为通常数 {usual} 的 {times} 倍", f"about {times} times {usual}"))
    return aside(Text(f"约为通常数 {usual} 的 1/{times}", f"about 1/{times} of {usual}"))
