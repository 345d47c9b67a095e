"""Which rules looked at a file, and at which of its tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from statlint.dataclass import dataclass, field
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from statlint.facts import Facts
    from statlint.rule import Subject
    from statlint.table import FilledForm

_OF_FORMS = frozenset({"FilledForm", "Confrontation", "History", "Vicinity"})
"""Subjects that are of all the tables of a form."""


@dataclass(slots=True, eq=False)
class Ran:
    """The codes of the rules that were applied to a file, and to each of its tables.

    Tables are told apart by identity: they are at hand as long as their file is.
    """

    _codes: set[str] = field(default_factory=set)
    _of_tables: dict[int, set[str]] = field(default_factory=dict)

    def note(self, codes: Collection[str], subject: Subject, filled: FilledForm | None) -> None:
        """Note that rules were applied to a subject, which may be of a filled form."""
        self._codes.update(codes)
        for table in _tables_of(subject, filled):
            self._of_tables.setdefault(id(table), set()).update(codes)

    @property
    def codes(self) -> tuple[str, ...]:
        """All of them, in their order."""
        return _shared(tuple(sorted(self._codes)))

    def of(self, *tables: object) -> tuple[str, ...]:
        """Give those that were applied to a table, under any of the shapes it was looked at in."""
        found = set[str]().union(*(self._of_tables.get(id(table), ()) for table in tables))
        return _shared(tuple(sorted(found)))


def _tables_of(subject: Subject, filled: FilledForm | None) -> Iterable[object]:
    kind = type(subject).__name__
    if kind == "Facts":
        return (cast("Facts", subject).table,)
    if kind == "TidyTable":
        return (subject,)
    return filled.tables if filled is not None and kind in _OF_FORMS else ()


@lru_cache(maxsize=256)
def _shared(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Give the first of equal tuples: most files have the same, and there may be thousands."""
    return codes
