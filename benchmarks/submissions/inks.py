"""How figures are written: as text, in full-width digits, grouped, with nothing or a dash for 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from submissions.model import Figure, Report

_FULL_WIDTH = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789.-+"}


def inked(report: Report, ink: Callable[[Figure], Figure]) -> Report:
    """Write all figures of a report in another way."""
    return replace(report, figures={slot: ink(figure) for slot, figure in report.figures.items()})


def as_text(figure: Figure) -> Figure:
    """Store a figure as text."""
    return None if figure is None else str(figure)


def full_width(figure: Figure) -> Figure:
    """Write a figure in full-width digits."""
    return None if figure is None else str(figure).translate(_FULL_WIDTH)


def grouped(figure: Figure) -> Figure:
    """Write a figure with thousands separators, as text."""
    return f"{figure:,}" if isinstance(figure, int | Decimal) else figure


def with_decimals(figure: Figure) -> Figure:
    """Write a whole figure with a needless 0 after the point, as a program writes floats."""
    return Decimal(f"{figure}.0") if isinstance(figure, int) else figure


def spaced(figure: Figure) -> Figure:
    """Write white space around a figure, as text."""
    return None if figure is None else f" {figure}　"


def blank_zero(figure: Figure) -> Figure:
    """Leave the cell empty for 0."""
    return None if isinstance(figure, int | Decimal) and figure == 0 else figure


def dash_zero(figure: Figure) -> Figure:
    """Write a dash for 0."""
    return "—" if isinstance(figure, int | Decimal) and figure == 0 else figure


def stroke_zero(figure: Figure) -> Figure:
    """Write a stroke for 0."""
    return "/" if isinstance(figure, int | Decimal) and figure == 0 else figure


def counted(figure: Figure) -> Figure:
    """Write the unit behind a count."""
    return f"{figure}件" if isinstance(figure, int) else figure
