"""Whether the figures of a table are rounded, told from how often its sums come out exactly."""

from __future__ import annotations

from collections.abc import Iterable
from math import log, pi, sqrt

from statlint.inference.residuals import Fit, Residual

_SURE = log(500)
"""Odds from which on a table counts as not rounded."""
_SLIPS = 0.02
"""The share of sums that are wrong in a table that is not rounded."""
_FEWEST_TERMS = 2


def exact_odds(residuals: Iterable[Residual]) -> float:
    """Give the log of the odds that figures are not rounded.

    A sum of m figures, each rounded by itself, comes out exactly with a probability of about
    sqrt(6 / (pi (m + 1))).
    """
    odds = 0.0
    for one in residuals:
        if one.terms < _FEWEST_TERMS:
            continue
        chance = sqrt(6 / (pi * (one.terms + 1)))
        if one.fit is Fit.EXACT:
            odds += log((1 - _SLIPS) / chance)
        elif one.fit in {Fit.ROUNDED, Fit.COARSE}:
            odds += log(_SLIPS / (1 - chance))
    return odds


def is_exact(residuals: Iterable[Residual]) -> bool:
    """Tell whether sums must come out to the last digit."""
    return exact_odds(residuals) > _SURE
