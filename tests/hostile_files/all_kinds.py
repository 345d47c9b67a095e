"""All kinds of hostile and broken files."""

from __future__ import annotations

from collections.abc import Iterator

from hostile_files.cells import of_cells, of_formulas, of_parts, of_rows
from hostile_files.kind import Kind
from hostile_files.markup import of_broken_markup, of_long_markup, of_markup
from hostile_files.others import of_documents, of_old
from hostile_files.outside import of_outside
from hostile_files.packages import of_archives, of_lists, of_packages
from hostile_files.sizes import of_grids, of_merges, of_shared, of_sizes
from hostile_files.texts import of_long_texts, of_rows_of_text, of_texts

GROUPS = (
    ("packages", of_packages),
    ("packages", of_lists),
    ("markup", of_markup),
    ("markup", of_long_markup),
    ("markup", of_broken_markup),
    ("sizes", of_sizes),
    ("sizes", of_merges),
    ("sizes", of_shared),
    ("sizes", of_grids),
    ("cells", of_cells),
    ("cells", of_parts),
    ("cells", of_formulas),
    ("cells", of_rows),
    ("what leads out", of_outside),
    ("archives", of_archives),
    ("texts", of_texts),
    ("texts", of_rows_of_text),
    ("long texts", of_long_texts),
    ("old workbooks", of_old),
    ("documents", of_documents),
)


def all_kinds() -> Iterator[tuple[str, Kind]]:
    """Give every kind with the group it belongs to."""
    for group, kinds in GROUPS:
        for kind in kinds():
            yield group, kind
