"""Sums that people know as differences: income = spending + balance is told the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statlint.dataclass import replace
from statlint.inference.model import Operator, Relation
from statlint.table import Role, Strip
from statlint.values import plain

_RESULT = (
    r"(?:结[余存]|盈[余亏]|亏损|(?<!上缴)(?<!应交)利润|赤字|[顺逆]差|差[额值]|[收支]差|"
    r"^(?:[期年月季]末|收支|本[年期月])?余额)(?:总?[额数])?$|"
    r"^(?:(?!\b(?:on|of|and|from|to|in|for|by)\b).)*\b(?:balance|surplus|deficit|profits?|"
    r"net (?:income|earnings|loss)|remain(?:der|ing)|left over)\b"
)
"""What is left by its label, not what is paid or taken of it: 营业利润, no taxes on profits."""
_ASIDE = r"\([^()]*\)"
_OPENING = (
    r"[期年月季]初|[上去]年|上[期月季]|\bopening\b|\bbeginning\b|\bbrought forward\b|\bprevious\b"
)
_TOTAL = r"[合总共小]计|计|总[数量额]|(?:grand |sub-?\s?)?totals?|all|sum|overall"
"""Labels that say no more than that figures are added."""
_MOST_PARTS = 6


def as_difference(relation: Relation, strips: Sequence[Strip]) -> Relation:
    """Turn a sum round whose one part is what is left: 结余 = 收入 - 支出, not 收入 = 支出 + 结余.

    A total by its label stays the sum that it is.
    """
    result = _result(relation, strips)
    if result is None:
        return relation
    taken = tuple(part for part in relation.parts if part != result)
    return replace(relation, aggregate=result, parts=(relation.aggregate, *taken), less=len(taken))


def _result(relation: Relation, strips: Sequence[Strip]) -> int | None:
    """Give the one part that by its label is left when the others are taken away."""
    whole = strips[relation.aggregate]
    told = relation.less or relation.weights or relation.others
    if relation.operator is not Operator.SUM or told:
        return None
    if _found(_TOTAL, whole, wholly=True) or not 1 < len(relation.parts) <= _MOST_PARTS:
        return None
    left = [part for part in relation.parts if _is_result(strips[part])]
    if len(left) != 1:
        return None
    # Of two profits the one below follows; 利润总额 is 营业利润 and what comes to it.
    follows = left[0] > relation.aggregate
    again = _is_result(whole) or Role.DIFFERENCE in whole.roles
    return left[0] if follows or not again else None


def _is_result(strip: Strip) -> bool:
    return _found(_RESULT, strip) and not _found(_OPENING, strip)


def _found(words: str, strip: Strip, *, wholly: bool = False) -> bool:
    label = _compiled(_ASIDE).sub("", plain(strip.text).lower()).strip()
    pattern = _compiled(words)
    found = pattern.fullmatch(label.strip(" .:")) if wholly else pattern.search(label)
    return found is not None


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words)
