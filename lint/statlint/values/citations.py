"""Documents that a text cites: 《关于……的通知》（国办公开办函〔2019〕60号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statlint.dataclass import dataclass
from statlint.values.text import plain

_OPEN, _CLOSE = "〔\\[［【(（﹝", "〕\\]］】)）﹞"
# Words that the short name of an office ends with in front of the year: 政办发, 财函, 卫规.
_ENDS = "发函秘办规电复字传"
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_NUMBER = (
    rf"(?P<agency>[\u4e00-\u9fffA-Za-z]{{1,12}}?[{_ENDS}])\s?(?P<open>[{_OPEN}〈《<])\s?"
    rf"(?P<year>(?:19|20)[0-9]{{2}})\s?年?(?P<close>[{_CLOSE}〉》>]?)\s?"
    rf"(?P<order>第?)\s?(?P<number>[0-9]{{1,5}})(?![0-9])\s?(?P<end>号?)"
)
_LOST = (
    rf"(?P<agency>[\u4e00-\u9fffA-Za-z]{{1,12}}?[{_ENDS}])[〔\[［]"
    r"(?P<year>(?:19|20)[0-9]{2})(?P<number>[0-9]{1,4})(?![0-9])"
)
_TITLE = (
    r"《(?P<title>[^《》\n]{2,90}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?)》\s?[（(]\s?"
    rf"(?P<agency>[\u4e00-\u9fffA-Za-z]{{1,20}})\s?[{_OPEN}]\s?(?P<year>(?:19|20)[0-9]{{2}})"
    rf"\s?[{_CLOSE}]\s?第?\s?(?P<number>[0-9]{{1,5}})\s?号"
)
_BEFORE = "^.*(?:印发|转发|下发|根据|按照|依据|落实|贯彻|执行|的|了|以|和|及|为|见)(?=.)"
"""Words of the sentence that run on into the number."""
_VERBS = ("印发", "转发", "下发", "制发", "签发", "核发", "分发", "颁发", "批复", "答复")
_QUOTES = "[《》〈〉<>“”\"'\\s]"
_LISTED = r"\s*[、，,\-—–~至和及]\s*[0-9]"


@dataclass(frozen=True, slots=True)
class Cited:
    """The number of a document in a text, with what is wrong with how it is written.

    `start` and `end` are its signs in the text; `flaw` is empty where it is right.
    """

    agency: str
    year: int
    number: str
    start: int
    end: int
    flaw: str = ""

    @property
    def meant(self) -> str:
        """The number as the standard asks it to be written."""
        return f"{self.agency}〔{self.year}〕{int(self.number)}号"


@dataclass(frozen=True, slots=True)
class Citation:
    """A title with its number behind it: both comparable, and the signs that they take."""

    title: str
    agency: str
    year: int
    number: int
    start: int
    end: int


def cited_numbers(text: str) -> Iterator[Cited]:
    """Find the numbers of documents in the sentences of a text."""
    for found in re.finditer(_NUMBER, text):
        ended = found["end"] or re.compile(_LISTED).match(text, found.end())
        if ended and _is_agency(found):
            yield _cited(found, _flaw(found))
    for found in re.finditer(_LOST, text):
        yield _cited(found, "unclosed")


def citations(text: str) -> Iterator[Citation]:
    """Find the titles that have a number behind them."""
    for found in re.finditer(_TITLE, text):
        title = re.sub(_QUOTES, "", plain(found["title"]))
        year, number = int(found["year"]), int(found["number"])
        yield Citation(title, found["agency"], year, number, found.start(), found.end())


def _is_agency(found: re.Match[str]) -> bool:
    """Tell an office's short name from a verb of the sentence: 转发《2019年第3号公告》."""
    square = found["close"] or found["open"] in "〔[［【"
    return bool(square) and not found["agency"].endswith(_VERBS)


def _cited(found: re.Match[str], flaw: str) -> Cited:
    agency = re.sub(_BEFORE, "", found["agency"])
    start = found.end("agency") - len(agency)
    return Cited(agency, int(found["year"]), found["number"], start, found.end(), flaw)


def _flaw(found: re.Match[str]) -> str:
    if not found["close"]:
        return "unclosed"
    if found["open"] != "〔" or found["close"] != "〕":
        return "brackets"
    if found["order"]:
        return "order"
    return "zero" if found["number"].startswith("0") else ""
