"""The sheets of a workbook as grids."""

from __future__ import annotations

from statlint.grid import Grid, captions_of, spread
from statlint.values.place import Place
from statlint.workbook import Container, Workbook


def grids_of(workbook: Workbook) -> list[Grid]:
    """Make a grid of each sheet, in the order of the workbook."""
    document = workbook.document
    # The cells of a document's tables are texts as well, and never meant to be anything else.
    text_file = workbook.container is Container.DELIMITED or document is not None
    captions = captions_of(document) if document else {}
    return [
        spread(
            sheet,
            index=index,
            text_file=text_file,
            captions=captions.get(sheet.name, ()) if isinstance(sheet.name, Place) else (),
        )
        for index, sheet in enumerate(workbook.sheets)
    ]
