"""From paragraphs to the tree of sections, by the numbers of headings and by styles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from statlint.dataclass import dataclass, field
from statlint.prose.model import Passage, Section
from statlint.values import plain
from statlint.values.ordinal import read_ordinal
from statlint.values.place import Place
from statlint.workbook import ParagraphKind

_WORD = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    ("第一章", rf"第{_WORD}[章部篇]分?"),
    ("第一节", rf"第{_WORD}节"),
    ("一、", rf"{_WORD}[、.,]"),
    ("（一）", rf"\({_WORD}\)[、.,]?|[㈠-㈩]"),
    ("1.", r"[0-9]{1,2}(?:[、]|[.](?![0-9]))|[0-9]{1,2}(?=\s+[^\s0-9])"),
    ("1.1", r"[0-9]{1,2}(?:\.[0-9]{1,2})+[.、]?(?![0-9%万亿千百元条件项个次人户家吨公亩米倍])"),
    ("（1）", r"\([0-9]{1,2}\)|[⑴-⒇]"),
    ("①", r"[①-⑳]"),
)
_LONGEST_TITLE = 45
_LOWEST = 99


@dataclass(slots=True)
class _Draft:
    """A section that is being filled."""

    title: str = ""
    heading: Passage | None = None
    level: int = 0
    number: int | None = None
    style: str = ""
    blocks: list[Passage | Place] = field(default_factory=list)
    sections: list[_Draft] = field(default_factory=list)

    def done(self) -> Section:
        below = tuple(section.done() for section in self.sections)
        of = (self.title, self.heading, self.level, self.number, self.style)
        return Section(*of, tuple(self.blocks), below)


@cache
def _styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((style, re.compile(pattern)) for style, pattern in _STYLES)


def read_sections(blocks: Iterable[Passage | Place]) -> Section:
    """Build the tree of sections."""
    open_ones = [_Draft()]
    for block in blocks:
        draft = _heading(block) if isinstance(block, Passage) else None
        if draft is None:
            open_ones[-1].blocks.append(block)
            continue
        while open_ones[-1].level >= draft.level:
            open_ones.pop()
        open_ones[-1].sections.append(draft)
        open_ones.append(draft)
    return open_ones[0].done()


def _heading(passage: Passage) -> _Draft | None:
    """Take a passage as a heading: numbered and short, or so by its style; None for others.

    Where the text goes on behind the title (（一）主动公开。……) the passage is also in its blocks.
    """
    paragraph = passage.paragraph
    if paragraph.kind in {ParagraphKind.FOOTNOTE, ParagraphKind.TEXT_BOX}:
        return None
    text = plain(paragraph.numbering + paragraph.text).strip()
    styled = paragraph.kind is ParagraphKind.HEADING and paragraph.level > 0
    for level, (style, pattern) in enumerate(_styles(), start=1):
        found = pattern.match(text)
        if found:
            rest = text[found.end() :].strip()
            return _numbered(passage, (level, style, found[0]), rest, styled=styled)
    if styled and paragraph.level > 1 and len(text) <= _LONGEST_TITLE:
        return _Draft(text, passage, min(paragraph.level + 1, _LOWEST))
    return None


def _numbered(
    passage: Passage, of: tuple[int, str, str], rest: str, *, styled: bool
) -> _Draft | None:
    level, style, written = of
    title = re.split(r"[。!?\n]|[:;](?=.{20})", rest, maxsplit=1)[0].strip()
    if len(title) > _LONGEST_TITLE or (not styled and title.endswith((";", ","))):
        return None
    ordinal = read_ordinal(_bare(written))
    number = ordinal.path[-1] if ordinal else None
    runs_on = len(rest) > len(title) + 1
    return _Draft(title, passage, level, number, style, [passage] if runs_on else [])


def _bare(written: str) -> str:
    return re.sub(r"[第章节部篇分、,()\s]", "", written).strip(".")
