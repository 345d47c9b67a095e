"""Go through a long table once: its figures, its equations, and what tells its lines apart."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

from statlint.bulk.counted import Counted
from statlint.bulk.equations import Equation, equation_of
from statlint.bulk.excerpt import Excerpt
from statlint.bulk.figures import Figures
from statlint.bulk.keys import Rising
from statlint.bulk.source import Source
from statlint.dataclass import dataclass, field, replace
from statlint.form import Edit
from statlint.workbook.slabs import Slab


@dataclass(slots=True, eq=False)
class Looked:
    """What was found in a long table, all its lines gone through."""

    excerpt: Excerpt
    columns: Mapping[str, Counted]
    """The columns of figures by the keys of their heads."""
    equations: tuple[Equation, ...]
    left_alone: tuple[Edit, ...]
    """Edits that cannot be held against many lines at once."""
    rising: Rising = field(default_factory=Rising)
    lines: int = 0
    last: int = 0
    """The row of the last line."""
    even: bool = True
    """Whether each line is a row of the file by itself, without gaps."""


def look_at(source: Source, excerpt: Excerpt) -> Looked:
    """Read all rows; raises csv.Error or UnicodeError where they cannot be read."""
    looked = _nothing_yet(excerpt)
    with _uncollected():
        is_read = any(column.wanted for column in looked.columns.values())
        for slab in body_of(source, excerpt, is_read=is_read):
            _look(slab, looked)
    return looked


def body_of(source: Source, excerpt: Excerpt, *, is_read: bool = False) -> Iterator[Slab]:
    """Go through the lines below the boxhead; figures may be left out that are not to be read."""
    top = excerpt.top
    for slab in source.slabs(replace(excerpt.cut, is_read=is_read)):
        if slab.lines[0] > top:
            yield slab
        elif slab.lines[-1] > top:
            yield slab.without(sum(line <= top for line in slab.lines))


def _nothing_yet(excerpt: Excerpt) -> Looked:
    table, style = excerpt.form, excerpt.layout.style
    columns = {
        found.key: Counted(strip.position - 1, strip.text, style) for found, strip in excerpt.heads
    }
    equations, alone = [], []
    for edit in table.edits:
        equation = equation_of(edit, table)
        if equation is not None and columns.keys() >= set(equation.names):
            equations.append(equation)
        else:
            alone.append(edit)
    wanted = {name for one in equations for name in one.names}
    for key, column in columns.items():
        column.summed = bool(excerpt.totals)
        column.wanted = column.summed or key in wanted
    return Looked(excerpt, columns, tuple(equations), tuple(alone))


def _look(slab: Slab, looked: Looked) -> None:
    lines = slab.lines
    looked.lines += len(lines)
    looked.even = (looked.even and lines[0] == looked.last + 1) or not looked.last
    looked.even = looked.even and lines[-1] - lines[0] + 1 == len(lines)
    looked.last = lines[-1]
    figures: dict[str, Figures] = {}
    texts: dict[str, Sequence[str]] = {}
    for key, column in looked.columns.items():
        found = slab.columns[column.place]
        if column.place >= slab.whole:
            decimals = slab.decimals[column.place - slab.whole]
            figures[key] = column.add_whole(cast("Sequence[int]", found), decimals, lines)
        else:
            texts[key] = cast("Sequence[str]", found)
            figures[key] = column.add(texts[key], lines)
    for equation in looked.equations:
        equation.add(figures, texts, lines)
    if len(looked.excerpt.keys) == 1:
        looked.rising.add(cast("Sequence[str]", slab.columns[looked.excerpt.keys[0]]))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles: rows have none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
