"""Numbers of official documents, X政办发〔2017〕96号, and what is wrong with how one is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values.text import plain


class DocumentFlaw(StrEnum):
    """What differs from the standard way to write the number of a document (GB/T 9704)."""

    BRACKETS = "brackets"
    """The year is not in 〔〕."""
    SHORT_YEAR = "short-year"
    """The year has two digits."""
    ORDER_WORD = "order-word"
    """A 第 before the number."""
    LEADING_ZERO = "leading-zero"
    """The number is filled up with zeros."""
    NO_SIGN = "no-sign"
    """The 号 is missing."""
    FULL_WIDTH = "full-width"
    """Full-width digits."""
    BLANKS = "blanks"
    """Blanks inside; a line break in a narrow cell is none."""
    NO_YEAR = "no-year"
    """What stands in the brackets is no year."""
    NO_NUMBER = "no-number"
    """Nothing stands before 号."""

    @property
    def unreadable(self) -> bool:
        """Whether it leaves open which document is meant."""
        return self in {DocumentFlaw.NO_YEAR, DocumentFlaw.NO_NUMBER}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The number of a document as written, what it is made of, and its flaws in their order.

    `year` and `number` are None where they cannot be read.
    """

    text: str
    agency: str
    year: int | None
    number: int | None
    flaws: tuple[DocumentFlaw, ...] = ()

    def __str__(self) -> str:
        """Write it as the standard asks: X政办发〔2017〕96号."""
        return f"{self.agency}〔{self.year or ''}〕{'' if self.number is None else self.number}号"

    @property
    def readable(self) -> bool:
        """Whether it says which document is meant."""
        return not any(flaw.unreadable for flaw in self.flaws)


_OPEN = "〔[［【(（﹝<＜〈《«「『{｛〖⟨〘﹛"
_CLOSE = "〕]］】)）﹞>＞〉》»」』}｝〗⟩〙﹜"
_RIGHT = {"〔", "〕"}
_DIGIT = "[0-9０-９]"
_FIRST_YEAR, _LAST_YEAR, _CENTURY = 1949, 2099, 100
_TURN = 50
"""Two digits from here on are a year of the last century."""
_YEAR_DIGITS, _SHORT_YEAR_DIGITS = 4, 2

# Patterns are compiled at their first use: most files need none, and all pay for the start.
_BRACKETED = (
    rf"(?P<agency>[\u4e00-\u9fffA-Za-zＡ-Ｚａ-ｚ×*]{{1,20}})\s*"
    rf"(?P<open>[{re.escape(_OPEN)}]?)\s*(?P<year>{_DIGIT}{{0,6}})\s*年?\s*"
    rf"(?P<close>[{re.escape(_CLOSE)}]?)\s*"
    rf"(?P<order>第?)\s*(?P<number>{_DIGIT}{{0,6}})(?P<end>\s*号|\s*號|)"
)
# Words that the short name of an office ends with in front of the year: 政办发, 财函, 卫规.
_KINDS = "发函秘办规电复"
_BARE = (
    rf"(?P<agency>[\u4e00-\u9fffA-Za-z×*]{{1,19}}[{_KINDS}])\s*(?P<open>)(?P<year>(?:19|20)[0-9]{{2}})\s*"
    rf"[年\-—–.·]?\s*(?P<close>)(?P<order>第?)\s*(?P<number>[0-9]{{1,4}})(?P<end>\s*号)"
)
# Orders and announcements have numbers of their own kind: 省政府令第711号, 公告2017年第10号.
_OTHER_KINDS = ("令", "公告", "通告", "布告", "证", "字")
_SEPARATED = r"$|[\s、，,;；/)）\]】。]"
_LISTED = r"\s*[、，,\-—–~至和及]\s*[0-9０-９]"
_BLANKS = r"[^\S\r\n]"


def read_document_numbers(text: str) -> tuple[DocumentNumber, ...]:
    """Find the numbers of documents in a text; orders, announcements and court files are none."""
    found = [_read(match) for match in _matches(re.compile(_BRACKETED), text)]
    if not found:
        found = [_read(match) for match in _matches(re.compile(_BARE), text)]
    return tuple(found)


def document_key(text: str) -> str | None:
    """Make a text that is one document number comparable; None for any other text."""
    found = read_document_numbers(text)
    alone = len(found) == 1 and found[0].text == text.strip()
    return str(found[0]) if alone and found[0].readable else None


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if not match["agency"].endswith(_OTHER_KINDS) and _is_one(match):
            yield match


def _is_one(match: re.Match[str]) -> bool:
    """Tell whether what looks like the number of a document is one."""
    if match.re is re.compile(_BARE):
        return match[0].strip() == match.string.strip()
    proper = {match["open"], match["close"]} <= {"", *_RIGHT}
    if not match["open"] and not match["close"]:
        return False
    if not match["number"]:
        return bool(match["end"]) and (proper or len(match["year"]) == _YEAR_DIGITS)
    if match["end"] or re.compile(_LISTED).match(match.string, match.end()):
        return proper or _may_be_year(match)
    if not re.compile(_SEPARATED).match(match.string, match.end()):
        return False
    # Without 号 and 〔〕 much else looks alike: (2017)3 after the title of a plan.
    return proper or (match[0].strip() == match.string.strip() and _may_be_year(match))


def _may_be_year(match: re.Match[str]) -> bool:
    year = plain(match["year"])
    if len(year) == _YEAR_DIGITS:
        return year.startswith(("19", "20"))
    return len(year) == _SHORT_YEAR_DIGITS and match["agency"].endswith(tuple(_KINDS))


def _read(match: re.Match[str]) -> DocumentNumber:
    year, number = plain(match["year"]), plain(match["number"])
    flaws = _flaws(match, year, number)
    return DocumentNumber(
        text=match[0].strip(),
        agency=match["agency"],
        year=_year(year),
        number=int(number) if number else None,
        flaws=tuple(flaw for flaw in DocumentFlaw if flaw in flaws),
    )


def _year(digits: str) -> int | None:
    if len(digits) == _SHORT_YEAR_DIGITS:
        short = int(digits)
        return short + (20 if short < _TURN else 19) * _CENTURY
    year = int(digits) if len(digits) == _YEAR_DIGITS else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _flaws(match: re.Match[str], year: str, number: str) -> set[DocumentFlaw]:
    listed = re.compile(_LISTED).match(match.string, match.end())
    found = {
        DocumentFlaw.BRACKETS: {match["open"], match["close"]} != _RIGHT,
        DocumentFlaw.SHORT_YEAR: len(year) == _SHORT_YEAR_DIGITS,
        DocumentFlaw.ORDER_WORD: match["order"],
        DocumentFlaw.LEADING_ZERO: number.startswith("0"),
        DocumentFlaw.NO_SIGN: number and not match["end"] and not listed,
        DocumentFlaw.FULL_WIDTH: year + number != match["year"] + match["number"],
        DocumentFlaw.BLANKS: re.compile(_BLANKS).search(match[0].strip()),
        DocumentFlaw.NO_YEAR: _year(year) is None,
        DocumentFlaw.NO_NUMBER: not number,
    }
    return {flaw for flaw, here in found.items() if here}
