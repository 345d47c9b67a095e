"""D107: units written behind the figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text, Trait

MESSAGES = {
    "unit": Text(
        zh="{line} · {head}：「{text}」把单位写进了数字格（本表共 {count} 格）",
        en="{line}, {head}: “{text}” has its unit in the cell (such cells in this table: {count})",
    ),
}
ADVICE = Text(
    zh="单位已由表头给出，格内只填数字",
    en="The form gives the unit; write the figure alone",
)


@rule(
    code="D107",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.WRITING,),
)
def unit_in_cell(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure carries its unit in the cell.

    ## What it checks
    Figures with their unit behind them, where the form gives that unit or no unit at all. One
    piece of information a table. Another unit than the form's is left to U103; where the form
    leaves the unit open, naming it in the cell is what U102 asks for. A per cent sign is right
    where the form asks for per cent.

    ## Why it matters
    A figure with its unit is a text: spreadsheets leave it out of their sums.

    ## Example
    ```csv fail
    Applications,2024
    New,12件
    ```
    ```csv pass
    Applications,2024
    New,12
    ```
    """
    found = [fact for fact in facts.due() if _has_own_unit(fact)]
    if found:
        yield context.finding("unit", at=found[0], related=found[1:], count=len(found))


def _has_own_unit(fact: Fact) -> bool:
    figure, measure = fact.figure, fact.measure
    if figure is None or Trait.UNIT_IN_CELL not in figure.traits or measure.units:
        return False
    return figure.unit != "%" and measure.unit in {None, figure.unit}
