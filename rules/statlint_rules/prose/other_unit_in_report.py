"""T006: units of a report that contradict one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "signed": Text(
        zh="标题中的单位是「{unit}」，落款却是「{other}」",
        en="The title says “{unit}”, it is signed by “{other}”",
    ),
}
_LONG_FORMS = (
    ("人民政府", "政府"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("办公厅", "办"),
    ("街道办事处", "街道"),
)


@rule(
    code="T006",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对单位名称；套用其他单位报告的，核对全文各处和各数",
        en="Check the name; if another unit’s report was written over, check all of the text",
    ),
)
def other_unit_in_report(prose: Prose, context: Context) -> Iterator[Finding]:
    """Report is signed by another unit than its title names.

    ## What it checks
    The unit in the title against the one over the date at the end. Short names (市场监管局), names
    with or without the place, and the office of the same government (区人民政府办公室) agree. Told
    are names that begin and end alike and differ in between: of two bureaus of one place, or of two
    places.

    ## Why it matters
    The report is often another unit's, written over; its figures may still be in it.

    ## Example
    ```prose fail
    肥东县教育局2020年政府信息公开工作年度报告
    一、总体情况
    我局认真做好政府信息公开工作。
    肥西县教育局
    2021年1月15日
    ```
    ```prose pass
    肥东县教育局2020年政府信息公开工作年度报告
    一、总体情况
    我局认真做好政府信息公开工作。
    肥东县教育局
    2021年1月15日
    ```

    ## Known problems
    Units that have been renamed or merged since are told where their names are alike.
    """
    from statlint.prose.particulars import read_particulars

    said = read_particulars(prose)
    if said.unit and said.signing and said.signing.unit_at:
        signed = said.signing.unit_at
        if _differ(said.unit, said.signing.unit):
            yield context.finding(
                "signed",
                at=said_in(signed.passage, signed.start, signed.end),
                unit=said.unit,
                other=said.signing.unit,
            )


def _differ(one: str, other: str) -> bool:
    """Tell whether names begin and end alike, and neither is short for the other."""
    first, second = _short(one), _short(other)
    if _within(first, second) or _within(second, first):
        return False
    before, behind = _alike(first, second), _alike(first[::-1], second[::-1])
    shorter = min(len(first), len(second))
    return 0 < before < shorter and 0 < behind < shorter and before + behind < shorter


def _alike(one: str, other: str) -> int:
    """Count the signs at the beginning that are the same."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _short(name: str) -> str:
    name = re.sub(r"\([^()]*\)$", "", name)
    for long, short in _LONG_FORMS:
        name = name.replace(long, short)
    return name


def _within(short: str, long: str) -> bool:
    """Tell whether all signs of a name come in another one, in their order."""
    signs = iter(long)
    return all(sign in signs for sign in short)
