"""The sentence that a finding about a text is of, with its figures marked."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.facts import Fact
from statlint.finding import Quote
from statlint.formula import Spot
from statlint.table import Label
from statlint.values.said import Said

_LONGEST = 240
"""Signs of the longest quotation over several sentences; beyond, one sentence is enough."""
_LONGEST_SENTENCE = 400
_BREAKS = str.maketrans(dict.fromkeys("\r\n\t\v\f", " "))


def quote_around(
    at: Fact | Label | Spot | Said | None, related: Iterable[Fact | Label | Spot | Said]
) -> Quote | None:
    """Quote what a finding is of; figures in other sentences are in it where they stand near."""
    here = _said(at)
    if here is None:
        return None
    others = [one for one in map(_said, related) if one and one.place == here.place]
    first = min(one.first for one in (here, *others))
    last = max(one.last for one in (here, *others))
    if last - first > _LONGEST:
        first, last = here.first, min(here.last, here.first + _LONGEST_SENTENCE)
    marks = {
        (one.start - first, one.end - first)
        for one in (here, *others)
        if first <= one.start and one.end <= last
    }
    # Here, since most files are no documents; what is quoted is often passed on.
    from statlint.values.personal import mask_all

    shown = mask_all(here.paragraph)[first:last]
    return Quote(shown.translate(_BREAKS), tuple(sorted(marks)))


def _said(one: Fact | Label | Spot | Said | None) -> Said | None:
    if isinstance(one, Fact):
        return None if one.path else one.said
    return one if isinstance(one, Said) else None
