"""A file beside its earlier periods, and a roll-up beside its parts, on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from statlint.reporters.page.plots import digits, last_of, plot_of, share_of
from statlint.reporters.places import one_line, path_text

if TYPE_CHECKING:
    from markupsafe import Markup

    from statlint.finding import Finding
    from statlint.finding.drawn import Series
    from statlint.values import Number

_MOST_CHANGES = 12
_MOST_PARTS = 40
_FEWEST_PARTS = 2


class Change(NamedTuple):
    """A figure that changed: its line and head, both figures, the change, all its periods."""

    label: str
    was: str
    now: str
    change: str
    percent: str
    plot: Markup
    sheet: str | None
    series: Series


class Share(NamedTuple):
    """What a part adds to a sum: its file, the figure as written, a bar."""

    name: str
    value: str
    bar: Markup


def changes_of(series: Sequence[Series]) -> Iterator[Change]:
    """Give the figures that changed most since the period before, the largest changes first.

    A change counts by how far it is beyond what figures of that size differ by anyway.
    """
    weighed = [(_weight(was, now), one, was, now) for one, was, now in _pairs(series)]
    weighed.sort(key=lambda found: -found[0])
    for weight, one, was, now in weighed[:_MOST_CHANGES]:
        if not weight:
            return
        change = now - was
        percent = f"{float(change) / abs(float(was)):+.1%}" if was else ""
        label = " / ".join(one_line(part) for part in (one.line, one.head) if part.strip())
        yield Change(
            label,
            digits(was),
            digits(now),
            f"+{digits(change)}" if change > 0 else digits(change),
            percent,
            plot_of(one),
            one.sheet,
            one,
        )


def _pairs(series: Sequence[Series]) -> Iterator[tuple[Series, Number, Number]]:
    for one in series:
        (_, was), (_, now) = ([("", None)] * 2 + last_of(one))[-2:]
        if was is not None and now is not None:
            yield one, was, now


def _weight(was: Number, now: Number) -> float:
    return abs(float(now) - float(was)) / sqrt(abs(float(now)) + abs(float(was)) + 1)


def shares_of(finding: Finding) -> list[Share]:
    """Give what each part adds to the sum that a finding is about; none for any other finding."""
    parts = [one for one in finding.related if one.path]
    figures = [_figure(one.value) for one in parts]
    if len({one.path for one in parts}) < _FEWEST_PARTS or None in figures:
        return []
    known = [figure or 0.0 for figure in figures]
    whole = sum(known)
    if min(known) < 0 or whole <= 0:
        return []
    order = sorted(range(len(parts)), key=lambda at: -known[at])[:_MOST_PARTS]
    return [
        Share(
            path_text(parts[at].path or ""), one_line(parts[at].value), share_of(known[at], whole)
        )
        for at in order
    ]


def _figure(text: str) -> float | None:
    try:
        return float(text.replace(",", "").strip() or "0")
    except ValueError:
        return None
