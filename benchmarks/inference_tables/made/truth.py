"""The relations of a made table: those that must be found, and those that follow from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from inference_tables.keys import Key, Place, key_of
from inference_tables.made.figures import Figures, Spot, total_line
from inference_tables.made.page import Page, Shown
from inference_tables.made.plan import (
    How,
    Leaf,
    Mean,
    Portion,
    Product,
    Rate,
    Rest,
    Running,
    Stated,
    Total,
    Trimmed,
    Within,
    stated,
)

_ADDS = (Leaf, Total, Within, Rest)
_PAIRS = frozenset({"division", "relative-change", "product", "rank"})


class Truth:
    """What is known of the relations of one printed table."""

    def __init__(self, figures: Figures, written: Mapping[Spot, Shown], page: Page) -> None:
        """Take the figures, what is shown of them, and where."""
        self.figures = figures
        self.plan = figures.plan
        self.written = written
        self.places = page.places
        self.spots = {place: spot for spot, place in page.places.items()}
        self.due: set[Key] = set()
        self.may: set[Key] = set()
        for operator, aggregate, parts, sure in self._instances():
            self._add(operator, aggregate, parts, sure=sure)

    def _instances(self) -> Iterator[tuple[str, Spot, list[Spot], bool]]:
        lines, heads = self.plan.lines, self.plan.heads
        for relation in stated(lines):
            for at, head in enumerate(heads):
                sure = isinstance(head.how, (*_ADDS, Product))
                if sure or isinstance(head.how, Mean | Portion):
                    parts = [(part, at) for part in relation.parts]
                    yield relation.operator, (relation.aggregate, at), parts, sure
        for relation in stated(heads):
            for at, line in enumerate(lines):
                sure = self._is_due_on(line.how, relation)
                if sure or (relation.operator in {"sum", "average"} and isinstance(line.how, Mean)):
                    parts = [(at, part) for part in relation.parts]
                    yield relation.operator, (at, relation.aggregate), parts, sure
        yield from self._line_by_line()

    def _line_by_line(self) -> Iterator[tuple[str, Spot, list[Spot], bool]]:
        """Go through what heads are reckoned by in another way on each line."""
        for at, head in enumerate(self.plan.heads):
            if isinstance(head.how, Portion):
                yield from self._portions(at, head.how.of)
            if isinstance(head.how, Trimmed):
                yield from self._trimmed(at, head.how.parts)
            if isinstance(head.how, Running):
                yield from self._running(at, head.how.of)

    def _is_due_on(self, how: How, relation: Stated) -> bool:
        if relation.operator in {"product", "rank"}:
            return isinstance(how, Leaf)
        return isinstance(how, _ADDS)

    def _portions(self, head: int, of: int) -> Iterator[tuple[str, Spot, list[Spot], bool]]:
        whole = total_line(self.plan)
        for at, line in enumerate(self.plan.lines):
            if isinstance(line.how, _ADDS):
                yield "division", (at, head), [(at, of), (whole, of)], at != whole

    def _trimmed(
        self, head: int, parts: Sequence[int]
    ) -> Iterator[tuple[str, Spot, list[Spot], bool]]:
        for at, line in enumerate(self.plan.lines):
            if isinstance(line.how, Leaf):
                spots = [(at, part) for part in parts]
                ordered = sorted(spots, key=lambda spot: self.figures.exact(*spot) or 0)
                yield "average", (at, head), ordered[1:-1], True

    def _running(self, head: int, of: int) -> Iterator[tuple[str, Spot, list[Spot], bool]]:
        before: list[Spot] = []
        for at, line in enumerate(self.plan.lines):
            if isinstance(line.how, Leaf):
                yield "cumulative", (at, head), [*before, (at, of)], True
                before = [(at, head)]

    def _add(self, operator: str, aggregate: Spot, parts: Sequence[Spot], *, sure: bool) -> None:
        if not self._has_figure(aggregate):
            return
        there = [part for part in parts if self._has_figure(part)]
        if not there or (operator in _PAIRS and len(there) < len(parts)):
            return
        # Whether a mean counts a zero that is not shown cannot be told from the table.
        some = operator == "average" and len(there) < len(parts)
        hidden = some or any(self._is_hidden(part) for part in parts)
        key = key_of(operator, self.places[aggregate], [self.places[part] for part in there])
        (self.due if sure and not hidden else self.may).add(key)

    def _has_figure(self, spot: Spot) -> bool:
        shown = self.written.get(spot)
        return shown is not None and shown.value is not None and spot in self.places

    def _is_hidden(self, spot: Spot) -> bool:
        """Tell whether a figure that counts is not shown."""
        return bool(self.figures.exact(*spot)) and not self._has_figure(spot)

    def allowed(self, found: set[Key]) -> frozenset[Key]:
        """Give those of the relations found that are true although nobody asked for them."""
        return frozenset(key for key in found - self.due if key in self.may or self._follows(key))

    def _follows(self, key: Key) -> bool:
        """Tell whether a sum follows from how its figures come about, whatever they are."""
        spots = [self.spots.get(place) for place in (key.aggregate, *key.parts)]
        known = [self._plain(spot) for spot in spots if spot is not None]
        if key.operator not in {"sum", "average"} or len(known) < len(spots):
            return False
        if len({kind for kind, _ in known}) > 1:
            return False
        weight = Fraction(1, len(key.parts) if key.operator == "average" else 1)
        whole = self.figures.consists(*known[0][1])
        # Parts that are left out because they show no figure hide nothing: they are zero.
        return whole is not None and self._without_zeros(whole) == self._without_zeros(
            self.figures.joined({spot: weight for _, spot in known[1:]})
        )

    def _without_zeros(self, leaves: Mapping[Spot, Fraction] | None) -> dict[Spot, Fraction]:
        return {
            spot: weight for spot, weight in (leaves or {}).items() if self.figures.exact(*spot)
        }

    def _plain(self, spot: Spot) -> tuple[object, Spot]:
        """Give the figure that a share stands for, and what it is a share of."""
        line, head = spot
        match self.plan.heads[head].how:
            case Portion(of):
                return "portion", (line, of)
            case Rate("division", new, old):
                return old, (line, new)
            case _:
                return None, spot


def spots_of(key: Key, spots: Mapping[Place, Spot]) -> list[Spot]:
    """Give the figures of a relation, the aggregate first."""
    return [spots[place] for place in (key.aggregate, *key.parts)]
