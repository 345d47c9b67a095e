"""Whether one slip of the hand explains why figures do not add up: 871 for 817, 1200 for 120."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.claims.sums import total
from statlint.claims.utterance import Spot
from statlint.values import Number

_LEAST = 9
"""A smaller gap is one wrong digit away from any list, and shows nothing."""


def is_slip(whole: Spot, parts: Sequence[Spot], *, exchanged: bool = False) -> bool:
    """Tell whether one figure with one digit changed, lost or doubled makes a list add up.

    `exchanged` takes only two digits in the wrong order, which chance brings about most rarely.
    """
    figures = [spot.quantity.figure.value for spot in (whole, *parts)]
    value, *shares = _without_zeros(figures)
    gap = sum(shares) - value if value else 0
    if abs(gap) < _LEAST or value < _LEAST or total(parts) == whole.quantity.figure.value:
        return False
    meant = [(value, value + gap), *((one, one - gap) for one in shares)]
    return any(_is_one_slip(str(one), str(other), exchanged) for one, other in meant if other > 0)


def _without_zeros(figures: Sequence[Number]) -> list[int]:
    """Give whole figures without the zeros that all of them end in: a gap of 100 may be chance."""
    if any(one != int(one) for one in figures):
        return [0]
    whole = [int(one) for one in figures]
    while whole[0] and all(one % 10 == 0 for one in whole):
        whole = [one // 10 for one in whole]
    return whole


def _is_one_slip(said: str, meant: str, exchanged: bool) -> bool:  # noqa: FBT001
    if len(said) == len(meant):
        apart = [at for at in range(len(said)) if said[at] != meant[at]]
        if len(apart) == 1:
            return not exchanged
        first, last = apart[0], apart[-1]
        turned = said[first] == meant[last] and said[last] == meant[first]
        return len(apart) == 2 and last == first + 1 and turned  # noqa: PLR2004
    longer, shorter = sorted((said, meant), key=len, reverse=True)
    if exchanged or len(longer) != len(shorter) + 1:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
