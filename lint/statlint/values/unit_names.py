"""Names of reporting units held against a list: full names, short names, names with the county."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from statlint.values.text import label_key

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_PLACE = r"(?:.{1,8}?[省市县区旗州盟]|[省市县区旗州盟])+"
"""What may stand before a unit's name: 安徽省六安市, 舒城县, 县."""
_BODY = r"(?<=[镇乡村])人民政府$|(?<=街道)办事处$|(?<=[镇乡街道])\(本级\)$"


def unit_key(name: str) -> str:
    """Make the name of a unit comparable: 城关镇人民政府 is 城关镇, 东街街道办事处 is 东街街道."""
    return re.compile(_BODY).sub("", label_key(name))


def match_units(printed: Sequence[str], due: Sequence[str]) -> Mapping[int, int]:
    """Say which of the printed names is which of those due, by their places.

    The same name goes first; then one that only adds a place in front (县财政局 for 财政局), where
    no other name would fit as well.
    """
    shown, wanted = [unit_key(name) for name in printed], [unit_key(name) for name in due]
    matched = {at: wanted.index(name) for at, name in enumerate(shown) if name in wanted}
    open_due = [at for at in range(len(wanted)) if at not in matched.values()]
    open_shown = [at for at in range(len(shown)) if at not in matched]
    fits = {at: [one for one in open_due if _alike(shown[at], wanted[one])] for at in open_shown}
    for at, found in fits.items():
        if len(found) == 1 and sum(found[0] in others for others in fits.values()) == 1:
            matched[at] = found[0]
    return matched


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    before = long.removesuffix(short)
    return bool(short) and before != long and re.compile(_PLACE).fullmatch(before) is not None
