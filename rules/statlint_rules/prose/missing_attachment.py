"""T004: attachments and tables that a text announces and does not bring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text
from statlint.values.said import Said

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose

MESSAGES = {
    "attachment": Text(
        zh="文中列有附件{number}「{title}」，文件里有附件{found}，没有附件{number}",
        en="Attachment {number} “{title}” is announced; the file has {found} and not {number}",
    ),
    "unlisted": Text(
        zh="文中提到附件{number}，附件目录只列到附件{last}",
        en="Attachment {number} is referred to, and the list of attachments ends with {last}",
    ),
    "table": Text(zh="「{text}」后面没有表格", en="No table follows “{text}”"),
}
_LIST = r"(?:^|(?<=[。\s]))附\s*件\s*[:：]\s*(?=[1-9]\s*[.、．])"
_NEXT = r"[1-9][0-9]?\s*[.、．](?![0-9](?!(?<=[.、．][12])[0-9]{3}年))"
_ITEM = (
    rf"(?:^|(?<=[\s;；。]))(?={_NEXT})([1-9][0-9]?)\s*[.、．]\s*([^;；。\n]*?)"
    rf"(?=\s+{_NEXT}|[;；。\n]|$)"
)
_HERE = r"^\s*附\s*件\s*([1-9][0-9]?|[一二三四五六七八九十])(?![.、．0-9]?[0-9])(?!\s*[）)》])"
_LATER = r"(?<=[\s。日发])附\s*件\s*([1-9][0-9]?)\s+(?=[^\s])"
_MENTION = r"(?:见|详见|参见|按照|填写)\s*[“《]?附件\s*([1-9][0-9]?)(?![0-9])"
_TABLE = r"(?:如下表|见下表|下表所示|表格如下|统计表如下|情况表如下|如下表格|以下表格)"
_NEAR = 3
"""Paragraphs between the words and the table: a caption, a unit, a note."""
_WITHOUT_TABLES = (".txt",)


@rule(
    code="T004",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请补上附件或表格；另附文件的，或不需要的，改正文中的说法",
        en="Add the attachment or the table; where it is a file of its own or not needed, say so",
    ),
)
def missing_attachment(prose: Prose, context: Context) -> Iterator[Finding]:
    """Attachment or table that a text announces is not there.

    ## What it checks
    - Attachments listed at the end (附件：1.… 2.… 3.…): where the file has some of them (附件1 at
      the head of a page), it has them all. Where it has none they are files of their own.
    - Attachments that the text refers to (详见附件3) are in that list, where there is one.
    - After 如下表, 见下表 and the like a table follows within a few paragraphs.

    ## Why it matters
    What is announced and missing was left out when the report was put together.

    ## Example
    ```prose fail
    全年公开信息120条，各类信息数量见下表。
    我局将继续做好政府信息公开工作。
    ```
    ```prose pass
    全年公开信息120条，各类信息数量见下表。
    <table><tr><td>类别</td><td>条数</td></tr><tr><td>政策文件</td><td>120</td></tr></table>
    我局将继续做好政府信息公开工作。
    ```

    ## Known problems
    A table that is a picture is not seen. Plain text (.txt) has no tables; only attachments are
    looked for there.
    """
    yield from _attachments(prose, context)
    if not context.path.casefold().endswith(_WITHOUT_TABLES):
        for passage in prose.passages:
            found = re.search(_TABLE, passage.paragraph.text)
            if found and not _table_follows(prose, passage):
                at = said_in(passage, found.start(), found.end())
                yield context.finding("table", at=at)


def _attachments(prose: Prose, context: Context) -> Iterator[Finding]:
    listed = _listed(prose)
    there = _there(prose, context)
    last = max(listed, default=0)
    for number, (title, at) in listed.items():
        if there and number not in there:
            yield context.finding(
                "attachment", at=at, number=str(number), title=title, found=sorted(there)
            )
    for passage in prose.passages if listed else ():
        for found in re.finditer(_MENTION, passage.paragraph.text):
            if int(found[1]) > last and int(found[1]) not in there:
                at = said_in(passage, found.start(), found.end())
                yield context.finding("unlisted", at=at, number=found[1], last=str(last))


def _listed(prose: Prose) -> Mapping[int, tuple[str, Said]]:
    """Read the list of attachments: their numbers, titles and where they stand."""
    listed: dict[int, tuple[str, Said]] = {}
    for at, passage in enumerate(prose.passages):
        head = re.search(_LIST, passage.paragraph.text)
        if head is None:
            continue
        following = takewhile(
            lambda one: re.match(_ITEM, _written(one).strip()), prose.passages[at + 1 :]
        )
        for one in (passage, *following):
            begin = head.end() if one is passage else 0
            listed |= {
                number: entry
                for number, entry in _items(one, begin).items()
                if number not in listed
            }
    numbers = list(listed)
    return listed if numbers == list(range(1, len(numbers) + 1)) else {}


def _items(passage: Passage, begin: int) -> Mapping[int, tuple[str, Said]]:
    text, moved = _written(passage), len(passage.paragraph.numbering)
    return {
        int(found[1]): (
            found[2].strip(),
            said_in(passage, max(found.start() + begin - moved, 0), found.end() + begin - moved),
        )
        for found in re.finditer(_ITEM, text[begin:])
    }


def _written(passage: Passage) -> str:
    return passage.paragraph.numbering + passage.paragraph.text


def _there(prose: Prose, context: Context) -> set[int]:
    """Find the numbers of the attachments that the file has, in its text and over its tables."""
    from statlint.values.ordinal import number_path

    texts = [one.paragraph.text for one in prose.passages]
    texts += [grid.text(1, 1) for grid in context.grids.values()]
    found = {
        path for text in texts for one in re.finditer(_HERE, text) if (path := number_path(one[1]))
    }
    found |= {(int(one[1]),) for text in texts for one in re.finditer(_LATER, text)}
    return {path[0] for path in found}


def _table_follows(prose: Prose, passage: Passage) -> bool:
    blocks = prose.document.blocks
    places = [block if isinstance(block, str) else block.place for block in blocks]
    at = places.index(passage.place)
    return any(isinstance(block, str) for block in blocks[at + 1 : at + 2 + _NEAR])
