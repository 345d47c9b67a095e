"""The numbers before paragraphs, and within them (一是, 二是), as runs that should count up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statlint.dataclass import dataclass
from statlint.prose.model import Passage, Prose
from statlint.values import plain
from statlint.values.numeral import read_numeral, write_numeral
from statlint.workbook import ParagraphKind

_WORDS = "[一二三四五六七八九十]{1,3}"
# From the outermost to the innermost; the group is the number itself.
_STYLES = (
    ("第{}部分", rf"第({_WORDS})[章部篇]分?"),
    ("第{}节", rf"第({_WORDS})节"),
    ("{}、", rf"({_WORDS})、"),
    ("（{}）", rf"\(({_WORDS})\)"),
    ("{}.", r"([0-9]{1,2})(?:、|[.](?![0-9]))"),
    ("（{}）", r"\(([0-9]{1,2})\)"),
)
_WITHIN = rf"(?:(?<=^)|(?<=[。；;:：，,、！!\s]))({_WORDS})是(?![否不])"
_OUTSIDE = frozenset({ParagraphKind.FOOTNOTE, ParagraphKind.TEXT_BOX})


@dataclass(frozen=True, slots=True)
class Mark:
    """A running number: its passage, its signs there, how it is written, what follows it.

    `start` and `end` are 0 where the program prints the number by itself. `style` has braces in
    place of the number; `level` is 0 for the outermost.
    """

    passage: Passage
    start: int
    end: int
    level: int
    style: str
    number: int
    in_words: bool = True

    @property
    def rest(self) -> str:
        """What follows the number in its paragraph."""
        return self.passage.paragraph.text[self.end :].strip()

    @property
    def written(self) -> str:
        """The number as it is written."""
        return self.write(self.number)

    def write(self, number: int) -> str:
        """Write another number in this style."""
        return self.style.format(write_numeral(number) if self.in_words else number)


@cache
def _styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((style, re.compile(pattern)) for style, pattern in _STYLES)


def mark_of(passage: Passage) -> Mark | None:
    """Read the number that a paragraph begins with; None where there is none."""
    paragraph = passage.paragraph
    if paragraph.kind in _OUTSIDE:
        return None
    text = same_length(paragraph.text)
    blank = len(text) - len(text.lstrip())
    for level, (style, pattern) in enumerate(_styles()):
        if found := pattern.match(plain(paragraph.numbering).strip()):
            return Mark(passage, 0, 0, level, style, *_number(found[1]))
        if not paragraph.numbering and (found := pattern.match(text, blank)):
            return Mark(passage, blank, found.end(), level, style, *_number(found[1]))
    return None


def runs(prose: Prose) -> Iterator[tuple[Mark, ...]]:
    """Give the paragraphs whose numbers count on from one another, each run from its 1 on."""
    open_runs: dict[int, list[Mark]] = {}
    for passage in prose.passages:
        mark = mark_of(passage)
        if mark is None:
            continue
        for level in [one for one in open_runs if one > mark.level]:
            yield tuple(open_runs.pop(level))
        if mark.number == 1 and mark.level in open_runs:
            yield tuple(open_runs.pop(mark.level))
        open_runs.setdefault(mark.level, []).append(mark)
    yield from map(tuple, open_runs.values())


def runs_within(prose: Prose) -> Iterator[tuple[Mark, ...]]:
    """Give what is told as 一是, 二是, 三是 in one paragraph or several, each run from 一是 on."""
    run: list[Mark] = []
    for passage in prose.passages:
        if mark_of(passage) is not None and run:
            yield tuple(run)
            run = []
        for found in re.finditer(_WITHIN, passage.paragraph.text):
            number, _ = _number(found[1])
            if number == 1 and run:
                yield tuple(run)
                run = []
            run.append(Mark(passage, found.start(), found.end(), len(_STYLES), "{}是", number))
    if run:
        yield tuple(run)


def same_length(text: str) -> str:
    """Make full-width signs plain and leave all others, so that places stay what they are."""
    return "".join(plain(sign) or " " for sign in text)


def _number(written: str) -> tuple[int, bool]:
    """Give the number, and whether it is written in words."""
    if written.isdecimal():
        return int(written), False
    return read_numeral(written) or 0, True
