"""Tables of a known form whose labels and figures came apart in a text.

A page or a scan that was turned into text often has them so. A table is put back only where it is
proved which figure belongs to which line: as many figures as are due, each line's behind its own
label, or in runs of whole lines of a table of one block. Anything else would be a guess, and is
told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from statlint.dataclass import dataclass
from statlint.form import Arrangement, Form, Line, TableForm
from statlint.table.model import TornTable
from statlint.table.plan import FormPlan
from statlint.table.torn_sheet import Mended, mend
from statlint.table.torn_tokens import (
    Stream,
    keys_of,
    letters,
    longest_word,
    share_found,
    stream_of,
    tokens_of,
)
from statlint.values.said import Said
from statlint.workbook import Document, Paragraph, Sheet

_LEAST_LINES, _LEAST_HEADS, _LEAST_FIGURES = 5, 3, 15
_LEAST_FOUND = 0.6
"""Share of the labels that must be there, whatever became of their ends."""
_QUOTED = 60
"""Signs of a stretch that are quoted of it."""
_LONGEST, _MOST = 1_000_000, 50
"""Signs of a text, and mentions of a label in it, beyond which no report goes."""


@dataclass(frozen=True, slots=True, eq=False)
class _Find:
    """A stretch of a text that holds the labels of a table, and the figures in it."""

    form: Form
    table: TableForm
    first: int
    end: int
    figures: tuple[int, ...]
    """The numbers of the tokens that are figures."""
    share: float
    is_whole: bool
    """As many figures as are due, in runs of whole lines."""


def put_back(
    document: Document, sheets: Sequence[Sheet], plans: Sequence[FormPlan], known: Sequence[str]
) -> Mended:
    """Put the torn tables of a document back, but for those of some keys, found otherwise."""
    paragraphs = document.paragraphs
    due = list(_likely(document, plans, known))
    if not due:
        return Mended(document, tuple(sheets))
    stream = stream_of(tokens_of(paragraphs))
    best: dict[str, _Find] = {}
    for form, table in due:
        found = _find(form, table, stream)
        if found and (table.key not in best or _better(found, best[table.key])):
            best[table.key] = found
    finds = _of_one_form(sorted(best.values(), key=lambda one: one.first))
    whole = [find for find in finds if find.is_whole]
    made = mend(
        document, sheets, stream, [(one.table, one.first, one.end, one.figures) for one in whole]
    )
    torn = tuple(
        TornTable(
            one.form, one.table, _said(one, stream, paragraphs), len(one.figures), _due(one.table)
        )
        for one in finds
        if not one.is_whole
    )
    return Mended(made.document, made.sheets, torn)


def _said(find: _Find, stream: Stream, paragraphs: Sequence[Paragraph]) -> Said:
    """Give the words with which the stretch begins."""
    first = stream.tokens[find.first]
    paragraph = paragraphs[first.paragraph]
    own = [
        one.end for one in stream.tokens[find.first : find.end] if one.paragraph == first.paragraph
    ]
    end = max((end for end in own if end <= first.start + _QUOTED), default=first.end)
    return Said(paragraph.place, paragraph.text, first.start, end, first.start, end)


def _likely(
    document: Document, plans: Sequence[FormPlan], known: Sequence[str]
) -> Iterator[tuple[Form, TableForm]]:
    """Give the tables whose first label is in a text; their search goes through all of it."""
    text = "".join("".join(one.text.split()) for one in document.paragraphs)
    if len(text) > _LONGEST:
        return
    for plan in plans:
        if plan.open or plan.as_found:
            continue
        for table in plan.form.tables:
            if table.key not in known and _due(table) >= _LEAST_FIGURES:
                first = next(table.lines())
                if any(longest_word(name) in text for name in (first.label.zh, *first.aliases)):
                    yield plan.form, table


def _better(find: _Find, other: _Find) -> bool:
    return (find.is_whole, find.share) > (other.is_whole, other.share)


def _of_one_form(finds: Sequence[_Find]) -> list[_Find]:
    """Leave the tables of the form that the whole ones belong to, else of the likeliest."""
    if not finds:
        return []
    form = max(finds, key=lambda one: (one.is_whole, one.share)).form
    return [one for one in finds if one.form is form or one.form.family == form.family]


def _due(table: TableForm) -> int:
    return sum(len(block.figure_lines) * len(block.figure_heads) for block in table.blocks)


def _find(form: Form, table: TableForm, stream: Stream) -> _Find | None:
    """Find the stretch from the first to the last label of a table; the one with most figures."""
    finds = list(_stretches(form, table, stream))
    due = _due(table)
    return max(
        finds,
        key=lambda one: (one.is_whole, -abs(len(one.figures) - due), one.first - one.end),
        default=None,
    )


def _stretches(form: Form, table: TableForm, stream: Stream) -> Iterator[_Find]:
    lines = list(table.lines())
    for key in keys_of(lines[0]):
        for start in islice(stream.places(key), _MOST):
            found = _stretch(form, table, stream, start)
            if found is not None:
                yield found


def _stretch(form: Form, table: TableForm, stream: Stream, start: int) -> _Find | None:
    """Read the stretch that begins with the first label at some sign."""
    last = list(table.lines())[-1]
    ends = [at + len(key) for key in keys_of(last) for at in stream.places(key, start)]
    # A label also stands in sentences; that of a table has figures behind it.
    after = sorted(stream.owner[end - 1] + 1 for end in ends)
    tokens = stream.tokens
    closed = [at for at in after if at < len(tokens) and tokens[at].is_figure] or after
    if not closed:
        return None
    first, end = stream.owner[start], _behind_heads(table, stream, closed[0])
    while end < len(tokens) and tokens[end].is_figure:
        end += 1
    figures = [number for number in range(first, end) if tokens[number].is_figure]
    stop = stream.before(end)
    share = share_found(table, stream.text[start : len(stop) + 40])
    # 2019 年 5 月 in a sentence are figures between words; those of a table stand together.
    there = set(figures)
    together = sum(at + 1 in there or at - 1 in there for at in figures)
    if share < _LEAST_FOUND or 2 * together < _due(table):
        return None
    return _Find(form, table, first, end, tuple(figures), share, _is_whole(table, stream, figures))


def _behind_heads(table: TableForm, stream: Stream, at: int) -> int:
    """Give the first figure where only heads stand before it, as under lines side by side."""
    heads = {letters(head.label.zh) for block in table.blocks for head in block.heads}
    end = at
    while end < len(stream.tokens) and stream.tokens[end].key in heads:
        end += 1
    return end if end < len(stream.tokens) and stream.tokens[end].is_figure else at


def _is_whole(table: TableForm, stream: Stream, figures: Sequence[int]) -> bool:
    """Tell whether it is certain which line each figure belongs to."""
    if table.arrangement is not Arrangement.LINES_DOWN or len(figures) != _due(table):
        return False
    starts = [at for at, token in enumerate(figures) if not at or figures[at - 1] != token - 1]
    return _by_labels(table, stream, figures, starts) or _by_count(table, stream, figures, starts)


def _by_labels(
    table: TableForm, stream: Stream, figures: Sequence[int], starts: Sequence[int]
) -> bool:
    """Tell whether the figures of each line stand behind its label, and no others with them."""
    lines = [
        (line, len(block.figure_heads)) for block in table.blocks for line in block.figure_lines
    ]
    due = [0, *accumulate(width for _, width in lines)]
    if list(starts) != due[:-1]:
        return False
    return all(
        any(_words_before(stream, figures, at).endswith(key) for key in keys_of(line))
        for at, (line, _) in zip(starts, lines, strict=True)
    )


def _by_count(
    table: TableForm, stream: Stream, figures: Sequence[int], starts: Sequence[int]
) -> bool:
    """Tell whether the figures stand in runs of whole lines, at no label of another line."""
    lines, width = table.blocks[0].figure_lines, len(table.blocks[0].figure_heads)
    if len(table.blocks) > 1 or len(lines) < _LEAST_LINES or width < _LEAST_HEADS:
        return False
    if any(at % width for at in starts):
        return False
    return all(_fits(lines, _words_before(stream, figures, at), at // width) for at in starts)


def _words_before(stream: Stream, figures: Sequence[int], at: int) -> str:
    """Give the words between a run of figures and the one before it."""
    before = len(stream.before(figures[at - 1])) if at else 0
    return stream.before(figures[at])[before:]


def _fits(lines: Sequence[Line], words: str, line: int) -> bool:
    """Tell whether the label before a run of figures is that of its first line.

    Of several labels together none is the one that the figures behind them belong to.
    """
    there = [
        number for number, one in enumerate(lines) if any(key in words for key in keys_of(one))
    ]
    if len(there) != 1:
        return True
    last = lines[there[0]]
    return there[0] == line or not any(words.endswith(key) for key in keys_of(last))
