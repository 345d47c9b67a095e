"""Whether what stands over an open table, in its heads or in its names says what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.table.hints import Subject
from statlint.table.open_boxhead import OpenBoxhead
from statlint.table.view import View
from statlint.values import label_key

_ROWS_ABOVE = 6
_ROWS_BELOW = 60
_SHARE = 3
"""One line in so many must name the subject where nothing else does."""


def is_about(view: View, boxhead: OpenBoxhead, subject: Subject) -> bool:
    """Tell whether one of the words that a form asks for stands there, or in a third of the lines.

    Of a table by units one unit may well be called so (信息公开办公室); of indicators many are.
    """
    words = tuple(map(label_key, boxhead.plan.table.about))
    if not words or subject.given:
        return True
    above = range(max(1, boxhead.first_row - _ROWS_ABOVE), boxhead.last_row + 1)
    # The title at the top of a sheet is that of all its tables.
    rows = sorted({*range(1, min(_ROWS_ABOVE, boxhead.last_row) + 1), *above})
    said = [view.text(row, column) for row in rows for column in range(1, view.columns + 1)]
    said += [one.text for one in view.grid.captions]
    if _says(" ".join([subject.names, *said]), words):
        return True
    names = list(_names_of_lines(view, boxhead))
    return 0 < len(names) <= _SHARE * sum(_says(name, words) for name in names)


def _says(text: str, words: Sequence[str]) -> bool:
    key = label_key(text)
    return any(word in key for word in words)


def _names_of_lines(view: View, boxhead: OpenBoxhead) -> Iterator[str]:
    below = range(boxhead.last_row + 1, min(view.rows, boxhead.last_row + _ROWS_BELOW) + 1)
    for column in boxhead.columns.values():
        if boxhead.names(column):
            yield from (text for row in below if (text := view.text(row, column)))
