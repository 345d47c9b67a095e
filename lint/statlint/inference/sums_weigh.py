"""Weigh hypotheses of sums: figures, labels, the cost of the search, repetition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from statlint.dataclass import replace
from statlint.inference.ground import Ground
from statlint.inference.score import evidence_of
from statlint.inference.settle import Hypothesis
from statlint.inference.sums_labels import is_total, label_bits
from statlint.inference.sums_positions import without_alien

LEAST_BITS = 6.0
"""Bits from which a sum is believed."""
_SEARCH = 3.0
"""Bits that any search costs, beside those for how many hypotheses it tries."""
_HUNDRED = 3.0
"""Bits for a list that adds up to 100: percentages do."""
_REPEAT = 3.0
_REPEATS = 8.0
_LEAST_SHARE = 0.6
_LEAST_SHARE_NAMED = 0.5
_LEAST_HELD = 2
"""Positions that agree but for more than rounding, for each that agrees."""


def weighed(
    ground: Ground,
    aggregate: int,
    parts: tuple[int, ...],
    cost: float,
    *,
    natural: bool = False,
) -> Hypothesis:
    """Weigh a sum by its figures and labels; `cost` is in bits, for the search that found it."""
    named = is_total(ground.strips[aggregate])
    reckoned = without_alien(ground, ground.reckon(aggregate, parts, ground.open, named=named))
    evidence = evidence_of(reckoned)
    bits = evidence.bits + label_bits(ground, aggregate, parts) - cost - _SEARCH
    if evidence.telling and all(one.stated == ground.hundred for one in reckoned):
        bits += _HUNDRED
    found = Hypothesis(aggregate, parts, evidence, bits, named, natural)
    return replace(found, reckoned=tuple(reckoned)) if agrees(found) else found


def agrees(one: Hypothesis) -> bool:
    """Tell whether enough positions agree, most of them within rounding."""
    least = _LEAST_SHARE_NAMED if one.named else _LEAST_SHARE
    shown = one.evidence
    return shown.share >= least and _LEAST_HELD * shown.held >= shown.near


def believed(
    ground: Ground, hypotheses: Sequence[Hypothesis], *, near: bool = True
) -> list[Hypothesis]:
    """Keep what is believed; the same pattern at several places speaks for each of them.

    The same labels speak only for lists that stand together (`near`).
    """
    agreeing = [one for one in hypotheses if agrees(one)]
    shapes = Counter(one.offsets for one in agreeing if one.evidence.bits > 0)
    names = Counter(_names(ground, one) for one in agreeing if one.evidence.bits > 0)
    kept = []
    for one in agreeing:
        repeats = shapes[one.offsets] - 1 + near * (names[_names(ground, one)] - 1)
        bits = one.bits + max(0.0, min(_REPEATS, _REPEAT * repeats))
        if bits >= LEAST_BITS:
            kept.append(_sobered(ground, replace(one, bits=bits)))
    return [one for one in kept if one.bits >= LEAST_BITS and one.evidence.telling]


def _names(ground: Ground, one: Hypothesis) -> tuple[str, ...]:
    """Give the labels of the parts; those of a list without labels repeat nothing."""
    names = tuple(ground.names[part] for part in one.parts)
    return names if all(names) else (str(one.aggregate), *names)


def _sobered(ground: Ground, one: Hypothesis) -> Hypothesis:
    """Count each position for no more than it adds to the others."""
    plain = one.named or one.natural
    news = ground.news(one.aggregate, one.parts, one.reckoned, plain=plain)
    evidence = evidence_of(one.reckoned, news)
    bits = one.bits + evidence.bits - one.evidence.bits
    return replace(one, evidence=evidence, bits=bits, reckoned=())
