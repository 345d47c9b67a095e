"""Files understood without a form: their tables, and the relations that these show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from statlint.config import Settings
from statlint.grid import spread
from statlint.inference import Understood, pooled_relations, understand
from statlint.run.check import Source, openings
from statlint.table import Layout, layouts_of
from statlint.workbook import Container, Opening, SheetState, Workbook


@dataclass(frozen=True, slots=True, eq=False)
class Inferred:
    """One file with its tables, in the order of its sheets; none where it could not be opened."""

    opening: Opening
    understood: tuple[Understood, ...] = ()


def infer_files(sources: Sequence[Source], settings: Settings) -> tuple[Inferred, ...]:
    """Understand the tables of files, forms or no forms; those of several files together."""
    opened = list(openings(sources, settings))
    layouts = [_layouts(opening.workbook) for opening in opened]
    if len(opened) == 1:
        return (Inferred(opened[0], understand(layouts[0])),)
    relations = iter(pooled_relations([layout for own in layouts for layout in own]))
    return tuple(
        Inferred(opening, tuple(Understood(layout, next(relations)) for layout in own))
        for opening, own in zip(opened, layouts, strict=True)
    )


def _layouts(workbook: Workbook | None) -> tuple[Layout, ...]:
    """Find the tables of all sheets that can be seen."""
    if workbook is None:
        return ()
    text_file = workbook.container is Container.DELIMITED
    return tuple(
        layout
        for index, sheet in enumerate(workbook.sheets)
        if sheet.state is SheetState.VISIBLE
        for layout in layouts_of(spread(sheet, index=index, text_file=text_file))
    )
