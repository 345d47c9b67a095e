"""P212: figures of a unit that have changed otherwise than those of other units, file by file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.formula import Spot
from statlint.history.roll import Roll
from statlint.rule import Context, Level, Occasion, Severity, plain_number, rule
from statlint.values import Text

MESSAGES = {
    "apart": Text(
        zh="{line} · {head}：填 {now}，上期为 {before}，为其 {own} 倍；"
        "{count} 个单位的这一数多为上期的 {growth} 倍",
        en="{line}, {head}: stated as {now}, {before} before; most of {count} units have {growth} "
        "times their earlier figure here, this one {own} times",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P212",
    level=Level.SAME_SOURCE,
    on=Roll,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.DRIFTS,),
)
def unlike_other_units(roll: Roll, context: Context) -> Iterator[Finding]:
    """Figure has changed otherwise than with most other units.

    ## What it checks
    The files of ten and more units for one period, each with its table of the period before: every
    figure of their form beside the same figure of all other units. One is told that is far from
    what most have done, and unusual for its size as well. What is odd beside the unit's own other
    figures (P203 to P207) is told there.

    Beyond 20 usual deviations it is a warning, beyond 7 information.

    ## Why it matters
    Who collects tables sees best what one unit has done otherwise: where all fell by a tenth, the
    one that rose sixfold has a reason, or a slip.

    ## Example
    ```text fail
    Eleven towns have as many applications as last year, give or take a fifth; one has six times
    as many.
    ```
    ```text pass
    All twelve towns have twice as many applications as last year.
    ```

    ## Options
    `[thresholds]` in the settings: `units` (20), `units-information` (7), `fewest-units` (10).

    ## Source
    Hidiroglou & Berthelot, Survey Methodology 12 (1986), with U = 0.5 and A = 0.05 as Statistics
    Norway has them.

    ## Known problems
    Units that were merged or split in the year are told.
    """
    # Here, since it costs to import and few runs have as many units.
    from statlint.history.unlike import unlike_others

    for one in unlike_others(roll):
        place, was, now = one.drift.place(one.at), one.drift.was[one.at], one.drift.now[one.at]
        found = context.finding(
            "apart",
            at=Spot(_plain(now), place.sheet, place.cell, place.line, place.head),
            table=one.drift.table,
            severity=Severity.INFORMATION if one.mild else None,
            now=_plain(now),
            before=_plain(was),
            count=one.units,
            growth=_times(one.growth),
            own=_times(now / was),
        )
        yield replace(found, path=one.of.path)


def _plain(value: float) -> str:
    return plain_number(Decimal(repr(value)))


def _times(factor: float) -> str:
    return plain_number(round(Decimal(repr(factor)), 2))
