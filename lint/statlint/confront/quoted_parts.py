"""Breakdowns in a text all of whose figures its tables bear out: what they name is not all."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.confront.model import Instance, Verdict
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.finding import Origin
from statlint.form import EditKind

_PAIR = 2
"""Figures of an equation without several parts."""


def borne_out_by_tables(instances: Sequence[Instance]) -> list[Instance]:
    """Let a breakdown hold whose parts fall short, where each of its figures is that of a table.

    Of 收办3646件，其中予以公开…、其他处理… the rest is still being handled.
    """
    borne_out = {fact for one in instances if _quotes(one) for fact in one.facts}
    if not borne_out:
        return list(instances)
    return [
        replace(one, verdict=Verdict.HOLDS) if _falls_short(one, borne_out) else one
        for one in instances
    ]


def _quotes(one: Instance) -> bool:
    """Tell whether an instance is a figure of a text that agrees with a table."""
    edit = one.edit
    return edit.origin is Origin.PROSE and edit.rival is not None and one.verdict is Verdict.HOLDS


def _falls_short(one: Instance, borne_out: set[Fact]) -> bool:
    return (
        one.fails
        and one.edit.origin is Origin.PROSE
        and one.edit.kind is EditKind.BALANCE
        and one.edit.rival is None
        and len(one.facts) > _PAIR
        and one.left is not None
        and one.right is not None
        and one.left < one.right
        and all(fact in borne_out for fact in one.facts)
    )
