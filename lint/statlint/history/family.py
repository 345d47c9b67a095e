"""What kind of change a figure can be judged by, by what its line and head say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import cache

from statlint.facts import Fact
from statlint.form import ValueKind
from statlint.history.model import History
from statlint.table import Role, roles_of
from statlint.values import plain

_NAMES = frozenset({Role.ORDINAL, Role.CODE, Role.RANK})
_PERCENT = frozenset({"%", "百分点"})


class Family(Enum):
    """By what a figure is held against an earlier one."""

    SIZE = auto()
    """By how many times it is: counts and amounts."""
    SHARE = auto()
    """By points: percentages."""
    GROWTH = auto()
    """Not at all, but by the two figures that it is the growth of."""
    BALANCE = auto()
    """By its sign alone: surpluses and balances, which are small beside what they are left of."""
    NONE = auto()
    """Not at all: places, years, codes, and differences from one period to another."""


def families_of(facts: Iterable[Fact], history: History) -> dict[Fact, Family]:
    """Tell by what each figure is compared with those of earlier periods."""
    stated, apart = not history.filled.form.as_found, _is_apart(history)
    said: dict[tuple[str, tuple[str, ...]], frozenset[Role]] = {}
    found = {}
    for fact in facts:
        roles: frozenset[Role] = frozenset()
        for label in ((fact.head_label, fact.head.above), (fact.line_label, fact.line.above)):
            if label not in said:
                said[label] = roles_of([*label[1], label[0]])
            roles |= said[label]
        begins_anew = apart and Role.CUMULATIVE in roles
        found[fact] = Family.NONE if begins_anew else _family(fact, roles, stated=stated)
    return found


def _is_apart(history: History) -> bool:
    """Tell whether the earlier period is another part of the year: what adds up begins anew."""
    own, other = history.filled.period, history.previous.period
    return own is not None and other is not None and own.number != other.number


def _family(fact: Fact, roles: frozenset[Role], *, stated: bool) -> Family:
    kind = fact.measure.kind
    if kind is ValueKind.TEXT or roles & _NAMES or _is_year(fact):
        return Family.NONE
    if Role.CHANGE in roles:
        return Family.GROWTH
    if stated and kind is ValueKind.CHANGE:
        return Family.NONE
    if Role.DIFFERENCE in roles:
        return Family.NONE if _is_change(fact) else Family.BALANCE
    if kind is ValueKind.SHARE or Role.SHARE in roles or fact.measure.unit in _PERCENT:
        return Family.SHARE
    return Family.SIZE


@cache
def _change_words() -> re.Pattern[str]:
    return re.compile(r"增|减|变动|change|difference|crease")


def _is_change(fact: Fact) -> bool:
    labels = (fact.head_label, fact.line_label, *fact.head.above, *fact.line.above)
    return any(_change_words().search(plain(label).casefold()) for label in labels)


@cache
def _year_words() -> re.Pattern[str]:
    return re.compile(r"年份|年度|years?")


def _is_year(fact: Fact) -> bool:
    return _year_words().fullmatch(plain(fact.head_label).strip().casefold()) is not None
