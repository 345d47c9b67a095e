"""What labels and structure say for or against a sum, in bits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statlint.inference.ground import Ground
from statlint.table import Role, Strip

_TOTALS = frozenset({Role.TOTAL, Role.SUBTOTAL})


def is_total(strip: Strip) -> bool:
    """Tell whether a label says total or subtotal."""
    return bool(strip.roles & _TOTALS)


def label_bits(ground: Ground, aggregate: int, parts: Sequence[int]) -> float:
    """Weigh the words, depths and units of an aggregate and its parts."""
    strips = ground.strips
    whole, pieces = strips[aggregate], [strips[part] for part in parts]
    bits = 5.0 if is_total(whole) else 0.0
    bits += _family_bits(ground, aggregate, parts)
    of_which = sum(1 for piece in pieces if Role.OF_WHICH in piece.roles)
    if of_which and Role.OF_WHICH not in whole.roles:
        bits -= min(6.0, 3.0 * of_which)
    if any(is_total(piece) for piece in pieces) and not is_total(whole):
        bits -= 3.0
    rates = set(ground.rates)
    alien = sum((part in rates) != (aggregate in rates) for part in parts)
    bits -= min(12.0, 4.0 * alien)
    bits -= sum(strips[one].block != strips[other].block for one, other in pairwise(parts))
    if any(piece.unit and whole.unit and piece.unit != whole.unit for piece in pieces):
        bits -= 6.0
    if Role.DIFFERENCE in whole.roles or any(Role.DIFFERENCE in piece.roles for piece in pieces):
        bits += 2.0
    return bits


def _family_bits(ground: Ground, aggregate: int, parts: Sequence[int]) -> float:
    """Weigh whether the parts are the children or the sisters of the aggregate, or its class."""
    strips = ground.strips
    whole = strips[aggregate]
    parents = {strips[part].parent for part in parts}
    levels = {strips[part].level for part in parts}
    if parents == {aggregate}:
        return 6.0 if ground.families.get(aggregate, frozenset()).issubset(parts) else 3.0
    names = {ground.names[part] for part in parts}
    if names == {ground.names[aggregate]} != {""}:
        return 3.0
    if len(parents) == 1 and parents == {whole.parent} and levels == {whole.level}:
        # All others beside it: 合计 under or over a plain list.
        return 3.5 if ground.families.get(whole.parent, frozenset()) <= {*parts, aggregate} else 1.0
    bits = 1.0 if len(levels) == 1 else -1.0
    if len(parents) > 1 and len(names) > 1:
        bits -= 2.0
    if whole.level > max(levels) and not is_total(whole):
        bits -= 2.0
    return bits


def is_seam(ground: Ground, before: int, after: int) -> bool:
    """Tell whether a list may end between two strips: a block, a group line, a total comes next."""
    strips = ground.strips
    one, other = strips[before], strips[after]
    if one.block != other.block or is_total(other) != is_total(one):
        return True
    if any(not strips[place].figures for place in range(before + 1, after)):
        return True
    if after == before + 1 and other.position > one.position + 1:
        # An empty row or column stands between.
        return True
    return one.level != other.level
