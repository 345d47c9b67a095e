"""Wholes and their parts: X条，其中a条、b条; X条，包括…; X条（a条、b条）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statlint.claims import cues
from statlint.claims.complete import is_complete, is_disjoint
from statlint.claims.lists import Listed, list_from
from statlint.claims.model import Claim, Relation
from statlint.claims.slips import is_slip
from statlint.claims.sums import complete_size, is_near, is_over, is_rounded, total
from statlint.claims.units import is_count, is_one_unit
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import Exactness, QuantityKind
from statlint.values import Text

_FARTHEST = 3
_NEAR = 10
"""A list that misses its whole by less than a tenth was meant to be complete (forms.md 7)."""
_CHANNELS_NEAR = 50
"""Ways of publishing overlap: only what all but adds up was meant to."""
_LONG = 4
"""So many figures in a row are one list, even where some are told by words of doing."""
_DIRECT = frozenset({"", ",", ":", "(", ";", "(其中", ",其中", ",其中:", ",其中,"})


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Where parts begin: the words that say so, the depth of brackets, the wholes in question."""

    basis: str
    end: int
    depth: int
    utterance: Utterance
    wholes: tuple[Spot, ...]
    """Nearest first."""
    complete: bool
    """Whether the words say that nothing else belongs to it."""

    def list_of(self, whole: Spot, *, over_events: bool = False) -> Listed | None:
        """Read what is listed behind it as parts of a whole."""
        place = (self.utterance, self.end, self.depth)
        return list_from(*place, whole, over_events=over_events)


def find_breakdowns(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give the breakdowns of a passage."""
    parts: set[str] = set()
    for at, utterance in enumerate(utterances):
        for cue in (*_bracketed(utterance), *_worded(utterances[: at + 1], parts)):
            for claim in _claims(cue):
                parts |= {one.key for one in claim.others}
                yield claim


def _worded(utterances: Sequence[Utterance], parts: set[str]) -> Iterator[Cue]:
    """Find the cues of the last of some sentences; `parts` are the keys of figures read so far."""
    utterance = utterances[-1]
    for found in cues.cue().finditer(utterance.text):
        depth = _depth(utterance.text, found.start())
        complete = found.lastgroup == "complete"
        wholes = _wholes(utterances, found, depth, parts)
        if wholes and (not complete or _is_direct(utterance, wholes[0], found)):
            yield Cue(found[0], found.end(), depth, utterance, wholes, complete)


def _depth(text: str, at: int) -> int:
    return text.count("(", 0, at) - text.count(")", 0, at)


def _is_in_turn(utterance: Utterance, whole: Spot, cue: re.Match[str]) -> bool:
    """Tell a list whose names all stand before it: 60篇，文字、图片分别为51篇、9篇."""
    between = utterance.text[whole.end + len(whole.tail) : cue.start()]
    listed = list_from(utterance, cue.end(), whole.depth, whole)
    names = re.fullmatch(r",[^,;。0-9]{2,40}", between)
    if listed is None or names is None or cue[0] not in {"分别为", "分别是"}:
        return False
    told = len(re.findall(r"[、和及]", between)) + 1 == len(listed.spots)
    return told and (is_near(whole, listed.spots, _NEAR) or is_slip(whole, listed.spots))


def _is_direct(utterance: Utterance, whole: Spot, cue: re.Match[str]) -> bool:
    """Tell whether words stand right behind a figure, but for what it counts, or by which order."""
    if cues.ordered().match(cue[0]) or not utterance.text[: cue.start()].strip(",:;"):
        return True
    between = utterance.text[whole.end + len(whole.tail) : cue.start()]
    return between in _DIRECT or _is_in_turn(utterance, whole, cue)


def _wholes(
    utterances: Sequence[Utterance], cue: re.Match[str], depth: int, parts: set[str]
) -> tuple[Spot, ...]:
    """Give the figures that a cue may break down, nearest first.

    A list that begins anew (；其中…, 。按申请方式分…) is one more of the whole before, not of its
    last part.
    """
    utterance, at = utterances[-1], cue.start()
    spots = [one for one in utterance.spots if one.end <= at and one.depth <= depth]
    anew = cues.ordered().match(cue[0]) or utterance.text[:at].rstrip(",:").endswith(";")
    if not spots and not utterance.text[:at].strip(",:;"):
        anew = True
        spots = [one for other in utterances[-3:-1] for one in other.spots if one.depth == 0]
    spots = [one for one in spots if is_count(one) and not cues.is_change(one.lead)]
    if anew:
        spots = [one for one in spots if one.mention.key not in parts]
    return tuple(reversed(spots))[:_FARTHEST]


def _bracketed(utterance: Utterance) -> Iterator[Cue]:
    """Find lists right behind a figure without a cue: in brackets, or 收到的77件申请中，…."""
    for spot in utterance.spots:
        at = spot.end + len(spot.tail)
        among = spot.tail.endswith("中") or re.fullmatch(
            r"(?:Out o|O)f (?:the |these )?", spot.lead
        )
        if among and is_count(spot):
            yield Cue("中", at, spot.depth, utterance, (spot,), complete=False)
        if utterance.text[at : at + 1] == "(" and is_count(spot):
            inside = utterance.text[at + 1 :].partition(")")[0]
            if not cues.cue().match(inside):
                yield Cue("()", at + 1, spot.depth + 1, utterance, (spot,), complete=False)


def _claims(cue: Cue) -> Iterator[Claim]:
    """Read the list behind a cue; counts and money may alternate in it, each with its whole."""
    for kind in (QuantityKind.COUNT, QuantityKind.AMOUNT):
        wholes = [one for one in cue.wholes if one.quantity.kind is kind]
        for whole in wholes:
            listed = cue.list_of(whole, over_events=True)
            if listed is None or not (whole.is_exact and listed.is_exact):
                continue
            size = complete_size(whole, listed.spots)
            if size:
                yield _claim(Relation.PARTS, whole, listed.spots[:size], cue)
                yield from _rest(whole, listed.spots[size:], cue)
                break
        else:
            yield from _unequal(cue, wholes)


def _rest(whole: Spot, spots: tuple[Spot, ...], cue: Cue) -> Iterator[Claim]:
    """Read what goes on behind a complete list: often the same whole broken down otherwise."""
    if len(spots) < 2:  # noqa: PLR2004
        return
    apart = ";" in spots[0].lead and not any(one.tail.startswith("等") for one in spots)
    again = is_complete(spots) or is_near(whole, spots, _NEAR) or is_slip(whole, spots)
    if total(spots) == whole.quantity.figure.value or (apart and again):
        yield _claim(Relation.PARTS, whole, spots, cue, sure=is_complete(spots))


def _unequal(cue: Cue, wholes: Sequence[Spot]) -> Iterator[Claim]:
    """Say of figures that do not add up whether they should."""
    for whole in wholes:
        listed = _likely_list(cue, whole)
        # A unit in two words (条, 篇) is taken for one only of the figure right before.
        if listed is None or not (whole is cue.wholes[0] or is_one_unit(whole, listed.spots[0])):
            continue
        if whole.utterance != cue.wholes[0].utterance:
            return
        # 余 and 以上 say at least so many: enough to be beyond a whole.
        least = {Exactness.EXACT, Exactness.OVER}
        exact = tuple(spot for spot in listed.spots if spot.quantity.exactness in least)
        relation = _relation(whole, listed, cue)
        # Bare numbers that only stand together (Of 100 …, 3 and 5) make no list.
        worded = cue.basis not in {"()", "中"}
        told = worded or (whole.unit and (relation is Relation.PARTS or cue.basis == "中"))
        if whole.is_exact and exact and told and not is_rounded(whole, exact):
            if is_over(whole, exact) and total(exact[1:]) == exact[0].quantity.figure.value:
                yield from _nested(whole, exact, cue)
                return
            sure = _is_sure(relation, whole, listed, wholes, cue.basis)
            likely = is_near(whole, exact, _NEAR) or is_slip(whole, exact)
            doubted = is_over(whole, exact) and not likely
            if sure or not (doubted or relation is Relation.EACH_AMONG):
                yield _claim(relation, whole, exact, cue, sure=sure)
        return


def _likely_list(cue: Cue, whole: Spot) -> Listed | None:
    """Read a list to its end: over words of doing where it all but adds up only with them."""
    listed, longer = cue.list_of(whole), cue.list_of(whole, over_events=True)
    if listed is None or longer is None or is_near(whole, listed.spots, _NEAR):
        return listed
    meant = len(longer.spots) >= _LONG and is_near(whole, longer.spots, _CHANNELS_NEAR)
    return longer if longer.closed and meant else listed


def _nested(whole: Spot, spots: Sequence[Spot], cue: Cue) -> Iterator[Claim]:
    """Read a list whose first figure is the sum of all others: 有效246件，满意240件，不满意6件."""
    yield _claim(Relation.AMONG, whole, spots[:1], cue)
    yield _claim(Relation.PARTS, spots[0], spots[1:], cue)


def _relation(whole: Spot, listed: Listed, cue: Cue) -> Relation:
    """Choose how strictly a list is held against its whole."""
    channels = _is_published(whole, listed) or _overlaps(whole, listed)
    if len(listed.spots) > 1 and listed.is_exact and not listed.open_ended:
        near = is_near(whole, listed.spots, _CHANNELS_NEAR if channels else _NEAR)
        told = cues.exhaustive().match(cue.basis) or is_complete(listed.spots)
        slip = is_slip(whole, listed.spots, exchanged=channels)
        if near or slip or (told and not channels):
            return Relation.PARTS
    if channels and len(listed.spots) > 1:
        return Relation.EACH_AMONG
    return Relation.AMONG


def _overlaps(whole: Spot, listed: Listed) -> bool:
    """Tell whether one part is the whole already: the others say something else of it."""
    values = [one.quantity.figure.value for one in listed.spots]
    several = sum(value > 0 for value in values) > 1
    return several and whole.quantity.figure.value in values and not is_disjoint(listed.spots)


def _is_published(whole: Spot, listed: Listed) -> bool:
    """Tell whether parts are ways of publishing: one thing may be told by several of them."""
    if cues.asked().search(whole.mention.label) or whole.quantity.kind is QuantityKind.AMOUNT:
        return False
    return any(cues.channel().search(one.mention.label) for one in listed.spots)


def _is_sure(
    relation: Relation, whole: Spot, listed: Listed, wholes: Sequence[Spot], basis: str
) -> bool:
    """Tell whether no other reading of a list that does not add up would do."""
    # Parts may be told of several figures at once: 收到申请30件、咨询20件，其中网上40件.
    bound = total(one for one in wholes if one.unit == whole.unit)
    if relation is Relation.PARTS:
        if is_near(whole, listed.spots, _NEAR):
            return listed.closed
        within = is_over(whole, listed.spots) and total(listed.spots) <= bound
        told = cues.exhaustive().match(basis) or is_complete(listed.spots)
        return listed.closed and not within and bool(told)
    if relation is Relation.EACH_AMONG:
        largest = max(one.quantity.figure.value for one in listed.spots)
        return largest <= whole.quantity.figure.value or largest > bound
    if not is_over(whole, listed.spots):
        return True
    alike = sum(is_one_unit(whole, one) for one in listed.spots)
    if alike * 2 <= len(listed.spots) or (alike < len(listed.spots) and alike == 1):
        return False
    if is_disjoint(listed.spots) and whole is wholes[0]:
        return True
    return total(listed.spots) > bound and (len(listed.spots) == 1 or listed.closed)


def _claim(
    relation: Relation, whole: Spot, parts: Sequence[Spot], cue: Cue, *, sure: bool = True
) -> Claim:
    mentions = tuple(spot.mention for spot in parts)
    said = "括号" if cue.basis == "()" else cue.basis.strip(",")
    basis = Text(said, "brackets" if cue.basis == "()" else said)
    return Claim(relation, whole.mention, mentions, basis, sure)
