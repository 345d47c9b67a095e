"""The rows of a sheet shared out among the tables that stand one under another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass, field
from statlint.table.layout_cells import Scan
from statlint.table.layout_notes import (
    footnote_sign,
    goes_on,
    is_footnote,
    is_note,
    signs_off,
    states_unit,
    table_number,
)
from statlint.table.layout_rows import RowKind, SheetRow
from statlint.table.layout_translations import translations
from statlint.values import plain

_SAME = 0.6
"""The share of columns whose heads agree where a boxhead is repeated."""
_FEW = 2


@dataclass(slots=True)
class Draft:
    """The rows of one table while they are gathered, from top to bottom."""

    above: list[SheetRow] = field(default_factory=list)
    heads: list[SheetRow] = field(default_factory=list)
    body: list[SheetRow] = field(default_factory=list)
    """Lines, and the words between them."""
    repeats: list[SheetRow] = field(default_factory=list)
    below: list[SheetRow] = field(default_factory=list)

    @property
    def lines(self) -> list[SheetRow]:
        """The rows with figures."""
        return [row for row in self.body if row.kind is RowKind.LINE]


def drafts_of(scan: Scan, rows: Sequence[SheetRow]) -> list[Draft]:
    """Share rows out among tables; a boxhead that comes again goes on with the same table."""
    drafts: list[Draft] = []
    current, words = Draft(), list[SheetRow]()
    for run in _runs(rows):
        kind = run[0].kind
        if kind is RowKind.WORDS:
            words = list(run)
        elif kind is RowKind.LINE:
            _add_words(scan, current, words)
            current.body.extend(run)
            words = []
        elif not current.body:
            _add_heads(current, words, run)
            words = []
        elif not words and _heads_lines_above(current, run):
            current.heads += run
        elif _dates_columns(scan, current, run):
            current.heads += [*current.body, *run]
            current.body = []
        elif _repeats(scan, current, words, run):
            _go_on(scan, current, words, run)
            words = []
        else:
            below, above = _parted(scan, words)
            current.below += below
            drafts.append(current)
            current, words = Draft(above=above, heads=list(run)), []
    current.below += words
    drafts.append(current)
    return [draft for one in drafts if (draft := _trimmed(scan, one)).lines]


def _runs(rows: Sequence[SheetRow]) -> Iterator[list[SheetRow]]:
    """Part rows into stretches of one kind."""
    run: list[SheetRow] = []
    for row in rows:
        if run and row.kind is not run[-1].kind:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _add_words(scan: Scan, current: Draft, words: list[SheetRow]) -> None:
    """Take words before lines as group lines; without heads over them they are titles."""
    if current.body:
        notes = [row for row in words if _is_note(scan, row) or _is_cited(scan, current, row)]
        current.repeats += notes
        current.body += [row for row in words if row not in notes]
        return
    units = [row for row in words if not current.heads or all(map(states_unit, _shown(scan, row)))]
    current.above += units
    current.body += [row for row in words if row not in units]


def _is_note(scan: Scan, row: SheetRow) -> bool:
    texts = _shown(scan, row)
    return any(map(is_note, texts)) or (bool(texts) and all(map(goes_on, texts)))


def _is_cited(scan: Scan, current: Draft, row: SheetRow) -> bool:
    """Tell whether words begin with the footnote sign of a head, label or figure above."""
    text = next(iter(_shown(scan, row)), "")
    sign = footnote_sign(text)
    return sign is not None and any(
        plain(scan.text(above.number, column)).rstrip().endswith(sign)
        for above in (*current.heads, *current.body)
        for column in above.cells
    )


def _shown(scan: Scan, row: SheetRow) -> list[str]:
    return [scan.text(row.number, column) for column in row.texts]


def _add_heads(current: Draft, words: list[SheetRow], run: list[SheetRow]) -> None:
    """Put heads over a table without lines; words between two rows of heads are no title."""
    if current.heads:
        current.heads += [row for row in words if len(row.texts) > 1]
        current.above += [row for row in words if len(row.texts) <= 1]
    else:
        current.above += words
    current.heads += run


def _heads_lines_above(current: Draft, run: Sequence[SheetRow]) -> bool:
    """Tell whether a boxhead stands in the middle: lines without heads right above have figures."""
    last = current.body[-1]
    named = any(not row.numbers for row in current.heads)
    if named or last.number + 1 != run[0].number:
        return False
    over = {column for row in run for column in (*row.over, *row.figures)}
    return len(over) > 1 and len(over & set(last.figures)) >= _SAME * len(over)


def _repeats(
    scan: Scan, current: Draft, words: Sequence[SheetRow], run: Sequence[SheetRow]
) -> bool:
    """Tell whether rows of heads say what those of the table above say."""
    there = _words(scan, current.heads)
    here = _words(scan, run)
    if not there or not here or _number(scan, words) not in {None, _number(scan, current.above)}:
        return False
    if len(set(here.values())) == 1 < len(here) and len(there) > 1:
        # The same unit over all columns once more: $000.
        return True
    alike = sum(there.get(column) == words for column, words in here.items())
    return alike >= _SAME * len(here) and alike >= _SAME * min(len(there), len(here))


def _number(scan: Scan, rows: Sequence[SheetRow]) -> str | None:
    """Give the number of the table that words are the title of."""
    numbers = (table_number(text) for row in rows for text in _shown(scan, row))
    return next((number for number in numbers if number is not None), None)


def _words(scan: Scan, rows: Sequence[SheetRow]) -> dict[int, str]:
    """Give what heads say over each column, in a form that can be compared."""
    words: dict[int, str] = {}
    for row in rows:
        for column in row.cells:
            text = re.sub(r"\W+", "", plain(scan.text(row.number, column))).casefold()
            words[column] = words.get(column, "") + text
    return words


def _go_on(scan: Scan, current: Draft, words: list[SheetRow], run: list[SheetRow]) -> None:
    """Take up the lines under a boxhead that comes again; a page break says nothing more."""
    before = [*current.above, *current.heads]
    titles = {scan.text(row.number, column) for row in before for column in row.texts}
    for row in words:
        texts = _shown(scan, row)
        is_break = all(text in titles or goes_on(text) for text in texts)
        if is_break or any(map(is_note, texts)):
            current.repeats.append(row)
        else:
            current.body.append(row)
    current.repeats += run


def _dates_columns(scan: Scan, current: Draft, run: Sequence[SheetRow]) -> bool:
    """Tell whether lines of figures belong to the boxhead: days as numbers, units under them."""
    if not current.heads or len(current.body) > 1:
        return False
    if run[0].number != current.body[0].number + 1:
        return False
    texts = [scan.text(row.number, column) for row in run for column in row.cells]
    return len(texts) > _FEW and len(set(texts)) <= max(1, len(texts) // 3)


def _parted(scan: Scan, words: Sequence[SheetRow]) -> tuple[list[SheetRow], list[SheetRow]]:
    """Part words between two tables: notes of the one above, title of the one below."""
    cut = 0
    for place, row in enumerate(words):
        if any(is_note(text) or is_footnote(text) for text in _shown(scan, row)):
            cut = place + 1
        elif place and row.number > words[place - 1].number + 1:
            cut = max(cut, place)
    return list(words[:cut]), list(words[cut:])


def _trimmed(scan: Scan, draft: Draft) -> Draft:
    """Leave out lines below the table that say who filled it in, and labels said twice."""
    while draft.body and _is_below(scan, draft.body[-1]):
        draft.below.insert(0, draft.body.pop())
    repeated = translations(scan, draft.body)
    draft.repeats += repeated
    draft.body = [row for row in draft.body if row not in repeated]
    return draft


def _is_below(scan: Scan, row: SheetRow) -> bool:
    if row.kind is not RowKind.LINE:
        return True
    figures = sum(kind.numeric for kind in row.cells.values())
    return figures <= _FEW and any(is_note(text) or signs_off(text) for text in _shown(scan, row))
