"""What would explain a share that does not match its parts: cut off, or off by one at the end."""

from __future__ import annotations

from decimal import Decimal

from statlint.confront.model import Slack, Verdict
from statlint.confront.quantity import Exact
from statlint.facts import Fact
from statlint.form import Edit, EditKind


def slack_of(edit: Edit, target: Fact | None, exact: Exact | None, verdict: Verdict) -> Slack:
    """Say whether a wrong share is its exact value cut off, or one unit of its last digit away."""
    if edit.kind is not EditKind.RATIO or verdict is not Verdict.FAILS:
        return Slack.NONE
    figure = target.figure if target else None
    if figure is None or exact is None:
        return Slack.NONE
    from fractions import Fraction

    unit = Fraction(Decimal(1).scaleb(-figure.decimals))
    gap = Fraction(exact) - Fraction(figure.value)
    toward_zero = gap if exact >= 0 else -gap
    if 0 <= toward_zero < unit:
        return Slack.TRUNCATED
    return Slack.LAST_DIGIT if abs(gap) <= unit else Slack.NONE
