"""U101: figures that look as if written in another unit."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "scale": Text(
        zh="{line} · {head}：填「{text}」，应填单位为{unit}，疑似用错单位",
        en="{line}, {head}: “{text}” in the unit {unit}, perhaps written in another",
    ),
}
ADVICE = Text(
    zh="请核对计量单位，如属实请填写说明",
    en="See which unit the figure was taken in; explain it if it is true",
)


@rule(
    code="U101",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def suspected_unit(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figure looks as if written in another unit.

    ## What it checks
    The edits by which a form tells that an amount is too large, or written too exactly, for the
    unit it asks: 元 for 万元 makes a figure ten thousand times too large. Where the cell itself
    names another unit, U103 speaks of it.

    ## Why it matters
    An amount in the wrong unit passes every sum if its parts share the error, and swamps the
    figures of all other units once they are added up.

    ## Example
    ```csv fail
    Item,Fees
    Collected,119253.55
    ```
    ```csv pass
    Item,Fees
    Collected,11.925355
    ```
    ```toml form
    kind = "amount"
    unit = "万元"

    [[edits]]
    id = "D5"
    rule = "if Fees >= 10000 then decimals(Fees) > 2"
    per = "line"
    kind = "scale"
    nature = "query"
    ```

    ## Options
    What is large depends on the kind of reporting unit, which the setting `unit-kind` gives; where
    an edit needs it and it is not known, the edit is listed as not checked.

    ## Known problems
    One file shows only a suspicion. Last year's figure would settle it.
    """
    for failed in confrontation.failed(EditKind.SCALE):
        unit = failed.target.measure.unit if failed.target else None
        if failed.target and _names_another(failed.target):
            continue
        yield context.finding(
            "scale",
            at=failed.target,
            edit=failed,
            related=failed.sources,
            unit=unit or Text("表式所定单位", "of the form"),
        )


def _names_another(fact: Fact) -> bool:
    """Tell whether a cell names a unit, and not the one that the form asks for."""
    return bool(fact.figure and fact.figure.unit and fact.figure.unit != fact.measure.unit)
