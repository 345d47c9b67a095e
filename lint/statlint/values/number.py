"""From the text of a cell to a figure, a blank, a mark, or the reason why it is none of these."""

from __future__ import annotations

from decimal import Decimal

from statlint.pattern import pattern_of
from statlint.values.numeral import read_numeral
from statlint.values.reading import (
    Blank,
    Figure,
    Flaw,
    Mark,
    Number,
    Reading,
    Trait,
    Unreadable,
)
from statlint.values.text import plain
from statlint.values.unit import split_unit
from statlint.values.wording import FOOTNOTE, INEXACT, is_wording

_MARKS = frozenset(
    ". .. … …… / // \\ | * ** · : x xx np na nil none n/a (d) (s) (x) (p) "
    "无 無 空 暂无 没有 不适用 不涉及 未统计 未报 未上报 未报送 － 〃".split()
)
_DASHES = pattern_of(r"[-\u2010-\u2015\u2212\u2500\u2501\uFE58\uFE63\uFF0D_~～]+")
_MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_SINCE = r"(?:同比|环比|(?:[较比与]|同)?(?:上年|去年|上月|上季度?)(?:同期)?(?:相比)?)?"
_SIGN_WORD = pattern_of(
    rf"{_SINCE}(?:(?P<falls>减少?|下?降低?|负|[↓▼])|新增|增[加长]?|加|提[高升]|上?升|正|[↑▲])"
    r"\s*(?=[0-9])"
)
_STAYED = ("持平", "不变")
_UNCHANGED = pattern_of(rf"{_SINCE}(?:{'|'.join(_STAYED)})")
_PLACE = pattern_of(r"(?:并列)?第\s*(?P<first>[0-9]{1,4})\s*[名位]?|并列\s*(?P<shared>[0-9]{1,4})")
"""A place in a ranking, with its words: 第3名, 并列3."""
# Digits are the ASCII ones (full-width ones are made plain before): \d means those of any script.
_PLAIN_NUMBER = pattern_of(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_GROUPED = pattern_of(r"[1-9][0-9]{0,2}(?:([, '])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?")
_SCIENTIFIC = pattern_of(r"[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,3}")
_LONGEST = 1000
"""Signs of the longest text that may be a figure: Python refuses some thousand digits."""
_DATE = pattern_of(
    r"\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{1,2}[/月]\d{1,2}日?|\d{4}年(?:\d{1,2}月)?|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{2}"
)
_INEXACT = pattern_of(INEXACT)
_ERRORS = pattern_of(r"#[A-Z0-9/]{2,12}[!?]?")
_FOOTNOTE = pattern_of(FOOTNOTE)
_GROUPS = pattern_of(r"[+-]?[0-9,' .]+")
# Letters that are typed, or read by a scanner, for a digit.
_ALIKE = str.maketrans({"O": "0", "o": "0", "〇": "0", "○": "0", "l": "1", "I": "1", "|": "1"})
_ALIKE_SIGNS = frozenset("0123456789Oo〇○lI|.,")


def _exact(sign: str, digits: str) -> Number:
    # The sign is read with the digits: to reckon with a Decimal would round it.
    return Decimal(sign + digits) if "." in digits else int(sign + digits)


def read_number(text: str) -> Number | None:
    """Read digits with an optional point, sign and thousands separators; None for anything else."""
    sign, digits, _ = _split_sign(plain(text).strip())
    grouped = _GROUPED.fullmatch(digits)
    if grouped:
        digits = digits.replace(grouped[1], "")
    if _PLAIN_NUMBER.fullmatch(digits) is None or len(digits) > _LONGEST:
        return None
    return _exact(sign, digits)


def _split_sign(text: str) -> tuple[str, str, set[Trait]]:
    """Split a sign off: + - and the dashes used for it, words such as 减, brackets."""
    if text[:1] == "(" and text[-1:] == ")" and text[1:2].isdecimal():
        return "-", text[1:-1].strip(), {Trait.BRACKETED}
    if text[:1] == "+":
        return "", text[1:].lstrip(), set()
    if text[:1] and text[0] in _MINUS:
        return "-", text[1:].lstrip(), set()
    word = None if text[:1].isdecimal() else _SIGN_WORD.match(text)
    if word:
        return "-" if word["falls"] else "", text[word.end() :], {Trait.SIGN_IN_WORDS}
    return "", text, set()


def _traits(text: str, digits: str) -> set[Trait]:
    traits = set()
    if any("０" <= sign <= "９" or sign in "，．＋－" for sign in text):
        traits.add(Trait.FULL_WIDTH)
    whole = digits.partition(".")[0]
    if len(whole) > 1 and whole.startswith("0"):
        traits.add(Trait.LEADING_ZERO)
    return traits


def _read_digits(text: str, shown: str) -> Figure | None:
    """Read what is left when nothing but sign, digits, separators and unit may stand there."""
    bare, unit = split_unit(shown.lstrip("'"))
    sign, digits, traits = _split_sign(bare)
    grouped = _GROUPED.fullmatch(digits)
    if grouped:
        digits = digits.replace(grouped[1], "")
        traits.add(Trait.GROUPED)
    if _PLAIN_NUMBER.fullmatch(digits) is None:
        return None
    if unit is not None:
        traits.add(Trait.UNIT_IN_CELL)
    return Figure(
        value=_exact(sign, digits),
        text=text,
        unit=unit,
        decimals=len(digits.partition(".")[2]),
        traits=frozenset(traits | _traits(text, digits)),
    )


def _alike(bare: str) -> Number | None:
    """Read a text as the figure it looks like (l0 is 10), where all its signs look like digits."""
    if not (bare and _ALIKE_SIGNS.issuperset(bare)):
        return None
    return read_number(bare.translate(_ALIKE))


def _flaw_of(text: str, shown: str) -> Unreadable:
    """Say why a text is no figure, and which figure it may be meant to be."""
    bare, _ = split_unit(shown)
    has_digits = any(map(str.isdecimal, shown))
    if shown[0] == "#" and _ERRORS.fullmatch(shown):
        return Unreadable(text, Flaw.ERROR_VALUE)
    if has_digits and _DATE.fullmatch(shown):
        return Unreadable(text, Flaw.DATE)
    if has_digits and _SCIENTIFIC.fullmatch(bare):
        exact = Decimal(bare)
        whole = exact == exact.to_integral_value()
        return Unreadable(text, Flaw.SCIENTIFIC, int(exact) if whole else exact)
    if has_digits and _INEXACT.search(shown):
        return Unreadable(text, Flaw.INEXACT)
    if _alike(bare) is not None:
        return Unreadable(text, Flaw.LOOKALIKE, _alike(bare))
    if read_numeral(bare) is not None:
        return Unreadable(text, Flaw.WORDS, read_numeral(bare))
    if has_digits and _FOOTNOTE.search(shown):
        return Unreadable(text, Flaw.FOOTNOTE)
    if _GROUPS.fullmatch(bare):
        return Unreadable(text, Flaw.BAD_GROUPING)
    return Unreadable(text, Flaw.TEXT)


def read_figure(text: str) -> Reading:
    """Read the text of a cell that should hold a figure; what is not sure is never guessed."""
    shown = plain(text).replace("&nbsp;", " ").strip()
    if not shown:
        return Blank(text)
    # Here and below a look at one sign spares most texts, and most starts, a pattern.
    if shown.casefold() in _MARKS or (not shown[0].isalnum() and _DASHES.fullmatch(shown)):
        return Mark(text)
    if len(shown) > _LONGEST or is_wording(shown):
        return Unreadable(text, Flaw.TEXT)
    if shown.endswith(_STAYED) and _UNCHANGED.fullmatch(shown):
        return Figure(0, text, traits=frozenset({Trait.SIGN_IN_WORDS}))
    place = _PLACE.fullmatch(shown) if shown[0] in "并第" else None
    if place:
        value = int(place["first"] or place["shared"])
        return Figure(value, text, traits=frozenset({Trait.UNIT_IN_CELL}))
    return _read_digits(text, shown) or _flaw_of(text, shown)
