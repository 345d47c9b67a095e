"""Figures read leniently, in the style of their table: what stands around the digits is let go.

Only for tables that no form describes: footnote signs, quality letters and currency signs are
no fault there. A form reads its cells with `read_figure`, which never guesses.
"""

from __future__ import annotations

import re
from decimal import Decimal

from statlint.dataclass import dataclass, field, replace
from statlint.values.number import read_figure
from statlint.values.reading import (
    Blank,
    Figure,
    Flaw,
    Mark,
    Number,
    Reading,
    Trait,
    Unreadable,
    decimals_of,
)
from statlint.values.style import QUOTES, NumberStyle
from statlint.values.text import plain
from statlint.values.wording import is_wording

_LONGEST_DIGITS, _LONGEST_MARK, _LONGEST_IN_WORDS, _LONGEST = 30, 24, 8, 60
_MOST_NOTES = 4
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_GROUPED = r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_WITHHELD = (
    r"(?:[.…·]+(?:\s[.…·]+)*\s?[A-Z]?|[-–—](?:\s?[-–—])+|[-*#†‡§!^=+]{1,3}|[⁰¹²³⁴-⁹]+"
    r"|[(\[]?(?:[a-z]|n\.?\s?[acdepqrs]\.?|n/[adps]|nsa?|nil|neg|xx)[)\]]?"
    r"|not (?:available|applicable|reported|published|significant)|confidential|suppressed|withheld"
    r"|missing|unknown|缺失?|暂缺|保密|不详|未公布|未发布|无数据|不可得"
    r"|[<>≤≥]\s?=?\s?[0-9][0-9.,]*\s?%?)(?:\s?[⁰¹²³⁴-⁹]+)?"
)
"""Signs in place of a figure, <5 among them: how much it is remains unsaid."""
_THOUSAND = r"[1-9][0-9]{0,2}[.' ][0-9]{3}(?![0-9])"
_THOUSANDS = r"[$£€¥']+0{3}'?s?|0{3}'?s"
"""A unit over a column, not a figure: $000."""
_CURRENCY = r"(?:[A-Z]{1,3})?[$£€¥₹]\s*(?=[-–−(+]?\s*[0-9.])|(?<=[0-9)])\s*[$£€¥₹]$"
_BEFORE = (
    r"^(?:[*†‡§^]{1,3}\s*|\((?:r|p|e)\)\s*|\([a-z0-9]\)\s+|[rpe]\s+|[rpe](?=[0-9]+[.,][0-9])"
    r"|[⁰¹²³⁴-⁹]+\s*|\\[0-9]{1,2}\s+)"
    r"(?=[-–−(+]?\s*[0-9.])"
)
_SIGN = r"\\[0-9]{1,2}|[⁰¹²³⁴-⁹ᵃ-ᶻ①-⑳⑴-⒇*†‡§¶^]+(?:,[⁰¹²³⁴-⁹ᵃ-ᶻ]+)*"
_BRACKETED = r"[(\[〔](?:[a-zA-Z]{1,2}|[0-9]{1,2}|rev\.?|est\.?|prov\.?|prel\.?|注[0-9]?)[)\]〕]"
_STATUS = r"[EerRpP]{1,3}|rev\.|est\."
_APART = r"[acdfnsuxz]|(?:[0-9]{1,2}|[a-z])[)/]"
_BEHIND = (
    rf"(?<=[0-9)%])(?:\s*(?:{_SIGN}|{_BRACKETED}|{_STATUS})|\s+(?:{_APART}))$"
    r"|(?<=[0-9][.,][0-9])[A-D]$|(?<=[0-9][.,][0-9]{2})[A-D]$|(?<=[0-9][.,][0-9]{3})[A-D]$"
)
"""Footnote signs; revised, estimated, provisional; A to D for quality only behind 1.2 or 1,234."""
_MINUS_BEHIND = r"([0-9]+[.,][0-9.,]*[0-9])-"
_PERCENT_WITHIN = r"\((.*[0-9])\s*%\s*\)"
_CORE = r"(?:(?<![0-9]),)?[0-9](?:[0-9.,' ]*[0-9])?"
_WHOLE = r"[1-9][0-9]{0,2}(?:([.' ])[0-9]{3})(?:\1[0-9]{3})*|[0-9]*"


@dataclass(frozen=True, slots=True, eq=False)
class StyledTexts:
    """Texts read in one style: each is read once, however often it is shown and asked for."""

    style: NumberStyle
    _read: dict[str, Reading] = field(default_factory=dict, repr=False)

    def reading(self, text: str) -> Reading:
        """Read a text as `read_styled` does."""
        known = self._read.get(text)
        if known is None:
            known = self._read[text] = read_styled(text, self.style)
        return known


def read_styled(text: str, style: NumberStyle) -> Reading:
    """Read the text of a cell in a style, with footnote signs and quality letters behind it."""
    reading: Reading | None = _plain_figure(text, style)
    if reading is None:
        reading = _reading(text, style)
    if style.padded and isinstance(reading, Figure) and reading.decimals:
        value = _without_zeros(reading.value)
        return replace(reading, value=value, decimals=decimals_of(value))
    return reading


def _plain_figure(text: str, style: NumberStyle) -> Figure | None:
    """Read what most cells hold without a pattern: digits and a point."""
    if len(text) > _LONGEST_DIGITS or not text.isascii():
        return None
    grouped = "," in text and style.point == "." and re.compile(_GROUPED).fullmatch(text)
    bare = text.replace(",", "") if grouped else text
    whole, point, rest = bare.partition(".")
    digits = whole.removeprefix("-")
    if not digits.isdigit() or (digits[0] == "0" and len(digits) > 1):
        return None
    traits = frozenset({Trait.GROUPED}) if grouped else frozenset[Trait]()
    if not point:
        return Figure(int(whole), text, traits=traits)
    if style.point != point or not rest.isdigit():
        return None
    return Figure(Decimal(bare), text, decimals=len(rest), traits=traits)


def _reading(text: str, style: NumberStyle) -> Reading:
    shown = plain(text).replace("&nbsp;", " ").translate(QUOTES).strip()
    if not shown:
        return Blank(text)
    if len(shown) <= _LONGEST_MARK and _is_withheld(shown):
        return Mark(text)
    if _is_text(shown):
        return Unreadable(text, Flaw.TEXT)
    reading = read_figure(_standard(shown, style))
    if isinstance(reading, Unreadable) and any(map(str.isdecimal, shown)):
        bare = _without_notes(shown)
        plainer = Mark(bare) if _is_withheld(bare) else read_figure(_standard(bare, style))
        if not isinstance(plainer, Unreadable | Blank):
            reading = plainer
    if isinstance(reading, Figure) and _is_grouped(shown, style):
        return replace(reading, text=text, traits=reading.traits | {Trait.GROUPED})
    return replace(reading, text=text)


def _is_grouped(shown: str, style: NumberStyle) -> bool:
    """Tell whether signs between thousands were left out where points are decimal commas."""
    return _standard(shown, style) != shown and re.search(_THOUSAND, shown) is not None


def _is_text(shown: str) -> bool:
    """Tell at little cost that a text is no figure: most are words; $000 is a unit."""
    if not any(map(str.isdecimal, shown)):
        return len(shown) > _LONGEST_IN_WORDS and shown.isascii()
    if len(shown) > _LONGEST or is_wording(shown):
        return True
    return re.compile(_THOUSANDS).fullmatch(shown) is not None


def _is_withheld(shown: str) -> bool:
    return re.compile(_WITHHELD, re.IGNORECASE).fullmatch(shown) is not None


def _standard(shown: str, style: NumberStyle) -> str:
    """Write a figure with a decimal point and without thousands, where its table does not."""
    return shown if style.point == "." else re.compile(_CORE).sub(_pointed, shown)


def _pointed(found: re.Match[str]) -> str:
    whole, comma, rest = found[0].partition(",")
    if re.compile(_WHOLE).fullmatch(whole) is None or (comma and not rest.isdigit()):
        return found[0]
    digits = re.sub(r"[.' ]", "", whole)
    return f"{digits}.{rest}" if comma else digits


def _without_notes(shown: str) -> str:
    """Leave out footnote signs, letters for quality or revision, and signs of currency."""
    bare = re.compile(_BEFORE).sub("", re.compile(_CURRENCY).sub("", shown))
    for _ in range(_MOST_NOTES):
        shorter = re.compile(_BEHIND).sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    bare = re.compile(_PERCENT_WITHIN).sub(r"(\1)%", re.compile(_CURRENCY).sub("", bare))
    behind = re.compile(_MINUS_BEHIND).fullmatch(bare)
    return f"-{behind[1]}" if behind else bare


def _without_zeros(value: Number) -> Number:
    """Leave out the zeros at the end of the decimals; to normalize would round a long figure."""
    written = f"{value:f}".rstrip("0").rstrip(".")
    return Decimal(written) if "." in written else int(written)
