"""Relations between the tables of one workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.inference.equals import find_equals
from statlint.inference.matrix import Matrix
from statlint.inference.model import Relation
from statlint.inference.pages import alike, pages_of
from statlint.inference.sheet_steps import find_sheet_steps
from statlint.inference.sheet_sums import find_sheet_sums


def find_between(matrices: Sequence[Matrix]) -> list[tuple[Relation, ...]]:
    """Find for each table, given line by line, what it repeats, adds up or goes on with."""
    found: list[list[Relation]] = [[] for _ in matrices]
    if len(matrices) > 1:
        for place, relation in _all(matrices):
            found[place].append(relation)
    return [tuple(own) for own in found]


def _all(matrices: Sequence[Matrix]) -> Iterator[tuple[int, Relation]]:
    lines = pages_of(matrices)
    heads = [page.turned() for page in lines]
    for group in alike(lines):
        yield from find_sheet_sums(group)
    for group in (*alike(lines), *alike(heads)):
        yield from find_sheet_steps(group)
    yield from find_equals(lines)
    yield from find_equals(heads)
