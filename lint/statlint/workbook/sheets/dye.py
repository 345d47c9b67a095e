"""A mould of a sheet: found out by reading it once more, with a sign of its own at each text.

What reads every sheet reads it so. Where a sign comes out as all that one cell holds, another text
may stand in its place; everything else that a sheet says must be as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.workbook.cells import BETWEEN, Cells, Look
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import CellKind, Sheet
from statlint.workbook.sheets.moulds import ROWS, Mould, Order, Skeleton, joined
from statlint.workbook.sheets.values import Way, way_of

_FIRST = 1_000_003
"""The first of the figures that are signs: days of the calendar, where days are shown."""
_WORD = "\N{CJK UNIFIED IDEOGRAPH-67D3}"
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?")
_OF_WORDS = re.compile(r'<t(?: xml:space="preserve")?$|<c\s[^<>]*\bt="str"[^<>]*><v$')
_OTHERWISE = re.compile(r'<c\s[^<>]*\bt="(?!n")[^"]*"[^<>]*><v$')
"""A value that is no figure: the number of a shared text, a date, true or false."""


@dataclass(slots=True, eq=False)
class _Found:
    """Where the signs have come out: the places of the texts, of figures and of words."""

    order: list[int] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    figures_at: list[tuple[int, int]] = field(default_factory=list)
    words_at: list[tuple[int, int]] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)
    shared_at: list[tuple[int, int]] = field(default_factory=list)

    def take(
        self, value: str, look: Look, at: int | None, said: str, place: tuple[int, int]
    ) -> str:
        """Take what a dyed cell holds; give what stands for it in a row, mostly what it `said`.

        `at` is the place of the text whose sign it holds, `place` row and column of the cell.
        """
        if look.shared:
            self.shared.append(int(said))
            self.shared_at.append(place)
        kind = CellKind.TEXT if value.startswith(_WORD) else CellKind.NUMBER
        if at is None or look.shared or look.kind is not kind:
            return said.replace("%", "%%")
        if kind is CellKind.NUMBER:
            self.figures.append(len(self.order))
            self.figures_at.append(place)
            self.ways.append(way_of("n", look.number_format or "", dated=False))
        else:
            self.words.append(len(self.order))
            self.words_at.append(place)
        self.order.append(at)
        return "%s"


def mould_of(skeleton: Skeleton, texts: Sequence[str], sheet: Sheet, order: Order) -> Mould | None:
    """Make the mould of a sheet that was read; None where that cannot be."""
    signs = _signs(skeleton, texts)
    try:
        dyed = order.read(joined(skeleton, [signs.get(at, text) for at, text in enumerate(texts)]))
    except Refusal:
        return None
    cells, other = sheet.cells, dyed.cells
    if not (isinstance(cells, Cells) and isinstance(other, Cells) and other.is_shaped_as(cells)):
        return None
    found, rows = _Found(), list[str]()
    places = {sign: at for at, sign in signs.items()}
    for (row, said, pattern), (_, values, _) in zip(cells.as_kept(), other.as_kept(), strict=True):
        held = zip(values, pattern.looks, pattern.columns, said, strict=True)
        taken = [
            found.take(value, look, places.get(value), text, (row, column))
            for value, look, column, text in held
        ]
        rows.append(BETWEEN.join(taken))
    if len(set(found.order)) < len(found.order) or replace(dyed, cells=()) != replace(
        sheet, cells=()
    ):
        return None
    fixed = sorted({*range(len(texts))}.difference(found.order))
    made = Mould(
        styles=order.styles,
        date_1904=order.values.date_1904,
        sheet=replace(sheet, cells=()),
        cells=cells,
        fixed=tuple(fixed),
        said=tuple(texts[at] for at in fixed),
        order=tuple(found.order),
        rows=ROWS.join(rows),
        figures=tuple(found.figures),
        words=tuple(found.words),
        ways=tuple(found.ways),
        figures_at=tuple(found.figures_at),
        words_at=(*found.words_at, *found.shared_at),
        shared=tuple(found.shared),
    )
    again = made.cast(texts, order)
    return made if again is None or again == sheet else None


def _signs(skeleton: Skeleton, texts: Sequence[str]) -> dict[int, str]:
    """Choose a sign for each text that may be all that a cell holds."""
    signs: dict[int, str] = {}
    for at, (before, text) in enumerate(zip(skeleton, texts, strict=False)):
        if _OF_WORDS.search(before):
            signs[at] = f"{_WORD}{at}"
        elif before.endswith("<v") and _FIGURE.fullmatch(text) and not _OTHERWISE.search(before):
            signs[at] = str(_FIRST + at)
    return signs
