"""Whether two filled forms are of one reporting unit: by its name, else by those of the files."""

from __future__ import annotations

from pathlib import PurePath

from statlint.facts import Filing
from statlint.history.unit_names import unit_in, unit_key


def same_unit(one: Filing, other: Filing) -> bool:
    """Tell whether two forms name one unit; a form that names none is of that of its file."""
    mine, its = _printed(one) or _of_file(one), _printed(other) or _of_file(other)
    return _alike(mine, its)


def other_unit(one: Filing, other: Filing) -> bool:
    """Tell whether two forms print the names of different units."""
    mine, its = _printed(one), _printed(other)
    return bool(mine) and bool(its) and not _alike(mine, its)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names are the same, or one only has another place in front: 六安市舒城县."""
    return bool(one) and bool(other) and (one.endswith(other) or other.endswith(one))


def _printed(filing: Filing) -> str:
    return unit_key(filing.filled.unit_name or "")


def _of_file(filing: Filing) -> str:
    return unit_key(unit_in(PurePath(filing.path).stem))
