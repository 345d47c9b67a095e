"""P206: units whose figure has changed otherwise than that of the others."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import History, Odd
from statlint.rule import Context, Level, Occasion, Severity, rule, words_beside
from statlint.values import Text

MESSAGES = {
    "apart": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，{change}；与同表其他单位的变动相比，"
        "偏离为通常幅度的 {score} 倍",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}, {change}; beside the "
        "changes of the other units it is {score} times the usual deviation",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P206",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ODD,),
)
def unusual_among_units(history: History, context: Context) -> Iterator[Finding]:
    """Figure of a unit has changed otherwise than those of the others.

    ## What it checks
    Tables in which each line is a reporting unit, with at least ten of them: one head at a time,
    how each unit has changed beside how most have. The changes of large units count more. Only what
    is unusual for a figure of its size as well is told (P204), so that small units do not fill the
    list.

    Beyond 20 usual deviations it is a warning, beyond 7 information.

    ## Why it matters
    Who collects tables sees best what one unit has done otherwise: where all fell by a tenth, the
    one that rose sixfold has a reason, or a slip.

    ## Example
    ```csv previous
    No.,Unit,Published,Read
    1,East,110,48
    2,West,95,56
    3,North,120,64
    4,South,88,72
    5,Centre,140,75
    6,Hill,76,83
    7,Lake,101,91
    8,Bridge,99,99
    9,Mill,84,107
    10,Harbour,131,110
    ```
    ```csv fail
    No.,Unit,Published,Read
    1,East,115,49
    2,West,91,58
    3,North,126,62
    4,South,90,71
    5,Centre,139,75
    6,Hill,520,84
    7,Lake,104,93
    8,Bridge,96,97
    9,Mill,86,106
    10,Harbour,135,110
    ```
    ```csv pass
    No.,Unit,Published,Read
    1,East,115,49
    2,West,91,58
    3,North,126,62
    4,South,90,71
    5,Centre,139,75
    6,Hill,80,84
    7,Lake,104,93
    8,Bridge,96,97
    9,Mill,86,106
    10,Harbour,135,110
    ```
    ```toml form
    [[table]]
    key = "bulletin"
    title = "Published by unit"
    head = [
      { key = "no", label = "No.", format = "ordinal", optional = true },
      { key = "name", label = "Unit", names = "unit" },
      { key = "published", label = "Published" },
      { key = "read", label = "Read" },
    ]
    line = [{ key = "unit", label = "Unit", repeat = true }]
    ```

    ## Options
    `[thresholds]` in the settings: `units` (20), `units-information` (7), `fewest-units` (10).

    ## Source
    Hidiroglou & Berthelot, Survey Methodology 12 (1986), with U = 0.5 and A = 0.05 as Statistics
    Norway has them.

    ## Known problems
    Units that were merged or split in the year are told.
    """
    for odd in history.odd:
        if odd.kind is Odd.UNITS:
            yield context.finding(
                "apart",
                at=odd.at,
                severity=Severity.INFORMATION if odd.mild else None,
                related=(odd.last, *odd.others),
                **words_beside(odd, history),
            )
