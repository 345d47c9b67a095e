"""What a report says of itself: its title, year and unit, its period, who signed it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.dataclass import dataclass
from statlint.prose.model import Passage, Prose
from statlint.prose.outline import mark_of
from statlint.values import dates_in_digits, plain
from statlint.values.dates import StatedDate, read_dates
from statlint.workbook import ParagraphKind

_LONGEST_TITLE = 60
_LONGEST_NAME = 30
_YEAR = r"((?:19|20)[0-9]{2})年"
_TITLE = rf"{_YEAR}.*(?:报告|年报|年报告|总结|公报)(?:\([^()]*\))?$"
_PART_OF_YEAR = "季度|半年|[0-9]月|月度|月报"
_BODY = (
    "(?:人民政府|政府|局|委员会|委|办公室|办事处|办|厅|院|中心|管委会|管理处|站|所|队|乡|镇|街道"
    "|社|会|公司|学校|大学|银行)"
)
_NAME_BEFORE = rf"^([^0-9,。:;()《》]{{2,{_LONGEST_NAME}}}?{_BODY})(?:关于)?(?:19|20)[0-9]{{2}}年"
_NAME_AFTER = (
    rf"^(?:19|20)[0-9]{{2}}年度?([^0-9,。:;()《》]{{2,{_LONGEST_NAME}}}?{_BODY})"
    "(?=政府信息|政务公开|信息公开|工作)"
)
_NAME = rf"[^0-9,。:;()《》、]{{2,{_LONGEST_NAME}}}{_BODY}(?:\([^()]*\))?"
_SIGNED = rf"(?:({_NAME}))?((?:19|20)[0-9]{{2}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)"
_SPAN = (
    r"(?:期限|期间|统计期|起止时间|时限)[^。;;]{0,12}?"
    rf"{_YEAR}\s*([0-9]{{1,2}})\s*月\s*(?:([0-9]{{1,2}})\s*日)?[^0-9。]{{1,6}}?"
    rf"(?:{_YEAR})?\s*([0-9]{{1,2}})\s*月\s*([0-9]{{1,2}})\s*日"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a passage, from one sign to another."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """A reference period that a sentence states: 统计期限自2019年1月1日起至2019年12月31日止.

    The ends are year, month and day as written; they need not be in the calendar.
    """

    words: Words
    first: tuple[int, int, int]
    last: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed, as written (may be empty), and the day; where both stand."""

    unit: str
    unit_at: Words | None
    day: StatedDate
    day_at: Words


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a report says of itself; None for what it does not say.

    `year` is set only where the title is that of a whole year.
    """

    title: Words | None = None
    year: int | None = None
    unit: str | None = None
    spans: tuple[Span, ...] = ()
    signing: Signing | None = None


def read_particulars(prose: Prose) -> Particulars:
    """Read what a report says of itself."""
    begin = _first_section(prose.passages)
    title, name = _title(prose.passages[:begin])
    spans = tuple(span for one in prose.passages for span in _spans(one))
    signing = _signing(prose.passages[begin:])
    if title is None:
        return Particulars(spans=spans, signing=signing)
    said = _squeezed(title.passage.paragraph.text)
    year = re.search(_YEAR, said) if not re.search(_PART_OF_YEAR, said) else None
    unit = re.search(_NAME_BEFORE, said) or re.search(_NAME_AFTER, said)
    return Particulars(
        title, int(year[1]) if year else None, unit[1] if unit else name, spans, signing
    )


def _first_section(passages: Sequence[Passage]) -> int:
    marked = (at for at, one in enumerate(passages) if mark_of(one))
    return next(marked, min(len(passages), 2))


def _title(before: Sequence[Passage]) -> tuple[Words | None, str | None]:
    """Give the title and the name on the line above it; nothing where lines contradict.

    A web page may list the reports of other years, too: what is set apart goes first.
    """
    likely = [at for at, one in enumerate(before) if _is_title(one)]
    apart = [at for at in likely if _is_set_apart(before[at])] or likely
    years = {re.findall(_YEAR, _squeezed(before[at].paragraph.text))[0] for at in apart}
    if len(years) != 1:
        return None, None
    at = apart[-1]
    above = _squeezed(before[at - 1].paragraph.text) if at else ""
    return _whole(before[at]), above if re.fullmatch(_NAME, above) else None


def _is_title(passage: Passage) -> bool:
    said = _squeezed(passage.paragraph.text)
    return len(said) <= _LONGEST_TITLE and "。" not in said and bool(re.search(_TITLE, said))


def _is_set_apart(passage: Passage) -> bool:
    paragraph = passage.paragraph
    return paragraph.kind is ParagraphKind.HEADING or paragraph.centred


def _spans(passage: Passage) -> Iterator[Span]:
    text = passage.paragraph.text
    if "年" not in text or "月" not in text:
        return
    for found in re.finditer(_SPAN, plain(text) if len(plain(text)) == len(text) else text):
        year, month, day, year_2, month_2, day_2 = (
            int(one) if one else 0 for one in found.groups()
        )
        words = Words(passage, found.start(1), found.end())
        yield Span(words, (year, month, day or 1), (year_2 or year, month_2, day_2))


def _signing(passages: Sequence[Passage]) -> Signing | None:
    """Find the last day that stands alone, or after a name alone; the name may be above it."""
    for at in range(len(passages) - 1, -1, -1):
        found = re.fullmatch(_SIGNED, _squeezed(passages[at].paragraph.text))
        if found is None:
            continue
        here = _whole(passages[at])
        day = read_dates(found[2])[0]
        if found[1]:
            return Signing(found[1], here, day, here)
        above = _squeezed(passages[at - 1].paragraph.text) if at else ""
        if re.fullmatch(_NAME, above):
            return Signing(above, _whole(passages[at - 1]), day, here)
        return Signing("", None, day, here)
    return None


def _whole(passage: Passage) -> Words:
    return Words(passage, 0, len(passage.paragraph.text))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", dates_in_digits(plain(text)))
