"""Things that are counted and then listed: 三个方面：一是…二是…; 2项制度《A》《B》《C》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims.model import Claim, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose.numerals import read_words
from statlint.values import Text

_MOST = 20
_LONGEST = 18


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[,;:。、!?)\n])(?P<number>[一二三四五六七八九十]{1,3})是(?P<said>[^,;:。]{0,12})"
    )


@cache
def _points() -> re.Pattern[str]:
    """Tell what 一是, 二是 list from what is only counted before them: 召开会议2次。一是传达….."""
    return re.compile(
        r"方面|问题|措施|不足|特点|做法|举措|困难|短板|原因|经验|任务|环节|途径|亮点|点|薄弱"
    )


@cache
def _opens_list() -> re.Pattern[str]:
    """Find what stands between a counted word and the first thing of the list behind it."""
    return re.compile(
        r"[^,;:。!?()0-9]{0,12}(?:[:。,]|[:,]?(?:即|分别是|分别为|包括|主要是)[:,]?)$"
    )


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(
        r"《[^《》]*(?:《[^《》]*》[^《》]*)*》(?:\([^()]{0,40}\))?(?P<link>[、,和及与]|以及)?"
    )


def find_listed(utterances: Sequence[Utterance], following: str = "") -> Iterator[Claim]:
    """Give the counts of a passage whose things are listed right behind or before them.

    `following` is the text of the next passage, in which a list may go on.
    """
    text = "".join(one.text for one in utterances)
    if re.match(r"\s*[二三四五六七八九十]{1,3}是", following):
        return
    since = 0
    for utterance in utterances:
        for spot in utterance.spots:
            if is_count(spot) and spot.is_exact and 1 < spot.quantity.figure.value <= _MOST:
                listed = _in_order(text, since + spot.end, spot.unit) or _titled(utterance, spot)
                listed = listed or _enumerated(utterance, spot)
                if listed:
                    basis = Text("列举", "listed")
                    yield Claim(Relation.COUNTED, spot.mention, (), basis, listed=listed)
        since += len(utterance.text)


def _in_order(text: str, start: int, unit: str) -> tuple[str, ...]:
    """Give what 一是, 二是 … list behind a place, where they begin right there."""
    listed: list[str] = []
    for found in _ordinals().finditer(text, start - 1):
        number = read_words(found["number"])
        between = text[start : found.start("number")]
        opened = _opens_list().match(between) and _points().search(f"{unit}{between}")
        if not listed and (number != 1 or not opened):
            return ()
        if number != len(listed) + 1:
            break
        # 18场次。一是…9场次；二是…9场次: a sum of figures, not a count of things.
        if re.match(rf"[^。;]{{0,60}}[0-9]+{re.escape(unit)}", text[found.start("said") :]):
            return ()
        listed.append(f"{found['number']}是{found['said']}")
    return tuple(listed) if len(listed) > 1 else ()


def _titled(utterance: Utterance, spot: Spot) -> tuple[str, ...]:
    """Give the titles right behind a count, or right before it."""
    if spot.unit not in {"项", "个", "件", "篇"}:
        return ()
    behind = _run(utterance.text, spot.end + len(spot.tail.partition("《")[0]))
    return behind if len(behind) > 1 else _run_before(utterance, spot)


def _run(text: str, at: int) -> tuple[str, ...]:
    at += text[at : at + 1] == ":"
    titles = []
    while found := _titles().match(text, at):
        titles.append(found[0])
        at = found.end()
        if not found["link"] and text[at : at + 1] != "《":
            break
    # 等 and other things behind the last title may be counted as well.
    return () if text[at : at + 1] not in {"。", ";", ",", ""} else tuple(titles)


def _run_before(utterance: Utterance, spot: Spot) -> tuple[str, ...]:
    """Give the titles right before a count: 《A》《B》2个文件."""
    before = utterance.text[: spot.start]
    if not before.endswith("》"):
        return ()
    first = before.find("《", max(before.rfind("。"), before.rfind(";"), before.rfind(":")) + 1)
    titles = []
    at = first
    while found := _titles().match(before, at):
        titles.append(found[0])
        at = found.end()
    return tuple(titles) if at == len(before) and len(titles) > 1 else ()


def _enumerated(utterance: Utterance, spot: Spot) -> tuple[str, ...]:
    """Give short names behind a colon: 4个类别：A、B、C、D."""
    behind = utterance.text[spot.end : spot.end + 300]
    found = re.match(
        r"(?:类|方面|领域|类别|栏目|专栏|板块|版块|渠道|平台)?[^,;:。()]{0,6}(?:\(即:?|:)", behind
    )
    if found is None or spot.unit not in {"个", "类", "大类", "项", "种", "大"}:
        return ()
    names = re.split(r"[;。)\n]", behind[found.end() :])[0]
    if re.search(r"[0-9,:《“]|等|[一二三四五六七八九]是", names):
        return ()
    listed = tuple(names.split("、"))
    if len(listed) == 1 or any(not 1 < len(name) <= _LONGEST for name in listed):
        return ()
    # 和 may stand within a name as well as before the last one.
    last = re.split(r"以及|和|及|与", listed[-1])
    joined = len(last) - 1 + len(listed)
    return (*listed[:-1], *last) if spot.quantity.figure.value == joined else listed
