"""Codes that are another one written otherwise: with a blank within, in full-width signs."""

from __future__ import annotations

import re
from array import array
from collections import Counter

from statlint.tidy.columns import Alias, Coded, Codes
from statlint.values import plain

_RARE = 5
"""Times that the usual way to write a code must be as frequent."""


def without_aliases(column: Coded) -> Coded:
    """Take texts that differ from a much commoner one in white space, width or case for that."""
    told = [re.sub(r"\s+", "", plain(text)).casefold() for text in column.texts]
    if len(set(told)) == len(told):
        return column
    counts = Counter(column.codes)
    usual: dict[str, int] = {}
    for code in sorted(range(len(told)), key=lambda one: -counts[one]):
        usual.setdefault(told[code], code)
    meant = [
        usual[key] if counts[code] * _RARE <= counts[usual[key]] else code
        for code, key in enumerate(told)
    ]
    aliases = tuple(
        Alias(column.texts[code], column.texts[one], column.codes.index(code), counts[code])
        for code, one in enumerate(meant)
        if code != one
    )
    return _renumbered(column, meant, aliases) if aliases else column


def _renumbered(column: Coded, meant: list[int], aliases: tuple[Alias, ...]) -> Coded:
    texts = Codes()
    numbers = [texts[column.texts[one]] for one in meant]
    codes = array("i", map(numbers.__getitem__, column.codes))
    return Coded(column.head, column.place, codes, list(texts), aliases)
