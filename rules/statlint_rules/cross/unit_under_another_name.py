"""X204: files whose unit is not called what the list calls it."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.history.roll import Roll
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "other_name": Text(
        zh="表内单位名称「{printed}」按名单中的「{unit}」看待",
        en="The unit that the table names, “{printed}”, is taken for “{unit}” on the list",
    ),
    "not_listed": Text(
        zh="「{printed}」不在应报单位名单中",
        en="“{printed}” is not on the list of units",
    ),
    "nameless": Text(
        zh="文件名和表内都看不出是哪个单位的",
        en="Neither the file name nor its tables say whose it is",
    ),
    "contradiction": Text(
        zh="文件按路径是「{unit}」的，表内单位名称却是「{printed}」",
        en="By its path the file is of “{unit}”, its tables name “{printed}”",
    ),
}


@rule(
    code="X204",
    level=Level.SAME_SOURCE,
    on=Roll,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=Text(
        zh="请核对单位名称；确是同一单位的，可在名单中写明别名",
        en="Check the name of the unit; where it is the same, add the name to the list",
    ),
    when=(Occasion.LISTED,),
)
def unit_under_another_name(roll: Roll, context: Context) -> Iterator[Finding]:
    """File is of a unit that the list calls otherwise, or does not know.

    ## What it checks
    The unit that the tables of each file name, against the list of units: whether it was taken for
    one by an alias, or since only the city in front or the office behind it differs (合肥市瑶海区
    for 瑶海区). 瑶海区人民政府 and 瑶海区政府 are 瑶海区 and need no word, nor does a file whose
    path has the name on the list. Files of no unit on the list are named, if they
    hold a table or are called like a unit.

    It is a warning where path and table name two different units of the list.

    ## Why it matters
    Often the table of a neighbour was taken as a pattern, and its name was left in it; then nobody
    knows whose figures these are.

    ## Example
    ```text fail
    瑶海区.xlsx, in which 填报单位 is 蜀山区.
    ```
    ```text pass
    瑶海区.xlsx, in which 填报单位 is 瑶海区人民政府.
    ```
    """
    if not roll.listed:
        return
    for line in roll.lines:
        for one in line.returns:
            taken = roll.matches[one.path]
            message, severity = "other_name", None
            if taken.contradicts:
                message, severity = "contradiction", Severity.WARNING
            elif taken.as_printed is None or not taken.in_doubt:
                continue
            found = context.finding(
                message, severity=severity, unit=line.unit.name, printed=one.printed
            )
            yield replace(found, path=one.path)
    for one in roll.unlisted:
        found = context.finding("not_listed" if one.name else "nameless", printed=one.name)
        yield replace(found, path=one.path)
