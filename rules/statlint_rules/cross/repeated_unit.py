"""X203: units of which the same table is there twice for one period."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.finding import Finding, Related
from statlint.history.repeats import Repeats, repeats_in
from statlint.history.roll import Line, Return, Roll
from statlint.rule import Context, Level, Occasion, Severity, rule
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
    "many_differ": Text(
        zh="「{unit}」同一期的表有 {count} 份，数字有 {versions} 种，只在此报一次；另有 {paths} 等",
        en="There are {count} files of “{unit}” for the same period with {versions} different sets "
        "of figures, told here once for all of them; among the others {paths}",
    ),
    "many_same": Text(
        zh="「{unit}」同一期的表有 {count} 份，数字相同，只在此报一次；另有 {paths} 等",
        en="There are {count} files of “{unit}” for the same period, with the same figures, told "
        "here once for all of them; among the others {paths}",
    ),
}
_NAMED = 3
"""Files of many that a message names."""


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
    when=(Occasion.SEVERAL,),
)
def repeated_unit(roll: Roll, context: Context) -> Iterator[Finding]:
    """Table of a unit is there twice for one period.

    ## What it checks
    Files of one unit and one period that have a table of the same form (or, without a form, of the
    same title). Where the figures are the same it is information: two copies do no harm. Without a
    list of units only tables of fixed forms in one folder, whose period is known, are held against
    each other, and one name with two endings (瑶海区.xlsx, 瑶海区.csv) is one file, saved twice.
    Where there are more than 20 files of a unit, they are told of once, at the first of them.

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
        for repeats in repeats_in(roll, line):
            yield _finding(repeats, line, context)


def _finding(repeats: Repeats, line: Line, context: Context) -> Finding:
    """Say which files are there; of many some are named, the others are related."""
    same, paths = repeats.same, [other.path for other in repeats.others]
    severity = Severity.INFORMATION if same else None
    if not repeats.together:
        key = "same" if same else "differs"
        found = context.finding(key, severity=severity, unit=line.unit.name, paths=paths)
        return replace(found, path=repeats.of.path)
    found = context.finding(
        "many_same" if same else "many_differ",
        severity=severity,
        unit=line.unit.name,
        count=len(paths) + 1,
        versions=repeats.versions,
        paths=paths[:_NAMED],
    )
    return replace(found, path=repeats.of.path, related=tuple(map(_first_table, repeats.others)))


def _first_table(one: Return) -> Related:
    start = one.imprints[0].start
    return Related(start.sheet, start.cell, start.text, one.path)
