"""The unit and the period that the first of some texts states."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.table.layout_words import period_of, unit_of
from statlint.values import Period


def unit_among(texts: Iterable[str]) -> str | None:
    """Give the unit of the first text that states one."""
    units = map(unit_of, texts)
    return next((unit for unit in units if unit is not None), None)


def period_among(texts: Iterable[str]) -> Period | None:
    """Give the period of the first text that states one."""
    periods = map(period_of, texts)
    return next((period for period in periods if period is not None), None)
