"""Sums without a cue: 政策11条，财政17条，共公开28条; 共公布69条，动态61条，…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims import cues
from statlint.claims.complete import is_complete, is_disjoint, is_told_out
from statlint.claims.lists import event_of, list_from
from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.slips import is_slip
from statlint.claims.sums import complete_size, is_near, total
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose.numerals import read_words
from statlint.values import Number, Text

_NEAR = 10
_WAYS_NEAR = 50
_ENOUGH = 3
"""So many bare labels in a row are a list of parts, even if no word says so."""


@cache
def all_told() -> re.Pattern[str]:
    """Find the words that make a figure a total."""
    return re.compile(r"共|累计|总计|合计|总共")


def find_bare(utterances: Sequence[Utterance], known: set[str]) -> Iterator[Claim]:
    """Give sums that no word announces; `known` are the keys of figures that are broken down."""
    taken = set(known)
    for at, utterance in enumerate(utterances):
        following = utterances[at + 1] if at + 1 < len(utterances) else None
        for spot in utterance.spots:
            if _may_be_whole(spot):
                for claim in _bare(utterance, spot, following, taken):
                    taken |= {one.key for one in claim.others}
                    yield claim


def _may_be_whole(spot: Spot) -> bool:
    counted = is_count(spot) and spot.is_exact and spot.depth == 0
    return counted and "其中" not in spot.lead and bool(spot.unit) and not cues.is_change(spot.lead)


def _bare(
    utterance: Utterance, spot: Spot, following: Utterance | None, taken: set[str]
) -> Iterator[Claim]:
    behind = _behind(utterance, spot)
    if behind is not None:
        yield behind
    place = (utterance, spot.end + len(spot.tail), 0)
    listed = list_from(*place, spot, over_events=True)
    if listed is not None and listed.is_exact and is_told_out(spot, listed.spots):
        yield sum_claim(spot, listed.spots, "列举", sure=total(listed.spots) == value_of(spot))
    elif behind is None and spot.mention.key not in taken:
        yield from _ahead(utterance, spot, following)


def value_of(spot: Spot) -> Number:
    """Give the figure itself."""
    return spot.quantity.figure.value


def is_meant(whole: Spot, parts: Sequence[Spot]) -> bool:
    """Tell whether figures add up, or all but do."""
    near = is_near(whole, parts, _NEAR)
    return near or is_slip(whole, parts)


def _behind(utterance: Utterance, spot: Spot) -> Claim | None:
    """Read a sum that stands behind its parts."""
    said = cues.behind().search(spot.lead)
    if said is None:
        return None
    before = [one for one in utterance.spots if one.end <= spot.start and one.depth == 0]
    parts: list[Spot] = []
    for one in reversed(before):
        if one.unit != spot.unit or not one.is_exact or cues.is_change(one.lead):
            break
        parts.insert(0, one)
        if len(parts) > 1 and total(parts) == spot.quantity.figure.value:
            return sum_claim(spot, parts, "合计")
    if said["items"] and len(parts) == read_words(said["items"]):
        return sum_claim(spot, parts, "合计")
    likely = is_near(spot, parts, _NEAR) or is_slip(spot, parts)
    if len(parts) > 1 and likely and (said["plain"] or _agree(spot, parts) or _is_bare_sum(spot)):
        return sum_claim(spot, parts, "合计", sure=bool(said["plain"]))
    return None


def _is_bare_sum(spot: Spot) -> bool:
    """Tell a sum that nothing but its word stands before: 14个村、3个社区，共17个村（社区）."""
    return re.fullmatch(r"[,;](?:累计|共)", spot.lead) is not None


def _agree(spot: Spot, parts: Sequence[Spot]) -> bool:
    """Tell whether a sum and all its parts are told by the same words: 收到申请."""
    label = spot.mention.label
    pairs = {label[at : at + 2] for at in range(len(label) - 1)}
    return all(any(pair in one.mention.label for pair in pairs) for one in parts)


def _ahead(utterance: Utterance, spot: Spot, following: Utterance | None) -> Iterator[Claim]:
    """Read a list right behind a figure, in its sentence or as the next one."""
    start, place = spot.end + len(spot.tail), utterance
    if not utterance.text[start:].strip("。.;") and following is not None:
        start, place = 0, following
    listed = list_from(place, start, 0, spot)
    if listed is None or not listed.is_exact or len(listed.spots) < 2:  # noqa: PLR2004
        return
    if any(one.unit != spot.unit for one in listed.spots) or "其中" in listed.spots[0].lead:
        return
    parts = listed.spots
    size = complete_size(spot, parts)
    if size:
        yield sum_claim(spot, parts[:size], "列举")
        return
    bare = _is_list(utterance, spot, parts) if place is utterance else _is_by_way(parts)
    near = is_near(spot, parts, _NEAR if place is utterance else _WAYS_NEAR)
    items = place is not utterance and _is_by_item(place, parts)
    told = bool(all_told().search(spot.clause)) or is_meant(spot, parts)
    done = place is utterance and listed.closed and not listed.open_ended
    done = done and _is_results(utterance, spot, parts)
    if (items and told) or done or (bare and (near or is_slip(spot, parts, exchanged=True))):
        yield sum_claim(spot, parts, "列举", sure=False)


def _is_results(utterance: Utterance, spot: Spot, parts: Sequence[Spot]) -> bool:
    """Tell all results of what was answered: 答复申请140件，予以公开60件，…，其他处理20件."""
    done = re.search(r"(?:办结|答复|办复)[^,;:。]*$", spot.clause)
    named = len(parts) >= _ENOUGH and is_complete(parts) and is_disjoint(parts)
    left = re.search(r"结转|在办|正在|尚|未到期|[未待]办结|[未待]答复", utterance.text)
    return done is not None and named and left is None


def _is_by_item(utterance: Utterance, parts: Sequence[Spot]) -> bool:
    """Tell a sentence whose items (一是…；二是…) have one figure each."""
    items = re.findall(r"(?:^|[,;:])[一二三四五六七八九十]{1,2}是", utterance.text)
    return len(items) == len(parts) > 1 and utterance.text.startswith("一是")


def _is_by_way(parts: Sequence[Spot]) -> bool:
    """Tell a sentence that only lists by which ways something was published."""
    ways = all(cues.channel().search(one.mention.label) for one in parts)
    return ways and parts[0].lead.startswith(("通过", "利用", "其中"))


def _is_list(utterance: Utterance, spot: Spot, parts: Sequence[Spot]) -> bool:
    """Tell bare labels behind a figure that is all told, or behind a colon."""
    bare = all(not event_of(one) and not one.tail for one in parts)
    announced = utterance.text.startswith(":", spot.end + len(spot.tail))
    announced = announced or all_told().search(spot.clause) is not None
    return bare and len(parts) >= _ENOUGH and announced


def sum_claim(whole: Spot, parts: Sequence[Spot], said: str, *, sure: bool = True) -> Claim:
    """State that figures are the parts of a whole."""
    mentions: tuple[Mention, ...] = tuple(one.mention for one in parts)
    return Claim(Relation.PARTS, whole.mention, mentions, Text(said, "listed"), sure)
