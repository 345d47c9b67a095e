"""S016: running numbers with a gap, a double or a wrong number."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts, Numbering, Slip, numberings
from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    Slip.GAP: Text(
        zh="{head}由「{previous}」跳到「{text}」，应为「{due}」",
        en="{head} goes from {previous} to {text}; {due} is due",
    ),
    Slip.START: Text(
        zh="{head}从「{text}」开始，应从「{due}」开始",
        en="{head} begins with {text}; {due} is due",
    ),
    Slip.DOUBLE: Text(
        zh="{head}「{text}」重复，此处应为「{due}」",
        en="{head} {text} is there twice; {due} is due here",
    ),
    Slip.WRONG: Text(
        zh="{head}「{text}」接在「{previous}」之后，应为「{due}」",
        en="{head} {text} comes after {previous}; {due} is due",
    ),
    Slip.BLANK: Text(
        zh="此处缺{head}，应为「{due}」",
        en="{head} is missing here; {due} is due",
    ),
    "order": Text(
        zh="{head}不缺不重，但没有按顺序排列：第一处为「{text}」，应为「{due}」",
        en="{head} is complete but not in order: {text} stands first where {due} is due",
    ),
    "many": Text(
        zh="{head}多处不连续，共 {count} 处，第一处为「{text}」，应为「{due}」",
        en="{head} does not run in {count} places, first at {text} where {due} is due",
    ),
}
_MANY = 3


@rule(
    code="S016",
    level=Level.FILE,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否漏了一行、多了一行，或编号写错；重新编号后，核对别处引用的编号",
        en="See whether a line was left out or put in, or the number is a slip; where lines are "
        "numbered anew, check what refers to them",
    ),
    when=(Occasion.LIST,),
)
def gap_in_running_numbers(facts: Facts, context: Context) -> Iterator[Finding]:
    """Series of running numbers has a gap or a double.

    ## What it checks
    Under a head with running numbers (序号, 编号), that the numbers go from 1 on without gap or
    double. 1, 01, 1、, (1), ① and 一 are all numbers; 1.1, 1.2, 2.1 run on two levels. Numbers may
    begin anew in every group, groups and their lines may be numbered each in their own way, and a
    number that is merged over several lines, or blank on lines that go on, is fine. One slip is
    told once, with the number that is due: after a gap the rest is not told again. Numbers that are
    all there in another order (a list sorted by score) are information.

    ## Why it matters
    A gap is the trace of a line that went astray, a double that of one copied in. Other tables
    refer to a line by its number.

    ## Example
    ```toml form
    [[table]]
    key = "list"
    title = "佐证材料清单"
    head = [
      { key = "no", label = "序号", format = "ordinal" },
      { key = "document", label = "材料名称", names = "document" },
      { key = "copies", label = "份数" },
    ]
    line = [{ key = "document", label = "材料", repeat = true }]
    ```
    ```csv fail
    佐证材料清单
    序号,材料名称,份数
    1,2017年政务公开工作要点,1
    2,政府信息公开指南,1
    4,政府信息公开目录,2
    ```
    ```csv pass
    佐证材料清单
    序号,材料名称,份数
    1,2017年政务公开工作要点,1
    2,政府信息公开指南,1
    3,政府信息公开目录,2
    ```

    ## Known problems
    A list in which a third of the lines or more repeat the number above is taken to number groups:
    doubles in it are not told.
    """
    for numbering in numberings(facts):
        # A single number runs whatever it is.
        if numbering.breaks and len(numbering.paths) > 1:
            yield from _told(numbering, context)


def _told(numbering: Numbering, context: Context) -> Iterator[Finding]:
    """Tell each break; all of them at once where nothing is missing, or hardly anything runs."""
    breaks, paths = numbering.breaks, numbering.paths
    style = next(number for number in numbering.numbers if number)
    complete = sorted(paths) == [(one,) for one in range(1, len(paths) + 1)]
    if complete or (len(breaks) > _MANY and 2 * len(breaks) > len(paths)):
        first, *others = (numbering.cells[one.index] for one in breaks)
        yield context.finding(
            "order" if complete else "many",
            at=first,
            related=others,
            severity=Severity.INFORMATION if complete else None,
            count=len(breaks),
            due=style.write(breaks[0].due),
        )
        return
    for one in breaks:
        yield context.finding(
            numbering.slip(one),
            at=numbering.cells[one.index],
            due=style.write(one.due),
            previous=style.write(one.previous),
        )
