"""Years in labels: in digits, and so that the table of another year has the same labels."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.pattern import pattern_of
from statlint.typed import TYPE_CHECKING
from statlint.values.numeral import read_numeral

if TYPE_CHECKING:
    import re

_YEAR = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_WORDS = pattern_of(
    r"(?<![一二三四五六七八九十〇○零])(?:二[〇○零oO0]|一九)[一二三四五六七八九〇○零oO0]{2}(?=年)"
)
_DIGITS = str.maketrans("〇○零oO一二三四五六七八九", "00000123456789")
_MONTH_IN_WORDS = pattern_of(r"(?<=年)(?:十[一二]?|[一二三四五六七八九])(?=月)")


def dates_in_digits(text: str) -> str:
    """Write years and their months that stand in words in digits.

    二〇二四年十二月, and 二O二四年 as it is often typed.
    """
    if "年" not in text:
        return text
    if "二" in text or "一" in text:
        text = _IN_WORDS.sub(lambda found: found[0].translate(_DIGITS), text)
    if "月" in text:
        text = _MONTH_IN_WORDS.sub(_month, text)
    return text


def _month(found: re.Match[str]) -> str:
    return str(read_numeral(found[0]))


def relative_years(texts: Sequence[str]) -> list[str]:
    """Write each year in some texts as its distance from the latest one in any of them."""
    latest = max((int(year) for text in texts for year in _YEAR.findall(text)), default=0)

    def distance(found: re.Match[str]) -> str:
        return f"<{latest - int(found[0])}>"

    return [_YEAR.sub(distance, text) for text in texts]
