"""The texts of a sheet that are more than digits; those of filled copies of it differ in few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING, TypeAlias, cast
from statlint.workbook.cells import keep_of_mould

if TYPE_CHECKING:
    from statlint.workbook import CellKind
    from statlint.workbook.cells import Cast

Texts: TypeAlias = "Sequence[tuple[int, int, str]]"
"""Rows, columns and texts."""
_KEPT = "labels"


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The labels of one copy, its words, and which of the labels each word is, if it is one."""

    words: tuple[str, ...]
    labels: Texts
    at: tuple[int | None, ...]

    def of(self, words: tuple[str, ...]) -> Texts | None:
        """Give the labels of another copy; None where other words of it are labels."""
        labels = list(self.labels)
        for at, one, other in zip(self.at, self.words, words, strict=True):
            if one == other:
                continue
            text = other.strip()
            if at is None or not text or text.isdigit():
                return None
            row, column, _ = labels[at]
            labels[at] = (row, column, text)
        return labels


def labels_of(held: Iterable[tuple[int, int, CellKind, str]], copy: Cast | None) -> Texts:
    """Give the labels among all that a sheet holds; what it holds is not looked at in a `copy`."""
    if copy is None or copy.figures is None or not "".join(("0", *copy.figures)).isdigit():
        return _labels(held)
    known = cast("_Known | None", copy.mould.kept.get(_KEPT))
    labels = None if known is None else known.of(copy.words)
    if labels is None:
        labels = _labels(held)
        places = {(row, column): at for at, (row, column, _) in enumerate(labels)}
        own = tuple(map(places.get, copy.mould.words_at))
        keep_of_mould(copy, _KEPT, _Known(copy.words, labels, own))
    return labels


def _labels(held: Iterable[tuple[int, int, CellKind, str]]) -> Texts:
    return [
        (row, column, text)
        for row, column, _, written in held
        if not written.isdigit() and (text := written.strip()) and not text.isdigit()
    ]
