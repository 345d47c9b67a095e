"""S017: entries of a list that are there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.form import Format, Head, Line, ValueKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text, label_key, plain
from statlint.values.document import document_key

MESSAGES = {
    "repeated": Text(
        zh="「{text}」重复列出，{first} 处已有",
        en="“{text}” is listed a second time, after {first}",
    ),
}
_NO_NAMES = frozenset({"合计", "小计", "总计", "共计", "其他", "其它", "total", "other", "others"})
_NUMBERED = frozenset({Format.ORDINAL, Format.REFERENCE})
_TELLING = frozenset({Format.DOCUMENT, Format.DATE})


@rule(
    code="S017",
    level=Level.FILE,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否重复填列：重复的删去一行，名称写错的改正名称",
        en="See whether it is listed twice: delete one of the lines, or correct the name",
    ),
    when=(Occasion.LIST,),
)
def repeated_entry(facts: Facts, context: Context) -> Iterator[Finding]:
    """Entry is listed twice.

    ## What it checks
    Lines that repeat, under the heads that the form calls `unique`: no two may be alike under all
    of them. A unit occurs once in a ranking; a document is listed once for an item of the
    assessment. White space, quotes, 《》 and the shape of brackets make no difference, nor do the
    ways to write the number of a document. A blank under a head with references stands for the cell
    above it; where one of the heads is not printed, only lines of the same group are compared.
    Words between the name and the figures tell lines apart: two accounts of one unit.
    Other blanks are left alone, and so are lines with different document numbers or dates.

    Two lines for one unit are an error. Entries that several heads tell apart may be two things of
    the same name: a warning.

    ## Why it matters
    What is listed twice is counted twice, or one of two lines holds the figures of another unit,
    which has none then.

    ## Example
    ```toml form
    [[table]]
    key = "ranking"
    title = "信息公开情况通报"
    head = [
      { key = "name", label = "单位", names = "unit" },
      { key = "all", label = "合计" },
    ]
    line = [{ key = "unit", label = "单位", repeat = true, unique = ["name"] }]
    ```
    ```csv fail
    信息公开情况通报
    单位,合计
    城关镇,12
    晓天镇,9
    城 关 镇,7
    ```
    ```csv pass
    信息公开情况通报
    单位,合计
    城关镇,12
    晓天镇,9
    万佛湖镇,7
    ```

    ## Known problems
    A unit under its full and its short name (财政局, 县财政局) is not seen to be one.
    """
    first: dict[tuple[str, ...], Fact] = {}
    heads = {head.key: head for block in facts.plan.blocks for head in block.heads}
    above: dict[str, str] = {}
    for line in facts.plan.lines():
        cells = [
            fact
            for head in line.unique
            if head in heads and (fact := facts.get(line.key, head)) is not None
        ]
        key = _key(line, cells, above)
        if not cells or key is None:
            continue
        at, earlier = cells[-1], first.setdefault(key, cells[-1])
        if earlier.cell != at.cell and not _told_apart(facts, earlier, at, heads):
            yield context.finding(
                "repeated",
                at=at,
                related=[earlier],
                severity=Severity.WARNING if len(line.unique) > 1 else None,
                first=earlier.cell,
            )


def _key(line: Line, cells: list[Fact], above: dict[str, str]) -> tuple[str, ...] | None:
    """Make a line comparable; None where there is nothing to compare."""
    parts = []
    for fact in cells:
        said = _comparable(fact)
        if not said and fact.head.measure and fact.head.measure.format is Format.REFERENCE:
            said = above.get(fact.head.key, "")
        above[fact.head.key] = said
        parts.append(said)
    if not all(parts) or (len(parts) == 1 and parts[0] in _NO_NAMES):
        return None
    group = line.under or "" if len(cells) < len(line.unique) else ""
    return (line.of or line.key, group, *parts)


def _comparable(fact: Fact) -> str:
    if fact.empty:
        return ""
    if fact.head.measure and fact.head.measure.format in _NUMBERED:
        # The number is the point here: a label's is left out.
        return re.sub(r"\s+", "", plain(fact.text)).strip("、.")
    return document_key(fact.text) or label_key(fact.text)


def _describes(facts: Facts, name: Fact, head: Head) -> bool:
    """Tell whether words under a head stand between the names of lines and their figures."""
    measure, at = head.measure, facts.get(name.line.key, head.key)
    if measure is None or measure.kind is not ValueKind.TEXT or measure.format or head.names:
        return False
    figures = [fact.cell.column for fact in facts.due() if fact.line.key == name.line.key]
    return at is not None and name.cell.column < at.cell.column < min(figures, default=0)


def _told_apart(facts: Facts, one: Fact, other: Fact, heads: dict[str, Head]) -> bool:
    """Tell whether two lines differ in document number, date or the words behind their names."""
    for head in heads.values():
        telling = head.measure is not None and head.measure.format in _TELLING
        if telling or _describes(facts, one, head):
            pair = [facts.get(fact.line.key, head.key) for fact in (one, other)]
            said = {_comparable(fact) for fact in pair if fact is not None} - {""}
            if len(said) > 1:
                return True
    return False
