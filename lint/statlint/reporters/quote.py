"""The sentence that a finding is of, with its figures pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.finding import Quote
from statlint.reporters.lines import INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line

_BAR = " │ "
_POINTED = "^"
_LONGEST = 200
"""Signs of the longest quotation that is shown whole."""
_BESIDE = 60
"""Signs that are shown on either side of the figures of a longer one."""
_CUT = "…"


def draw_quote(quote: Quote, page: Page, style: Style) -> Iterator[Line]:
    """Draw a quotation: its lines, and ^^^ under each of its figures."""
    text, marks = _cut(quote)
    room = page.width - len(INDENT) * 2 - page.ruler.width(_BAR)
    at = 0
    for piece in page.ruler.wrap(text, room):
        at = text.index(piece, at) if piece else at
        here = [(start - at, end - at) for start, end in marks if start < at + len(piece)]
        found = [(max(0, start), min(end, len(piece))) for start, end in here if end > 0]
        yield (Span(INDENT * 2), Span(_BAR, Style.FAINT), *_spans(piece, found, style))
        if found:
            yield (
                Span(INDENT * 2),
                Span(_BAR, Style.FAINT),
                Span(_pointers(piece, found, page), style),
            )
        at += len(piece)


def _cut(quote: Quote) -> tuple[str, list[tuple[int, int]]]:
    """Leave out what stands far from the figures of a long quotation."""
    text = "".join(sign if sign.isprintable() else " " for sign in quote.text)
    marks = sorted(quote.marks)
    if len(text) <= _LONGEST or not marks:
        return (text, marks) if len(text) <= _LONGEST else (one_line(text)[:_LONGEST] + _CUT, [])
    start = max(0, marks[0][0] - _BESIDE)
    end = min(len(text), max(stop for _, stop in marks) + _BESIDE)
    before = _CUT if start else ""
    shift = start - len(before)
    shown = before + text[start:end] + (_CUT if end < len(text) else "")
    return shown, [(first - shift, stop - shift) for first, stop in marks]


def _spans(piece: str, marks: Sequence[tuple[int, int]], style: Style) -> Iterator[Span]:
    at = 0
    for start, end in marks:
        yield Span(piece[at:start])
        yield Span(piece[start:end], style)
        at = end
    yield Span(piece[at:])


def _pointers(piece: str, marks: Sequence[tuple[int, int]], page: Page) -> str:
    line = ""
    for start, end in marks:
        line += " " * (page.ruler.width(piece[:start]) - len(line))
        line += _POINTED * page.ruler.width(piece[start:end])
    return line
