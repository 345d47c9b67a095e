"""What texts around and between the lines of a table are for: notes, breaks, units, names."""

from __future__ import annotations

import re

from statlint.values import plain

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_NOTE = (
    r"\W*(?:注\d*\s*[:.、]|备注|说明\s*:|附注|资料来源|数据来源|来源|填表说明|notes?\b|sources?\b"
    r"|footnote|inquir|last modified|explanation of|symbols?\b).*"
)
_FOOTNOTE = r"\(?\d+\)?\s*/.*|[*†‡].*|[a-z\d]{1,2}\s*[:.)]\s.*"
_CITED = r"(\(?\d{1,2}\)?\s*/|\(\d{1,2}\)|[*†‡§]{1,3}|[⁰¹²³⁴-⁹]+|[①-⑳])\s*\S"
_GOES_ON = r".*(?:续表|续\d|\(续\)|continued|cont'?d|第\d+页).*"
_UNIT_LINE = r"[(\[].*[)\]]|(?:计量)?单位\s*:.*|units?\s*:.*|in (?:thousand|million|billion)s?.*"
_SIGN_OFF = (
    r".*(?:填[报表制]人|制表|审核|复核|负责人|经办|联系电话|电话|填报日期|填表日期|报出日期|邮编"
    r"|\btel\b|\bphone\b|\bfax\b|prepared by|\bdate\b|\be-?mail\b|last modified).*"
)
_NUMERALS = r"[-.\d一二三四五六七八九十]"
_TITLE = rf"(?:续)?(?:表|table)\s*([a-z]?{_NUMERALS}+)"


def is_note(text: str) -> bool:
    """Tell whether a text begins as notes and sources do."""
    return _matches(_NOTE, text)


def is_footnote(text: str) -> bool:
    """Tell whether a text begins with a footnote's number or sign; a group line may do so, too."""
    return _matches(_FOOTNOTE, text)


def footnote_sign(text: str) -> str | None:
    """Give the sign that a footnote begins with, as labels and figures may end with: 1/, *, ①."""
    found = re.compile(_CITED).match(plain(text).strip())
    return re.sub(r"\s+", "", found[1]) if found else None


def goes_on(text: str) -> bool:
    """Tell whether a text says that a table goes on: 续表, (continued)."""
    return _matches(_GOES_ON, text)


def states_unit(text: str) -> bool:
    """Tell whether a text says nothing but a unit: (万元), 单位：人."""
    return _matches(_UNIT_LINE, text)


def signs_off(text: str) -> bool:
    """Tell whether a text says who filled in a table, or when."""
    return _matches(_SIGN_OFF, text)


def table_number(text: str) -> str | None:
    """Give the number of the table that a text is the title of: Table 2, 表3-1."""
    found = re.compile(_TITLE, re.IGNORECASE).match(plain(text).strip())
    return found[1] if found else None


def _matches(pattern: str, text: str) -> bool:
    flags = re.IGNORECASE | re.DOTALL
    return re.compile(pattern, flags).fullmatch(plain(text).strip()) is not None
