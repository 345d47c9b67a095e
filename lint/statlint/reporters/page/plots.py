"""Small plots: the figures of a cell over the years, and those of parts beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from statlint.finding.drawn import Series
    from statlint.values import Number

_MOST = 12
_ROOM, _TOP, _BODY, _FOOT = 6, 13, 26, 13
"""Room of a sign, and the heights of the figures, the bars and the periods, in pixels."""
_BAR = 22
_LEAST = 40


def last_of(series: Series) -> list[tuple[str, Number | None]]:
    """Give the last periods of a series with their figures."""
    return list(zip(series.periods, series.figures, strict=True))[-_MOST:]


def plot_of(series: Series) -> Markup:
    """Draw the figures of a cell as bars, that of its own period in the colour of the finding."""
    from markupsafe import Markup

    found = last_of(series)
    label = Markup(" · ").join(f"{period} {_text(figure)}" for period, figure in found)
    room = max(_LEAST, *(_ROOM * max(len(period), len(_text(one))) + 8 for period, one in found))
    width, height = room * len(found), _TOP + _BODY + _FOOT
    bars = Markup("").join(
        _bar(at * room, room, period, figure, span, is_own=at == len(found) - 1)
        for span in (_span([figure for _, figure in found]),)
        for at, (period, figure) in enumerate(found)
    )
    return Markup(
        '<svg class="sl-plot" role="img" width="{0}" height="{1}" viewBox="0 0 {0} {1}">'
        "<title>{2}</title>{3}</svg>"
    ).format(width, height, label, bars)


def _span(figures: Sequence[Number | None]) -> tuple[float, float]:
    """Give the least and the largest figure, with 0 between or at one end."""
    told = [float(one) for one in figures if one is not None]
    return min(0.0, *told, 0.0), max(0.0, *told, 0.0)


def _bar(
    left: int,
    room: int,
    period: str,
    figure: Number | None,
    span: tuple[float, float],
    *,
    is_own: bool,
) -> Markup:
    from markupsafe import Markup

    low, high = span
    middle = left + room / 2
    texts = Markup(
        '<text x="{0:g}" y="10">{1}</text><text class="sl-when" x="{0:g}" y="{2}">{3}</text>'
    ).format(middle, _text(figure), _TOP + _BODY + _FOOT - 2, period)
    if figure is None:
        return texts
    scale = _BODY / ((high - low) or 1.0)
    top, bottom = (max(float(figure), 0.0), min(float(figure), 0.0))
    size = max((top - bottom) * scale, 1.0)
    return texts + Markup(
        '<rect class="{0}" x="{1:g}" y="{2:.1f}" width="{3}" height="{4:.1f}"/>'
    ).format(
        "sl-now" if is_own else "sl-then",
        middle - _BAR / 2,
        _TOP + (high - top) * scale,
        _BAR,
        size,
    )


def digits(figure: Number) -> str:
    """Write a figure without an exponent."""
    return str(figure) if isinstance(figure, int) else f"{figure:f}"


def _text(figure: Number | None) -> str:
    return "—" if figure is None else digits(figure)


def share_of(figure: float, whole: float) -> Markup:
    """Draw a share as a bar that is as long."""
    from markupsafe import Markup

    part = 0.0 if whole <= 0 else max(0.0, min(1.0, figure / whole))
    return Markup(
        '<svg class="sl-share" width="80" height="8" viewBox="0 0 80 8" aria-hidden="true">'
        '<rect class="sl-ground" width="80" height="8"/>'
        '<rect class="sl-now" width="{:.1f}" height="8"/></svg>'
    ).format(80 * part)
