"""Long lists for tests: from a few codes and figures to rows, and from rows to what is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from statlint.tidy.find import Found, Listed, find_oddities, read_list
from statlint.tidy.find_shape import find_shape
from statlint.tidy.listing import Listing
from statlint.tidy.read import read_listing
from statlint.tidy.rows import StreamRows
from statlint.workbook.stream import Stream


def crossed(
    heads: str, columns: Sequence[Sequence[str]], figure: Callable[..., object]
) -> list[str]:
    """Cross the codes of several columns; `figure` gives the figure for one of each."""
    return [heads, *(",".join((*codes, str(figure(*codes)))) for codes in product(*columns))]


def rows_of(lines: Sequence[str]) -> StreamRows:
    """Take lines of CSV for a text file."""
    return StreamRows(Stream("list.csv", "utf-8", ",", "\n".join(lines).encode()))


def listing_of(lines: Sequence[str]) -> Listing:
    """Read lines of CSV as a long list."""
    rows = rows_of(lines)
    shape = find_shape([line.split(",") for line in lines])
    assert shape is not None
    listing = read_listing(rows, shape)
    assert listing is not None
    return listing


def listed(lines: Sequence[str], path: str = "list.csv") -> Listed:
    """Read lines of CSV as a long list that may be held against others."""
    shape = find_shape([line.split(",") for line in lines])
    assert shape is not None
    found = read_list(rows_of(lines), shape, path)
    assert found is not None
    return found


def found_in_list(lines: Sequence[str]) -> Found | None:
    """Look at lines of CSV as a long list."""
    shape = find_shape([line.split(",") for line in lines])
    found = read_list(rows_of(lines), shape) if shape else None
    return find_oddities(found) if found else None
