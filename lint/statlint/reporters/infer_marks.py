"""Relations beside the drawing of a table: each has a letter, and a rail of marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product
from string import ascii_lowercase

from statlint.dataclass import dataclass
from statlint.inference import Axis, Operator, Relation
from statlint.reporters.infer_bases import is_along
from statlint.reporters.infer_words import MARKS, SAID, SIGNS
from statlint.reporters.lines import INDENT, Line, Page, Style

_THROUGH = "│"
_PLUS, _MINUS = "+", "−"


@dataclass(frozen=True, slots=True)
class Lettered:
    """A relation and the letter that it goes by on the page."""

    letter: str
    relation: Relation

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last line (or head) that takes part."""
        places = (self.relation.aggregate, *self.relation.parts)
        return min(places), max(places)

    def mark(self, place: int) -> str:
        """Give the sign beside a line (or under a head): what it is in the relation."""
        relation = self.relation
        first, other = SIGNS[relation.operator]
        if place == relation.aggregate:
            return f"={self.letter}"
        if place in relation.parts:
            return self._part_mark(place, first, other)
        start, end = self.span
        return _THROUGH if start < place < end else ""

    def _part_mark(self, place: int, first: str, other: str) -> str:
        relation = self.relation
        if is_along(relation):
            return other
        at = relation.parts.index(place)
        if first == _PLUS and at >= len(relation.parts) - relation.less:
            return _MINUS
        return other if at else first


def lettered(relations: Iterable[Relation]) -> list[Lettered]:
    """Give relations letters, those between lines first, in the order of what they add up."""
    ordered = sorted(
        relations, key=lambda one: (one.axis is Axis.HEADS, one.aggregate, -one.bits, one.parts)
    )
    return [Lettered(*pair) for pair in zip(_letters(), ordered, strict=False)]


def _letters() -> Iterator[str]:
    """Count in letters: a, b, and so on, after z aa and ab."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def rails(relations: Sequence[Lettered], axis: Axis, most: int) -> list[list[Lettered]]:
    """Put relations of one axis side by side; those that do not overlap share a rail.

    The most believed come first; what finds no room on so many rails has none.
    """
    found: list[list[Lettered]] = []
    own = [one for one in relations if one.relation.axis is axis and not one.relation.others]
    for one in sorted(own, key=lambda one: -one.relation.bits):
        free = next((rail for rail in found if _fits(one, rail)), None)
        if free is not None:
            free.append(one)
        elif len(found) < most:
            found.append([one])
    return sorted(found, key=lambda rail: min(one.span[0] for one in rail))


def _fits(one: Lettered, rail: Iterable[Lettered]) -> bool:
    start, end = one.span
    return all(end < other.span[0] or start > other.span[1] for other in rail)


def mark_on(rail: Iterable[Lettered], place: int) -> str:
    """Give the sign that a rail shows beside a line (or under a head)."""
    return next((mark for one in rail if (mark := one.mark(place))), "")


def legend(relations: Sequence[Lettered], page: Page) -> Iterator[Line]:
    """Say what the marks beside a drawing mean, those that may stand there."""
    shown = [one.relation for one in relations if not one.relation.others]
    if not shown:
        return
    apart = {one.operator for one in shown if not is_along(one)}
    used = [MARKS[operator] for operator in Operator if operator in apart & MARKS.keys()]
    if any(one.less for one in shown):
        used.append(SAID["mark -"])
    if any(map(is_along, shown)):
        used.append(SAID["mark along"])
    words = [text.of(page.language) for text in (SAID["mark ="], *used)]
    yield from page.wrapped(INDENT.join(dict.fromkeys(words)), style=Style.FAINT)
