"""T003: headings with nothing under them, and points without words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose, Section
    from statlint.prose.outline import Mark

MESSAGES = {
    "empty": Text(zh="「{heading}」下没有内容", en="There is nothing under “{heading}”"),
    "untitled": Text(
        zh="「{heading}」只有序号，没有标题", en="“{heading}” has a number and no title"
    ),
    "point": Text(zh="「{heading}」后面没有内容", en="Nothing is said after “{heading}”"),
}
_SAYS_NONE = r"(?:无|没有|未|略|[。;；:：,，!！])\s*[)）]?$"
_LONGEST_TITLE = 30
_CONTENTS = 3
"""So many headings in a row without text are a list of contents, or tables that got lost."""


@rule(
    code="T003",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请补写内容；确实没有的写明“无”，多余的标题删去",
        en="Write what belongs there, say that there is none, or take the heading out",
    ),
)
def empty_section(prose: Prose, context: Context) -> Iterator[Finding]:
    """Section or point of a report has no content.

    ## What it checks
    Headings with neither text nor a table nor further headings under them (attachments, and who
    signed and when are no content), headings that are a number alone where those beside them have
    titles, and points (一是…；二是…；三是。) after which nothing is said. Headings whose own line
    says it (六、其他事项：无) are fine, and so are lists of contents and of items without text.

    ## Why it matters
    A reader takes it for a part that got lost. Where there is nothing to report, the report says
    so.

    ## Example
    ```prose fail
    一、总体情况
    我局认真做好政府信息公开工作。
    二、主动公开政府信息情况
    全年公开信息120条。
    三、其他需要报告的事项
    ```
    ```prose pass
    一、总体情况
    我局认真做好政府信息公开工作。
    二、主动公开政府信息情况
    全年公开信息120条。
    三、其他需要报告的事项
    无其他需要报告的事项。
    ```

    ## Known problems
    A picture is not seen: a section of a picture alone is taken for empty.
    """
    from statlint.prose.outline import runs_within

    for heading in (one.heading for one in _empty(prose) if one.heading):
        written = (heading.paragraph.numbering + heading.paragraph.text).strip()
        kind = "untitled" if _is_number(written) else "empty"
        yield context.finding(kind, at=said_in(heading), heading=written)
    for run in runs_within(prose):
        for mark, following in zip(run, (*run[1:], None), strict=True):
            if _says_nothing(mark, following, prose):
                at = said_in(mark.passage, mark.start, mark.end)
                yield context.finding("point", at=at, heading=mark.written)


def _is_number(written: str) -> bool:
    """Tell whether a heading is a number and nothing else."""
    return not re.sub(r"[第章节部分一二三四五六七八九十0-9、.．,，()（）\s]", "", written)


def _empty(prose: Prose) -> Iterator[Section]:
    """Give headings that are a number alone, then those with nothing under them."""
    signing = _signing(prose)
    lone: set[int] = set()
    for parent in prose.root.walk():
        styles: dict[str, list[Section]] = {}
        for section in parent.sections:
            styles.setdefault(section.style, []).append(section)
        for alike in styles.values():
            bare = [one for one in alike if _is_empty(one, signing)]
            lone |= {id(one) for one in bare if 2 * len(bare) < len(alike)}
            titled = sum(bool(one.title) for one in alike)
            yield from (one for one in alike if not one.title and titled > 1)
    headings = [one for one in prose.root.walk() if one.heading]
    for empty, several in groupby(headings, key=lambda one: _is_empty(one, signing)):
        run = list(several)
        if empty and len(run) < _CONTENTS:
            yield from (one for one in run if id(one) in lone)


def _is_empty(section: Section, signing: Sequence[Passage]) -> bool:
    """Tell whether nothing stands under a heading that is one, and nothing in its own line."""
    if section.heading is None or not 0 < len(section.title) <= _LONGEST_TITLE:
        return False
    own = [block for block in _own(section) if block not in signing]
    # The entries of a list of attachments are numbered as headings are.
    listed = bool(section.blocks) and _is_attached(section.blocks[0])
    if own or (section.sections and not listed):
        return False
    text = section.heading.paragraph.text.strip()
    return not re.search(_SAYS_NONE, text) and not re.search("[:：]", section.title)


def _own(section: Section) -> Iterator[Passage | str]:
    """Give what stands under a heading, up to the list of attachments."""
    for block in section.blocks:
        if _is_attached(block):
            return
        yield block


def _is_attached(block: Passage | str) -> bool:
    return not isinstance(block, str) and bool(re.match(r"\s*附\s*件", block.paragraph.text))


def _signing(prose: Prose) -> list[Passage]:
    from statlint.prose.particulars import read_particulars

    signing = read_particulars(prose).signing
    if signing is None:
        return []
    found = [signing.day_at.passage]
    return [*found, signing.unit_at.passage] if signing.unit_at else found


def _says_nothing(mark: Mark, following: Mark | None, prose: Prose) -> bool:
    text = mark.passage.paragraph.text
    here = following is not None and following.passage is mark.passage
    end = following.start if here and following else len(text)
    said = text[mark.end : end]
    if re.sub(r"[\s，,：:。；;、！!]", "", said):
        return bool(re.match(r"\s*[。；;]", said))
    # A line that is broken in the middle goes on in the next one.
    return here or bool(said.strip()) or mark.passage is prose.passages[-1]
