"""X203: units of which the same table is there twice for one period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statlint.finding import Finding
from statlint.history.roll import Return, Roll
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text

MESSAGES = {
    "differs": Text(
        zh="「{unit}」同一期的表不止一份，数字不同：{paths}",
        en="There is more than one table of “{unit}” for the same period, with different figures: "
        "{paths}",
    ),
    "same": Text(
        zh="「{unit}」同一期的表不止一份，数字相同：{paths}",
        en="There is more than one table of “{unit}” for the same period, with the same figures: "
        "{paths}",
    ),
}


def _same(one: Return, other: Return) -> bool:
    """Tell whether all tables that two files share have the same figures."""
    mine = {imprint.kind: imprint.digest for imprint in one.imprints}
    return all(
        mine.get(imprint.kind, imprint.digest) == imprint.digest for imprint in other.imprints
    )


@rule(
    code="X203",
    level=Level.SAME_SOURCE,
    on=Roll,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核实以哪一份为准，只留一份",
        en="Find out which of them counts, and keep that one only",
    ),
)
def repeated_unit(roll: Roll, context: Context) -> Iterator[Finding]:
    """Table of a unit is there twice for one period.

    ## What it checks
    Files of one unit and one period that have a table of the same form (or, without a form, of the
    same title). Where the figures are the same it is information: two copies do no harm. Without a
    list of units only tables of fixed forms in one folder, whose period is known, are held against
    each other, and one name with two endings (瑶海区.xlsx, 瑶海区.csv) is one file, saved twice.

    ## Why it matters
    A total over all files counts the unit twice, and nobody knows which of the two was meant.

    ## Example
    ```text fail
    瑶海区.xlsx and 瑶海区（修改稿）.xlsx in one folder, with different figures.
    ```
    ```text pass
    瑶海区.xlsx for 2023 and for 2024; or one with the yearly report, one with its evidence list.
    ```
    """
    for line in roll.lines:
        for one in line.returns:
            others = roll.doubles(one, line)
            if not others:
                continue
            same = all(_same(one, other) for other in others)
            found = context.finding(
                "same" if same else "differs",
                severity=Severity.INFORMATION if same else None,
                unit=line.unit.name,
                paths=[other.path for other in others],
            )
            yield replace(found, path=one.path)
