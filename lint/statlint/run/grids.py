"""The sheets of a workbook as grids."""

from __future__ import annotations

from statlint.grid import Grid, spread
from statlint.workbook import Container, Workbook


def grids_of(workbook: Workbook) -> list[Grid]:
    """Make a grid of each sheet, in the order of the workbook."""
    # The cells of a document's tables are texts as well, and never meant to be anything else.
    text_file = workbook.container is Container.DELIMITED or workbook.document is not None
    return [
        spread(sheet, index=index, text_file=text_file)
        for index, sheet in enumerate(workbook.sheets)
    ]
