"""CT101: counts that are all round, as estimates are."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text

_ROUND = 100
_FEWEST = 4
"""Fewer figures may be round by chance."""

MESSAGES = {
    "round": Text(
        zh="{head}：{count} 个数都是 {step} 的整数倍",
        en="{head}: all {count} figures are multiples of {step}",
    ),
}
ADVICE = Text(
    zh="请核对是否为估计数；如是实数，请说明来源",
    en="See whether they were estimated; if they were counted, say how",
)


@rule(
    code="CT101",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def only_round_figures(facts: Facts, context: Context) -> Iterator[Finding]:
    """All figures of a column are round.

    ## What it checks
    The figures under one head that are not 0: four and more of them should not all be whole
    hundreds. Totals count like any other figure.

    ## Why it matters
    The county asks for what was counted. Counts end in any digit, estimates in zeros.

    ## Example
    ```csv fail
    Road,Length
    County roads,1200
    Town roads,3400
    Village roads,5600
    Total,10200
    ```
    ```csv pass
    Road,Length
    County roads,1200
    Town roads,3400
    Village roads,5613
    Total,10213
    ```

    ## Source
    County statistics office, notice on yearly reports, item 4.
    """
    columns: dict[str, list[Fact]] = {}
    for fact, figure in facts.with_figures():
        if figure.value:
            columns.setdefault(fact.head_label, []).append(fact)
    for cells in columns.values():
        if len(cells) >= _FEWEST and all(_is_round(cell) for cell in cells):
            yield context.finding(
                "round", at=cells[0], related=cells[1:], count=len(cells), step=_ROUND
            )


def _is_round(cell: Fact) -> bool:
    return cell.figure is not None and cell.figure.value % _ROUND == 0
