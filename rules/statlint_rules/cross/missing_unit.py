"""X202: units on the list of which no file is there."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.history.roll import Line, Roll
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "missing": Text(
        zh="应报单位「{unit}」缺报{period}",
        en="“{unit}” is on the list of units but has no file here{period}",
    ),
    "elsewhere": Text(
        zh="应报单位「{unit}」缺报{period}，只找到其他期的表：{paths}",
        en="“{unit}” is on the list of units but has no file here{period}; it has files of other "
        "periods: {paths}",
    ),
}


def _period(roll: Roll) -> Text:
    said = roll.period
    return Text(f"（{said}）", f" ({said})") if said else Text("", "")


def _paths(line: Line) -> list[str]:
    return [f"{one.path} ({one.period})" if one.period else one.path for one in line.elsewhere]


@rule(
    code="X202",
    level=Level.SAME_SOURCE,
    on=Roll,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请催报；单位已撤并、改名的，请修改名单或在名单中写明别名",
        en="Ask for it; where the unit was merged or has another name, change the list or add the "
        "name to it",
    ),
    when=(Occasion.LISTED,),
)
def missing_unit(roll: Roll, context: Context) -> Iterator[Finding]:
    """No file of a unit on the list is there.

    ## What it checks
    Each unit on the list of those due (`units` of a data set, or `--units`), for each period of
    which any file is there. A file is taken for a unit by the named part of its path or its name,
    and by the unit that its tables name. A file that cannot be read is a file of its unit.

    Where only some of the files of a data set are checked, nothing is said.

    ## Why it matters
    What a unit does not report is missing in every total above it, and the total looks complete.

    ## Example
    ```text fail
    The list names 瑶海区, 蜀山区 and 包河区; there are 瑶海区.xlsx and 包河区.xlsx.
    ```
    ```text pass
    A third file, 合肥市蜀山区人民政府.xlsx.
    ```

    ## Options
    `units` of a `[[dataset]]` and `--units`: the list, or the file in which it stands.

    ## Known problems
    Units change over the years; the list is held against every period that is checked.
    """
    for line in roll.missing:
        found = context.finding(
            "elsewhere" if line.elsewhere else "missing",
            table=roll.name or None,
            unit=line.unit.name,
            period=_period(roll),
            paths=_paths(line),
        )
        period = str(roll.period) if roll.period else None
        yield replace(found, line=line.unit.name, head=period)
