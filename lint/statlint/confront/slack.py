"""What would explain a share, or a sum of shares, that does not come out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from statlint.confront.model import Slack, Verdict
from statlint.confront.quantity import Exact
from statlint.confront.scene import Scene
from statlint.confront.sides import sides_of
from statlint.confront.verdict import Decision
from statlint.facts import Fact
from statlint.form import Edit, EditKind, ValueKind
from statlint.values import Figure, Number

_SUMS = frozenset({EditKind.SHARES, EditKind.BALANCE})
_SURE = Decimal("2.58")
"""Standard deviations that 99 of 100 sums of honestly rounded figures stay within."""


def slack_of(edit: Edit, scene: Scene, found: Sequence[Fact | None], decision: Decision) -> Slack:
    """Say what would explain an edit on shares, of whose cells those found are there.

    A wrong share may be its exact value cut off, or one unit of its last digit away, or a share of
    nothing. A sum that holds may need rounding errors that hardly ever come together.
    """
    verdict, sides = decision.verdict, (decision.left, decision.right)
    if edit.kind is EditKind.RATIO and verdict is Verdict.FAILS:
        return _of_share(edit, scene, decision.left)
    if edit.kind in _SUMS and verdict is Verdict.HOLDS and None not in sides:
        figures = _shares(found)
        if figures and hardly_rounded(sides, figures):
            return Slack.UNLIKELY
    return Slack.NONE


def _shares(found: Sequence[Fact | None]) -> list[Figure]:
    """Give the figures of cells that all hold shares; none where one of them does not."""
    figures = []
    for fact in found:
        if fact is not None:
            if fact.figure is None or fact.measure.kind is not ValueKind.SHARE:
                return []
            figures.append(fact.figure)
    return figures


def _of_share(edit: Edit, scene: Scene, exact: Exact | None) -> Slack:
    from statlint.confront.ratio import has_no_whole, share_of

    share = share_of(edit, scene)
    figure = share.figure if share else None
    if share is None or figure is None:
        return Slack.NONE
    if exact is None:
        return Slack.NO_WHOLE if has_no_whole(edit, scene) else Slack.NONE
    return _of_figure(figure, exact, turned=_turned(edit, share, figure))


def _turned(edit: Edit, share: Fact, figure: Figure) -> bool:
    """Tell whether a fall is written without its sign."""
    sides = sides_of(edit)
    from statlint.confront.ratio import falls, is_growth

    grows = sides is not None and is_growth(sides[0])
    return grows and figure.value > 0 and falls(share)


def _of_figure(figure: Figure, exact: Exact, *, turned: bool) -> Slack:
    from fractions import Fraction

    due = -Fraction(exact) if turned else Fraction(exact)
    value, decimals = figure.displayed
    unit = Fraction(Decimal(1).scaleb(-decimals))
    gap = due - Fraction(value)
    toward_zero = gap if due >= 0 else -gap
    if 0 <= toward_zero < unit:
        return Slack.TRUNCATED
    return Slack.LAST_DIGIT if abs(gap) <= unit else Slack.NONE


def hardly_rounded(sides: Sequence[Exact | None], figures: Sequence[Figure]) -> bool:
    """Tell whether a sum of rounded figures is off by more than chance explains.

    Each is off by an error spread evenly over one unit of its last digit, so that n of them are
    off by sqrt(n / 12) units or so.
    """
    from fractions import Fraction

    left, right = (Fraction(side) for side in sides if side is not None)
    units = [Fraction(Decimal(1).scaleb(-figure.displayed[1])) for figure in figures]
    spread = sum((unit * unit for unit in units), Fraction(0)) / 12
    return (left - right) ** 2 > Fraction(_SURE) ** 2 * spread


def tolerance(figures: Sequence[Figure]) -> Number:
    """Give by how much rounding alone may put a sum of figures off: half a last digit each."""
    half = [Decimal(5).scaleb(-figure.displayed[1] - 1) for figure in figures]
    return sum(half, Decimal(0))
