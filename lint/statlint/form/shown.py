"""How an expression is turned, and a label cut, before they are shown to a person."""

from __future__ import annotations

from statlint.form.edits import Comparison, Condition, Constant, Operand, Operation

_CUT = "…"


def factors_last(condition: Condition) -> Condition:
    """Put the factors of quotients that are compared at their ends."""
    if not isinstance(condition, Comparison):
        return condition
    return Comparison(condition.sign, factor_last(condition.left), factor_last(condition.right))


def factor_last(side: Operand) -> Operand:
    """Put the factor of a quotient at its end, as people write it: a ÷ b × 100, not 100 × a ÷ b."""
    match side:
        case Operation("/", Operation("*", Constant() as factor, over), under):
            return Operation("*", Operation("/", over, under), factor)
        case _:
            return side


def shortened(label: str, longest: int) -> str:
    """Cut a label to so many columns of a line; signs beyond Latin letters take two."""
    room = longest
    for at, sign in enumerate(label):
        room -= _columns(sign)
        if room < 0:
            return _cut(label[:at], longest)
    return label


def _cut(start: str, longest: int) -> str:
    """Make room for the sign that something is missing."""
    while sum(map(_columns, start)) >= longest:
        start = start[:-1]
    return start.rstrip() + _CUT


def _columns(sign: str) -> int:
    return 1 if sign < "\u1100" else 2
