"""U102: amounts without a unit where the form leaves it open."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Figure, Text, stated_unit

MESSAGES = {
    "read_as": Text(
        zh="{line} · {head}：「{text}」没有写明单位，看数值应是{unit}",
        en="{line}, {head}: “{text}” names no unit, the figure looks like {unit}",
    ),
    "open": Text(
        zh="{line} · {head}：「{text}」没有写明单位，{units}都说得通",
        en="{line}, {head}: “{text}” names no unit and may be in any of {units}",
    ),
}
ADVICE = Text(
    zh="请在数字后或表头写明单位",
    en="Name the unit behind the figure or in the head",
)

_YUAN = "元"
_TEN_THOUSAND_YUAN = "万元"
_MONEY = {_YUAN, _TEN_THOUSAND_YUAN}
_DECIMALS_OF_YUAN = 2
_TOO_LARGE_IN_TEN_THOUSANDS = 1_000_000


@rule(
    code="U102",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.UNIT,),
)
def amount_without_unit(facts: Facts, context: Context) -> Iterator[Finding]:
    """Amount names no unit where the form leaves it open.

    ## What it checks
    Cells whose unit the form leaves open, such as 采购总金额 of the 2019 report, which is written
    in 元 and in 万元. A unit behind the figure, in the head or in the line settles it; 0 needs
    none. Otherwise the message says how the figure reads: more than two decimals can only be 万元,
    a figure of a million and more hardly is.

    ## Why it matters
    29628302.01 and 2962.83 are the same purchase. Nobody can add up such figures without knowing
    which is which.

    ## Example
    ```csv fail
    Procurement,Amount
    By the government,29628302.01
    ```
    ```csv pass
    Procurement,Amount
    By the government,29628302.01元
    ```
    ```toml form
    kind = "amount"
    units = ["元", "万元"]
    ```

    ## Known problems
    A unit in a line above the table is not seen.
    """
    for fact, figure in facts.with_figures():
        if figure.value and fact.measure.units and not _names_unit(fact, figure):
            unit = _unit_by_size(figure, fact.measure.units)
            key = "read_as" if unit else "open"
            yield context.finding(key, at=fact, unit=unit, units=fact.measure.units)


def _names_unit(fact: Fact, figure: Figure) -> bool:
    return bool(figure.unit or stated_unit(fact.head_label) or stated_unit(fact.line_label))


def _unit_by_size(figure: Figure, units: tuple[str, ...]) -> str | None:
    """Tell the unit where decimals or size leave only one; None where several make sense."""
    if set(units) != _MONEY:
        return None
    if figure.decimals > _DECIMALS_OF_YUAN:
        return _TEN_THOUSAND_YUAN
    return _YUAN if figure.value >= _TOO_LARGE_IN_TEN_THOUSANDS else None
