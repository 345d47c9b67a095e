"""Where parts begin: the words that say so, and the figures whose parts they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statlint.claims import cues
from statlint.claims.lists import Listed, list_from
from statlint.claims.slips import is_slip
from statlint.claims.sums import is_near
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.dataclass import dataclass

BRACKETS = "()"
"""What stands for a cue where parts only stand in brackets."""
WITHIN = "中"
"""What stands for a cue where a figure itself says so: 收到的77件申请中."""
_FARTHEST = 3
_NEAR = 10
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


def worded(utterances: Sequence[Utterance], parts: set[str]) -> Iterator[Cue]:
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
    between = re.sub(r"^\([^()0-9]{1,4}\)", "", between)  # 74篇（条），包括
    return between.strip(" $€£") in _DIRECT or _is_in_turn(utterance, whole, cue)


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


def bracketed(utterance: Utterance) -> Iterator[Cue]:
    """Find lists right behind a figure without a cue: in brackets, or 收到的77件申请中，…."""
    for spot in utterance.spots:
        at = spot.end + len(spot.tail)
        among = spot.tail.endswith("中") or re.fullmatch(
            r"(?:Out o|O)f (?:the |these )?", spot.lead
        )
        if among and is_count(spot):
            yield Cue(WITHIN, at, spot.depth, utterance, (spot,), complete=False)
        if utterance.text[at : at + 1] == "(" and is_count(spot):
            inside = utterance.text[at + 1 :].partition(")")[0]
            if not cues.cue().match(inside):
                yield Cue(BRACKETS, at + 1, spot.depth + 1, utterance, (spot,), complete=False)
