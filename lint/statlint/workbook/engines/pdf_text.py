"""The text of a PDF: what stands on every page is left out, lines are put together again."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.workbook.engines.pdf_reasons import COLUMNS, UNRULED, refused
from statlint.workbook.engines.text_lines import LISTED, heading_level, joined, unspaced
from statlint.workbook.model import ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statlint.workbook.engines.blocks import Blocks
    from statlint.workbook.engines.pdf_signs import Line

_MARGIN = 0.09
"""Share of a page's height in which headers and footers stand."""
_NUMBER = pattern_of(
    r"[-—–－·\s]*(?:第\s*)?(?:\d{1,4}|[IVXivx]{1,6})(?:\s*页)?(?:[,，/\s]*共?\s*\d{1,4}\s*页?)?[-—–－·\s]*"
)
_FIGURE = pattern_of(r"[-+－]?[\d,，.]+[%％]?")
_LEAST_ROWS, _LEAST_CHUNKS, _LEAST_FIGURES = 3, 3, 2
_MANY_GAPS, _SHARE_OF_GAPS = 5, 0.3
_SHORT = 3.0
"""Signs by which a full line may fall short: what must not end or begin a line wraps with it."""
_NARROW = 0.5
"""Share of a page's width: no text is set narrower that has it to itself."""
_INDENT = 1.0
_APART = 1.5
_SAME_SIZE = 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page outside its tables, from the top down."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Leave out the numbers of pages, and what stands at the edge of most of them."""
    edges = Counter(key for page in pages for key in {_key(one) for one in _at_edge(page)})
    often = {key for key, count in edges.items() if count > 1 and 2 * count >= len(pages)}
    return [
        Page(page.number, page.width, page.height, tuple(_text_of(page, often))) for page in pages
    ]


def _text_of(page: Page, often: set[str]) -> Iterable[Line]:
    edge = set(_at_edge(page))
    for line in page.lines:
        if line not in edge or not (_key(line) in often or _NUMBER.fullmatch(line.text.strip())):
            yield line


def _at_edge(page: Page) -> list[Line]:
    depth = _MARGIN * page.height
    return [line for line in page.lines if not depth < line.middle < page.height - depth]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def check_layout(page: Page) -> None:
    """Refuse columns that no line parts: which figure belongs where would be a guess."""
    rows = 0
    for line in page.lines:
        figures = sum(_FIGURE.fullmatch(chunk) is not None for chunk in line.chunks)
        is_row = len(line.chunks) >= _LEAST_CHUNKS and figures >= _LEAST_FIGURES
        rows = rows + 1 if is_row else 0
        if rows >= _LEAST_ROWS:
            raise refused(UNRULED, page.number)
    gaps = sum(len(line.chunks) > 1 for line in page.lines)
    if gaps > max(_MANY_GAPS, _SHARE_OF_GAPS * len(page.lines)):
        raise refused(COLUMNS, page.number)


class Paragraphs:
    """Lines on their way into paragraphs; all pages of a document are set alike."""

    def __init__(self, pages: Sequence[Page], blocks: Blocks) -> None:
        """Measure how the text is set."""
        lines = [line for page in pages for line in page.lines]
        self._left = min((line.x0 for line in lines), default=0.0)
        ends = sorted(line.x1 for line in lines)
        # Short lines alone do not say how wide the text is set.
        least = max((self._left + _NARROW * page.width for page in pages), default=0.0)
        self._right = max(least, ends[-1 - len(ends) // 20] if ends else 0.0)
        size = median([line.size for line in lines] or [1.0])
        self._size = size
        steps = [
            after.top - before.top
            for page in pages
            for before, after in zip(page.lines, page.lines[1:], strict=False)
            if 0 < after.top - before.top < 3 * size
        ]
        self._step = median(steps or [size])
        self._blocks = blocks
        self._open: list[Line] = []

    def add(self, line: Line) -> None:
        """Add a line to the open paragraph, or begin the next one with it."""
        if self._open and not self._goes_on(self._open[-1], line):
            self.end()
        self._open.append(line)

    def end(self) -> None:
        """End the open paragraph, if there is one."""
        lines, self._open = self._open, []
        if not lines:
            return
        text = unspaced(joined([line.text for line in lines])).strip()
        level = heading_level(text)
        self._blocks.add_paragraph(
            text,
            ParagraphKind.HEADING if level else ParagraphKind.BODY,
            level=level,
            bold=all(line.bold for line in lines),
            centred=self._is_centred(lines[-1]),
        )

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Tell whether the line before was broken only by the width of the page."""
        if (
            abs(before.size - line.size) > _SAME_SIZE
            or before.x1 < self._right - _SHORT * line.size
        ):
            return False
        step = line.top - before.top
        # A page ends between lines of which the second stands higher.
        if step > _APART * max(self._step, line.size * _APART):
            return False
        if self._is_centred(line):
            return self._is_centred(before) or line.size > self._size + _SAME_SIZE
        indented = line.x0 > self._left + _INDENT * line.size
        return not indented and not heading_level(line.text) and not LISTED.match(line.text)

    def _is_centred(self, line: Line) -> bool:
        before, after = line.x0 - self._left, self._right - line.x1
        return before > 2 * line.size and abs(before - after) < 2 * line.size
