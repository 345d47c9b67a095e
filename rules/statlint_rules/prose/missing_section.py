"""T001: sections that the form of a report asks for, missing or out of their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from statlint.finding import Finding
from statlint.form import ReportSection
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose

_Levelled: TypeAlias = "tuple[int, Passage]"
MESSAGES = {
    "missing": Text(zh="报告缺少「{label}」部分", en="The report lacks the section “{label}”"),
    "order": Text(zh="「{heading}」应在「{other}」之前", en="“{heading}” belongs before “{other}”"),
}
_LEAST = 2
"""One in so many sections must be there for a text to be the report that the form asks for."""
_HEADING = 45
"""Signs at the beginning of a paragraph that may be a heading, its number with it."""


@rule(
    code="T001",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请按规定格式补上该部分，没有内容的写明“无”；顺序不对的，按规定顺序排列",
        en="Add the section, or say in it that there is none; put sections in the form’s order",
    ),
)
def missing_section(prose: Prose, context: Context) -> Iterator[Finding]:
    """Section that the form of a report asks for is missing or out of its order.

    ## What it checks
    Where a table of the report follows a form that says which sections the report has (the yearly
    report on open government information of 2019 and of 2021: 一、总体情况 to
    六、其他需要报告的事项): each has its heading, in the words of the form or of those that mean
    the same, in their order. Nothing is said of a text with fewer than half of them.

    ## Why it matters
    The sections are asked for by law, and a report without one is sent back.

    ## Example
    ```toml form
    section = [
      { label = "总体情况" },
      { label = "存在的问题", aliases = ["主要问题"] },
      { label = "其他事项" },
    ]
    [[table]]
    key = "cases"
    title = "申请办理情况"
    head = [{ key = "men", label = "自然人" }, { key = "firms", label = "企业" }]
    line = [{ key = "new", label = "本期新收" }, { key = "done", label = "本期办结" }]
    ```
    ```prose fail
    一、总体情况
    <table><tr><td>申请情况</td><td>自然人</td><td>企业</td></tr>
    <tr><td>本期新收</td><td>12</td><td>3</td></tr><tr><td>本期办结</td><td>10</td><td>3</td></tr></table>
    二、其他事项
    无。
    ```
    ```prose pass
    一、总体情况
    <table><tr><td>申请情况</td><td>自然人</td><td>企业</td></tr>
    <tr><td>本期新收</td><td>12</td><td>3</td></tr><tr><td>本期办结</td><td>10</td><td>3</td></tr></table>
    二、存在的主要问题
    工作人员业务能力有待提高。
    三、其他事项
    无。
    ```

    ## Source
    国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.

    ## Known problems
    A section without a heading of its own is told as missing. Reports whose tables were not
    recognised are not looked at.
    """
    sections = context.filled.form.sections if context.filled else ()
    known = [_known(one, prose.passages) for one in sections]
    level = _usual_level(known)
    found = [next((one for at, one in each if at == level), None) for each in known]
    there = [one for one in found if one is not None]
    if not there or _LEAST * len(there) < len(sections):
        return
    for section, each, heading in zip(sections, known, found, strict=True):
        if heading is None and not _elsewhere(section, each, prose):
            yield context.finding("missing", label=section.label)
    yield from _out_of_order(there, prose, context)


def _out_of_order(found: Sequence[Passage], prose: Prose, context: Context) -> Iterator[Finding]:
    places = [one.place for one in prose.passages]
    for one, following in pairwise(found):
        if places.index(following.place) < places.index(one.place):
            yield context.finding(
                "order",
                at=said_in(one),
                related=[said_in(following)],
                heading=one.paragraph.text[:_HEADING].strip(),
                other=following.paragraph.text[:_HEADING].strip(),
            )


def _known(section: ReportSection, passages: Sequence[Passage]) -> list[_Levelled]:
    """Find the paragraphs that may be the heading of a section, with the levels of their numbers.

    One without a number has level -1.
    """
    from statlint.prose.outline import mark_of
    from statlint.values.text import label_key

    words = _words(section)
    found: list[_Levelled] = []
    for one in passages:
        mark = mark_of(one)
        begins = label_key(one.paragraph.text[:_HEADING])
        if any(word in begins for word in words):
            short = len(one.paragraph.text) <= _HEADING
            if mark or short:
                found.append((mark.level if mark else -1, one))
    return found


def _usual_level(known: Sequence[Sequence[_Levelled]]) -> int:
    """Give the level at which most sections have a heading, the outermost of several."""
    levels = Counter(level for each in known for level in {at for at, _ in each} if level >= 0)
    return min(levels, key=lambda level: (-levels[level], level), default=-1)


def _elsewhere(section: ReportSection, known: Sequence[_Levelled], prose: Prose) -> bool:
    """Tell whether a heading stands without its number, or within a paragraph that ran on."""
    if any(level < 0 for level, _ in known):
        return True
    words = "|".join(map(re.escape, (section.label.zh, *section.aliases)))
    within = re.compile(rf"[一二三四五六七八九十]\s*、[^。；，]{{0,16}}(?:{words})")
    return any(within.search(re.sub(r"\s", "", one.paragraph.text)) for one in prose.passages)


def _words(section: ReportSection) -> list[str]:
    from statlint.values.text import label_key

    return [label_key(word) for word in (section.label.zh, *section.aliases)]
