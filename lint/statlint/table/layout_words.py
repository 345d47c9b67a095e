"""What the words of a line or head say that its figures are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from statlint.table.layout import Role
from statlint.table.layout_periods import between_periods, is_period, period_of
from statlint.table.layout_roles import AMONG, COUNTED, INHERITED, OF_TOTAL, ROLE_WORDS
from statlint.table.layout_units import unit_of
from statlint.values import Language, plain

__all__ = ["period_of", "roles_of", "unit_of"]

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_LETTER = r"[a-z#%‰№]"
_BEGINS = frozenset("第一二三四五六七八九十(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NUMBERED = (
    r"(?:第?[一二三四五六七八九十]{1,3}[、.:]|\([一二三四五六七八九十0-9]{1,3}\)|[①-⑳]"
    r"|[0-9]{1,3}(?:\.[0-9]+)*[、.)](?![0-9]))\s*"
)


def roles_of(labels: Sequence[str]) -> frozenset[Role]:
    """Find what the labels of a line or head say that its figures are, the outermost first."""
    if not labels:
        return frozenset()
    *above, own = map(_told, labels)
    roles = _roles(own)
    for label in above:
        over = _roles(label)
        roles |= over & INHERITED
        if Role.TOTAL in over and _names_no_part(own):
            roles.add(Role.TOTAL)
        if re.compile(AMONG).fullmatch(label):
            roles.add(Role.OF_WHICH)
    if is_period(labels[-1]):
        roles.add(Role.YEAR)
    if Role.SHARE in roles and between_periods(labels[-1]):
        roles.add(Role.CHANGE)
    return frozenset(_agreed(roles, own) if roles else roles)


def _told(label: str) -> str:
    """Give the words of a label without its number; Chinese without blanks within."""
    text = " ".join(plain(label).split()).casefold()
    if " " in text and _has_chinese(text):
        text = re.sub(r"(?<=[一-龥:#]) | (?=[一-龥(])", "", text)
    return re.compile(_NUMBERED).sub("", text, count=1) if text[:1] in _BEGINS else text


def _has_chinese(text: str) -> bool:
    """Look for a sign from 一 to 龥; a pattern of so many would take longer to compile."""
    return any("一" <= sign <= "龥" for sign in text)


def _roles(told: str) -> set[Role]:
    roles: set[Role] = set()
    if _has_chinese(told) or "%" in told or "‰" in told:
        roles |= _roles_in(told, "zh")
    if re.search(_LETTER, told):
        roles |= _roles_in(told, "en")
    return roles


def _roles_in(told: str, language: Language) -> set[Role]:
    # Most labels say nothing of their role: all words at once tell that at little cost.
    any_words, patterns = _patterns(language)
    if any_words.search(told) is None:
        return set()
    return {role for role, words in patterns if words.search(told)}


@cache
def _patterns(
    language: Language,
) -> tuple[re.Pattern[str], tuple[tuple[Role, re.Pattern[str]], ...]]:
    """Compile the words of a language once: thousands of labels are held against them."""
    begun = "" if language == "zh" else "(?<![a-z'])"
    words = [(one.role, one.zh if language == "zh" else one.en) for one in ROLE_WORDS]
    every = re.compile(f"{begun}(?:{'|'.join(pattern for _, pattern in words)})")
    return every, tuple((role, re.compile(f"{begun}(?:{one})")) for role, one in words)


def _names_no_part(own: str) -> bool:
    return is_period(own) or re.compile(COUNTED).fullmatch(own) is not None


def _agreed(roles: set[Role], own: str) -> set[Role]:
    """Leave out what other words of the label rule out: % of total is a share and no total."""
    out: set[Role] = set()
    if roles & {Role.SUBTOTAL, Role.CUMULATIVE} or (
        roles & {Role.SHARE, Role.CHANGE, Role.RATE} and re.compile(OF_TOTAL).search(own)
    ):
        out.add(Role.TOTAL)
    if Role.CHANGE in roles:
        out |= {Role.SHARE, Role.RATE}
    if Role.SHARE in roles:
        out.add(Role.RATE)
    if Role.RATE in roles:
        out.add(Role.AVERAGE)
    return roles - out
