"""How a table writes its numbers: the sign between thousands, and the decimal sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from statlint.dataclass import dataclass, field
from statlint.values.text import plain

_ENOUGH = 4000
"""Numerals after which the style is plain; a sheet may hold a million."""
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_NUMERAL = (
    r"(?:\(?[rpe]\)?\s+)?[-+($€£¥*†‡\s]*([0-9]+(?:[.,' ][0-9]+)*)"
    r"(?:\s*[(\[〔][A-Za-z0-9]{1,2}[)\]〕]|[\s%)€$*†‡§A-Za-z⁰¹²³⁴-⁹①-⑳⑴-⒇]{0,3})"
)
"""Digits with their signs, and what may stand around them: currency, quality, footnotes."""
_BOTH = r"[0-9]{1,3}([.,' ])[0-9]{3}(?:\1[0-9]{3})*(?!\1)([.,])[0-9]+"
_GROUPS = r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3}(?:\1[0-9]{3})+|([' ])[0-9]{3}(?:\2[0-9]{3})*)"
_SINGLE = r"(?:[1-9][0-9]{0,2}([.,])[0-9]{3}|[0-9]+([.,])[0-9]+)"
_SLIP = r"[1-9][0-9]{0,2},[0-9]{1,2}"
"""What thousands with a digit lost look like: 1,37."""
_LONGEST = 40
_FEWEST_GROUPED, _THREE = 4, 3
_PER_SLIP = 4
"""Thousands that must stand beside each numeral with a digit lost."""
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_LEAST_PADDED, _SURELY_PADDED, _FEWEST_PADDED = 3, 5, 6
_NEARLY_ALL, _MANY_WHOLE = 0.95, 0.5
QUOTES: dict[int, int] = dict.fromkeys(map(ord, "’‘ʼ′＇`´"), ord("'"))
"""Signs that are typed for an apostrophe, which parts thousands in Switzerland."""


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The sign between thousands, and the decimal sign.

    `padded` says that an export wrote decimals to every figure, which then say nothing of how
    precise a figure is: 1992.00000.
    """

    group: str = ","
    point: str = "."
    padded: bool = False


@dataclass(slots=True)
class _Votes:
    """What the numerals of a table say of its signs."""

    point: Counter[str] = field(default_factory=Counter)
    group: Counter[str] = field(default_factory=Counter)
    either: Counter[str] = field(default_factory=Counter)
    """1,234 and 1.234 alone may be thousands as well as decimals."""


def style_of(texts: Iterable[str]) -> NumberStyle:
    """Find the style that the texts of one table are written in."""
    numerals = list(islice(_numerals(texts), _ENOUGH))
    votes = _Votes()
    for numeral in numerals:
        if not numeral.isdecimal():
            _vote(votes, numeral)
    slips = _lost_digits(numerals, votes)
    comma = votes.point[","] - slips + votes.group["."] > votes.point["."] + votes.group[","]
    comma = comma or _groups_by_points(numerals, votes)
    point, other = (",", ".") if comma else (".", ",")
    group = max((other, " ", "'"), key=lambda sign: votes.group[sign] + votes.either[sign])
    return NumberStyle(group, point, _is_padded(numerals, point))


def _numerals(texts: Iterable[str]) -> Iterator[str]:
    """Go through the texts that are numerals, without what stands around the digits."""
    pattern = re.compile(_NUMERAL)
    for text in texts:
        if text.isdecimal() and text.isascii() and len(text) < _LONGEST:
            yield text
            continue
        found = pattern.fullmatch(plain(text).translate(QUOTES)) if len(text) < _LONGEST else None
        if found:
            yield found[1]


def _vote(votes: _Votes, numeral: str) -> None:
    both = re.compile(_BOTH).fullmatch(numeral)
    groups = re.compile(_GROUPS).fullmatch(numeral)
    single = re.compile(_SINGLE).fullmatch(numeral)
    if both:
        votes.group[both[1]] += 1
        votes.point[both[2]] += 1
    elif groups:
        votes.group[groups[1] or groups[2]] += 1
    elif single:
        (votes.either if single[1] else votes.point)[single[1] or single[2]] += 1


def _lost_digits(numerals: Sequence[str], votes: _Votes) -> int:
    """Count the numerals such as 1,37 among many such as 1,234: thousands with a slip in them.

    Where any comma is surely a decimal sign (0,5 or 1.234,5), none of them is a slip.
    """
    commas = votes.point[","]
    if not commas or votes.group["."] or votes.group[" "] or votes.group["'"]:
        return 0
    if votes.either[","] + votes.group[","] < _PER_SLIP * commas:
        return 0
    slip = re.compile(_SLIP)
    slips = sum(slip.fullmatch(numeral) is not None for numeral in numerals)
    return slips if slips == commas else 0


def _groups_by_points(numerals: Sequence[str], votes: _Votes) -> bool:
    """Tell 3.721 beside 837 as thousands: all points have three digits behind, none is due below.

    Decimals would show 0.837 or 3.7 somewhere; a year may be among the heads.
    """
    if votes.point or votes.group or votes.either["."] < _FEWEST_GROUPED or votes.either[","]:
        return False
    whole = [numeral for numeral in numerals if numeral.isdecimal()]
    large = {one for one in whole if len(one) > _THREE and not re.compile(_YEAR).fullmatch(one)}
    lengths = {len(one) for one in large}
    if len(large) > 1 and len(lengths) == 1 and max(lengths) > _THREE + 1:
        # Codes of one length stand beside figures: 110000, 110100.
        large.clear()
    hundreds = sum(len(one) == _THREE for one in whole)
    tens = sum(len(one) == _THREE - 1 for one in whole)
    return not large and (hundreds > 0 or tens > 1)


def _is_padded(numerals: Sequence[str], point: str) -> bool:
    """Tell whether all numerals have the same decimals, more than are written by hand."""
    decimals = [numeral.rpartition(point)[2] if point in numeral else "" for numeral in numerals]
    ((length, often),) = Counter(map(len, decimals)).most_common(1) or [(0, 0)]
    if length < _LEAST_PADDED or often < max(_FEWEST_PADDED, _NEARLY_ALL * len(decimals)):
        return False
    whole = sum(not one.strip("0") for one in decimals)
    return whole > (0 if length >= _SURELY_PADDED else _MANY_WHOLE * often)
