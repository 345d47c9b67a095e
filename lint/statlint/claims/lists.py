"""The figures that are listed one behind the other, and where such a list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from statlint.claims import cues
from statlint.claims.units import kin
from statlint.claims.utterance import Spot, Utterance
from statlint.dataclass import dataclass
from statlint.prose import QuantityKind


@dataclass(frozen=True, slots=True)
class Listed:
    """Figures of one list; `closed` where it is beyond doubt that it ends after the last one.

    `open_ended` where the text itself says that there are more (等).
    """

    spots: tuple[Spot, ...]
    closed: bool
    open_ended: bool

    @property
    def is_exact(self) -> bool:
        """Tell whether all figures are exact."""
        return all(spot.is_exact for spot in self.spots)


def list_from(
    utterance: Utterance, start: int, depth: int, whole: Spot, *, over_events: bool = False
) -> Listed | None:
    """Read the figures from a place on that are listed as parts of a whole.

    Words of doing (收到, 回应) mostly begin another statement; `over_events` takes them for names.
    """
    taken: list[Spot] = []
    closed, at = True, start
    for spot in utterance.spots:
        if spot.start < start or spot.depth > depth:
            continue
        if spot.depth < depth or _closes(utterance.text, at, spot.start):
            break
        if taken and not over_events and _is_rate(spot):
            closed = False
            break
        if spot.quantity.kind is not whole.quantity.kind or cues.is_change(spot.lead):
            continue
        if not _goes_on(taken, spot, whole, over_events=over_events):
            closed = not (taken and kin(taken[0], spot))  # another kind of thing ends it for sure
            closed = closed or bool(event_of(spot))
            break
        if not over_events and _begins_anew(taken, spot, utterance):
            break
        if taken and not over_events and _is_whole(utterance, spot):
            closed = ";" in spot.lead
            break
        taken.append(spot)
        at = spot.end
    if not taken or (len(taken) == 1 and whole.unit and not taken[0].unit):
        return None
    return Listed(tuple(taken), closed, _is_open(utterance, taken))


def _begins_anew(taken: Sequence[Spot], spot: Spot, utterance: Utterance) -> bool:
    """Tell another list behind ；, where the figures before it, or after, have other signs."""
    if not taken or not spot.lead.startswith(";"):
        return False
    if len(taken) > 1:
        return not any(one.lead.startswith(";") for one in taken[1:])
    # 其中女生3018人；招生2105人，毕业2033人: the one before it stands alone.
    later = next((one for one in utterance.spots if one.start >= spot.end), None)
    if later is None or later.depth != spot.depth or not kin(spot, later):
        return False
    return later.quantity.kind is spot.quantity.kind and later.lead.startswith(",")


def _is_rate(spot: Spot) -> bool:
    """Tell a rate, with which a list has come to its end: 网上办理11208件，网办率89.24%，即办…."""
    return spot.quantity.kind is QuantityKind.SHARE and "率" in spot.clause


def _is_whole(utterance: Utterance, spot: Spot) -> bool:
    """Tell whether parts of its own follow a figure, so that it may begin another statement."""
    behind = utterance.text[spot.end + len(spot.tail) :]
    return behind.startswith((",其中", ";其中", ":其中"))


def _closes(text: str, start: int, end: int) -> bool:
    """Tell whether a bracket that is open at the first place is closed before the second."""
    depth = 0
    for sign in text[start:end]:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return True
    return False


def _goes_on(taken: Sequence[Spot], spot: Spot, whole: Spot, *, over_events: bool) -> bool:
    """Tell whether a figure is one more of the list."""
    if not taken:
        return kin(whole, spot)
    first = taken[0]
    if "其中" in spot.lead or cues.behind().search(spot.lead):
        return False
    if not kin(first, spot) or not kin(whole, spot) or (spot.unit and not first.unit):
        return False
    said = event_of(spot)
    # 、 begins no statement: 政策文件更新14条、发布工作动态48条.
    if spot.lead.startswith("、"):
        return True
    return over_events or not said or any(event_of(one) == said for one in taken)


def event_of(spot: Spot) -> str:
    """Give the word of doing that the clause of a figure begins with."""
    pieces = [piece for piece in re.split(r"[,;:。、()\n]", spot.lead) if piece]
    for piece in pieces:
        found = cues.event().match(piece)
        if found:
            return found["word"]
    return ""


def _is_open(utterance: Utterance, taken: Sequence[Spot]) -> bool:
    last = taken[-1]
    after = utterance.text[last.end : last.end + len(last.tail) + 1]
    return bool(cues.open_end().match(after)) or "主要" in taken[0].lead
