"""Figures that were above 0 and are below it now, or the other way about."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.history.compared import Compared

_KEPT = 3
"""So many times as many figures must have kept their sign, or periods have shown it."""


def turned(members: Sequence[Compared]) -> list[Compared]:
    """List the figures of one head whose sign is odd.

    Most others under the head keep theirs, or the figure itself had the same sign in at least
    three periods; where signs change often, a change is nothing to ask about.
    """
    signed = [one for one in members if one.was and one.now]
    found = [one for one in signed if (one.was > 0) is not (one.now > 0)]
    kept = len(signed) - len(found)
    usual = kept >= _KEPT * max(1, len(found))
    return [one for one in found if usual or _had_one_sign(one)]


def _had_one_sign(one: Compared) -> bool:
    signs = {value > 0 for value in one.earlier if value}
    return len(one.earlier) >= _KEPT and len(signs) == 1
