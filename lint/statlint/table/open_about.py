"""Whether what stands over an open table, in its heads or in its names says what it is about."""

from __future__ import annotations

from statlint.table.hints import Subject
from statlint.table.open_boxhead import OpenBoxhead
from statlint.table.view import View
from statlint.values import label_key

_ROWS_ABOVE = 6


def is_about(view: View, boxhead: OpenBoxhead, subject: Subject) -> bool:
    """Tell whether one of the words that a form asks for stands there."""
    words = boxhead.plan.table.about
    if not words or subject.given:
        return True
    rows = range(max(1, boxhead.first_row - _ROWS_ABOVE), boxhead.last_row + 1)
    said = [view.text(row, column) for row in rows for column in range(1, view.columns + 1)]
    text = label_key(" ".join([subject.names, *said]))
    return any(label_key(word) in text for word in words)
