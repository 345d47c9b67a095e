"""Files understood without a form: their tables, and the relations that these show."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.config import Settings
from statlint.dataclass import dataclass
from statlint.grid import Grid
from statlint.inference import Understood, understand_together
from statlint.run.claims_read import TextRead, claims_read
from statlint.run.documents import report_in
from statlint.run.formulas import formulas_of
from statlint.run.grids import grids_of
from statlint.run.names import Source
from statlint.run.pack import shipped_plans
from statlint.run.sources import openings
from statlint.run.understood import explains
from statlint.table import Hints, Layout, search
from statlint.table.layouts import layouts_of
from statlint.workbook import Opening, SheetState


@dataclass(frozen=True, slots=True, eq=False)
class Inferred:
    """One file with its tables, in the order of its sheets; none where it could not be opened."""

    opening: Opening
    understood: tuple[Understood, ...] = ()

    @property
    def text(self) -> TextRead | None:
        """How the sentences of a document were read; None for a file that is none."""
        report = report_in(self.opening)
        return claims_read(report) if report else None


def known_forms(inferred: Inferred) -> tuple[str, ...]:
    """Give the ids of the shipped forms that explain tables of a file."""
    opening = inferred.opening
    found = search(_grids(opening), shipped_plans(), Hints(opening.path))
    return tuple(dict.fromkeys(one.form.id for one in found.filled if explains(one)))


def infer_files(sources: Sequence[Source], settings: Settings) -> tuple[Inferred, ...]:
    """Understand the tables of files, forms or no forms; those of several files together."""
    opened = list(openings(sources, settings))
    grids = [_grids(opening) for opening in opened]
    layouts = [_layouts(own) for own in grids]
    formulas = [
        formulas_of(opening.workbook, own) if opening.workbook else None
        for opening, own in zip(opened, grids, strict=True)
    ]
    return tuple(map(Inferred, opened, understand_together(layouts, formulas)))


def _grids(opening: Opening) -> list[Grid]:
    return grids_of(opening.workbook) if opening.workbook else []


def _layouts(grids: Sequence[Grid]) -> tuple[Layout, ...]:
    """Find the tables of all sheets that can be seen."""
    return tuple(
        layout
        for grid in grids
        if grid.sheet.state is SheetState.VISIBLE
        for layout in layouts_of(grid)
    )
