"""What an event costs: −ln of how probable it is, with the figures it says are the true ones."""

from __future__ import annotations

import math

from statlint.dataclass import dataclass, field, replace
from statlint.diagnosis.model import Event, Slip
from statlint.diagnosis.move import Move
from statlint.diagnosis.net import Net
from statlint.diagnosis.prior import Prior
from statlint.diagnosis.slips import best_slip

RATE = 0.001
"""How often a figure is wrong."""
_SINGLE = -math.log(RATE)

_TYPED = -math.log(0.3)
"""How often a total is wrong that was typed where formulas give the others."""
_BLANK = -math.log(0.01)
"""A blank hides a figure far more often than a figure is wrong."""
_DOUBTED = 0.02
"""How likely a text that is no figure means another than it looks like, at least."""
_ANY = 10
"""Makes 1 / (1 + v) a probability of figures that a text may hide."""
_RECKONED = -math.log(0.1)
"""A wrong part after which totals were reckoned anew, among wrong parts."""

_REVISED = 0.5
"""How often a part in another file was changed after it was added up, by how often it is wrong."""

_FOR, _AGAINST = 1 / 2, 1 / 4
"""How fast what figures say together, for an event or against it, counts less the more they are."""
_TOLD_APART = 2.0
"""How far figures tell events apart, at most, that move the same ones on."""

_EXTRA = {
    Slip.SWAPPED: -math.log(0.08 / 4),
    Slip.MISPLACED: -math.log(0.03),
    Slip.STALE_TOTAL: -math.log(0.12),
    Slip.OMITTED_PARTS: -math.log(0.12),
    Slip.COUNTED_TWICE: -math.log(0.01),
    Slip.SUBTOTAL_ADDED: -math.log(0.02),
    Slip.SHORT_RANGE: -math.log(10),
    Slip.SHIFTED: -math.log(0.15),
    Slip.EXCHANGED: -math.log(0.01),
    Slip.OTHER_UNIT: -math.log(0.05),
    Slip.SIGNS: -math.log(0.02),
    Slip.COPIED: -math.log(0.02),
    Slip.BLANK: -math.log(3),
}
"""−ln of how often each happens in a place where it can, by that of a single wrong figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Pricer:
    """Price events of one system."""

    net: Net
    prior: Prior
    _gains: dict[Event, float] = field(default_factory=dict)

    def price(self, tried: Move) -> tuple[Event, float]:
        """Give what an event costs; a single figure with the slip that it is most likely."""
        event = tried.event
        if event.slip is Slip.OTHER:
            return self._single(event)
        if event.slip is Slip.RECOMPUTED:
            _, cost = self._single(event)
            return event, cost + _RECKONED
        if event.slip is Slip.STALE_TOTAL:
            return event, self._stale(event) + self._any_step(event)
        choice = math.log(max(1, tried.ways))
        cost = _SINGLE + _EXTRA[event.slip] + choice - tried.evidence
        return event, cost - self._gain_among(tried)

    def _gain_among(self, tried: Move) -> float:
        """Give the gain of an event; what it lacks to the best of those like it only counts so far.

        They move the same figures on: each is held against others that it does not believe.
        """
        gain = self._gain(tried.event)
        best = max((self._gain(one) for one in tried.like), default=gain)
        return best - min(_TOLD_APART, best - gain)

    def _gain(self, event: Event) -> float:
        found = self._gains.get(event)
        if found is None:
            found = self._gains[event] = self._weighed(event)
        return found

    def _weighed(self, event: Event) -> float:
        """Give how much more probable the figures of an event are than those that are seen.

        Each is held against a table with the others as they are seen, so that they say in part
        the same: what speaks for many of them counts less. Of lines or heads that are exchanged a
        table tells nothing: it is as probable with either.
        """
        gains = self._gains_of(event)
        total, many = sum(gains), sum(map(bool, gains))
        if many <= 2:  # noqa: PLR2004 - a pair
            return total
        return total * math.pow(2 / many, _FOR if total > 0 else _AGAINST)

    def _gains_of(self, event: Event) -> list[float]:
        """Give what each figure gains; what has moved is held against what has not, and back."""
        if event.slip is Slip.SHIFTED and len(event.changes) > 2:  # noqa: PLR2004 - a pair
            return self.prior.gains_of_lines(event.changes)
        gain = self.prior.gain_by_year if event.slip is Slip.EXCHANGED else self.prior.gain
        return [gain(cell, new) for cell, new in event.changes]

    def _single(self, event: Event) -> tuple[Event, float]:
        number, new = event.changes[0]
        cell = self.net.cell(number)
        gain = self.prior.gain(number, new)
        if cell.doubt is not None:
            return replace(event, slip=_named(event, Slip.UNREADABLE)), self._unread(number, new)
        if cell.blank:
            return replace(event, slip=_named(event, Slip.BLANK)), _BLANK - gain
        slip, cost = best_slip(*self._written(number, new))
        return replace(event, slip=_named(event, slip)), self._rate(event) + cost - gain

    def _rate(self, event: Event) -> float:
        """Price that the first cell of an event is wrong at all."""
        return _TYPED if self.net.cell(event.changes[0][0]).typed else _SINGLE

    def _unread(self, number: int, new: int) -> float:
        """Price another figure than a text looks like: a slip before it was spoilt, or any."""
        cell = self.net.cell(number)
        cost = -math.log(max(_DOUBTED, cell.doubt or 0.0))
        gain = self.prior.gain(number, new)
        if cell.blank:
            return cost - gain
        true, seen = self._written(number, new)
        return cost + min(best_slip(true, seen)[1] - gain, math.log(_ANY * (1 + abs(true))))

    def _written(self, number: int, new: int) -> tuple[int, int]:
        """Give the true and the seen figure in the last place that either has."""
        cell = self.net.cell(number)
        unit = max(1, self.net.system.scale // 10**cell.decimals)
        while new % unit or cell.value % unit:
            unit //= 10
        return new // unit, cell.value // unit

    def _stale(self, event: Event) -> float:
        """Price that a total is behind its parts; each one in another file may have changed."""
        extra = _EXTRA[event.slip]
        files = self.net.cell(event.changes[0][0]).parts
        return self._rate(event) + (min(extra, -math.log(_REVISED * files)) if files else extra)

    def _any_step(self, event: Event) -> float:
        """Price how far a total is behind: any step, small ones more often."""
        number, new = event.changes[0]
        cell = self.net.cell(number)
        unit = max(1, self.net.system.scale // 10**cell.decimals)
        step = abs(new - cell.value) / unit
        return math.log(2 * (1 + step) * math.log(10 + abs(cell.value) / unit))


def _named(event: Event, slip: Slip) -> Slip:
    return slip if event.slip is Slip.OTHER else event.slip
