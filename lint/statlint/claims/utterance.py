"""A sentence as the grammar reads it: in plain signs, with its figures and what they count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from statlint.claims.model import Mention
from statlint.dataclass import dataclass, replace
from statlint.prose import Passage, Quantity, QuantityKind, Sentence
from statlint.prose.squeeze import Squeezed, squeeze

_KINDS = {QuantityKind.COUNT, QuantityKind.SHARE, QuantityKind.POINTS, QuantityKind.AMOUNT}
_STOPS = ",;:。、!?()\n"
_CONNECTING = (
    r"^(?:[一二三四五六七八九十]{1,2}是|其中|分别|包括|包含|涵盖|具体|即|另外|此外|同时|全年|年内|本年度?|今年|我[局市县区镇乡委院办]"
    r"|(?:19|20)[0-9]{2}年(?:度)?|截至目前|以及|并|及|和|与|有(?![效关序偿力])|为|是|:)+"
)
_LINKING = r"(?:共计|共有|共|合计|总计|累计|达到?|为|是|有|了|的|数量|数|:|约|近|超过?|至少|仅)+$"


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A figure at its place in the plain text of its sentence, with the text around it.

    `lead` goes from the figure before it (or the beginning) to it, `tail` from it to the next stop.
    `depth` counts the brackets that are open around it.
    """

    mention: Mention
    utterance: int
    """The number of its sentence within the passage, from 0."""
    start: int
    end: int
    depth: int
    lead: str
    tail: str

    @property
    def quantity(self) -> Quantity:
        """Give the figure with its kind and unit."""
        return self.mention.quantity

    @property
    def unit(self) -> str:
        """Give what it is counted in; empty where the text does not say."""
        return self.quantity.unit

    @property
    def clause(self) -> str:
        """Give the text before it since the last stop."""
        return re.split(r"[,;:。、()!?\n]", self.lead)[-1]

    @property
    def is_exact(self) -> bool:
        """Tell whether its last digit counts."""
        return self.quantity.is_exact


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A sentence in plain signs, and its figures in order."""

    sentence: Sentence
    squeezed: Squeezed
    spots: tuple[Spot, ...]

    @property
    def text(self) -> str:
        """Give the plain text."""
        return self.squeezed.text


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_CONNECTING), re.compile(_LINKING)


def read_utterances(passage: Passage) -> tuple[Utterance, ...]:
    """Read the sentences of a passage that hold anything."""
    return tuple(_utterance(at, one) for at, one in enumerate(passage.sentences))


def _utterance(number: int, sentence: Sentence) -> Utterance:
    squeezed = squeeze(sentence.text)
    spots: list[Spot] = []
    since = 0
    for order, quantity in enumerate(sentence.quantities, start=1):
        if quantity.kind not in _KINDS:
            continue
        # What follows a figure as written (a space) may have no place in plain signs.
        start, end = (
            bisect_left(squeezed.at, at - sentence.start) for at in (quantity.start, quantity.end)
        )
        of = (squeezed.text, since, start, end)
        spots.append(_spot(sentence, (number, order), quantity, of))
        since = end + len(spots[-1].tail)
    spots[:-1] = [_cut(one, following) for one, following in pairwise(spots)]
    return Utterance(sentence, squeezed, tuple(spots))


def _spot(
    sentence: Sentence, at: tuple[int, int], quantity: Quantity, of: tuple[str, int, int, int]
) -> Spot:
    text, since, start, end = of
    lead, tail = text[since:start], _tail(text, end)
    place = sentence.place
    key = f"{place.kind[0]}{place.number}_s{sentence.number}_q{at[1]}"
    mention = Mention(key, quantity, sentence, _label(lead, tail), lead.lstrip(_STOPS) + tail)
    before = text[:start]
    depth = before.count("(") - before.count(")")
    return Spot(mention, at[0], start, end, depth, lead, tail)


def _cut(spot: Spot, following: Spot) -> Spot:
    """Take from a tail what leads to the next figure instead."""
    if spot.end + len(spot.tail) <= following.start:
        return spot
    return replace(spot, tail="")


def _tail(text: str, end: int) -> str:
    """Give what stands behind a figure up to the next stop or the next number."""
    found = re.compile(r"[^,;:。、!?()\n0-9]*").match(text, end)
    tail = found[0] if found else ""
    reaches_figure = text[end + len(tail) : end + len(tail) + 1].isdigit()
    return "" if reaches_figure else tail


def _label(lead: str, tail: str) -> str:
    """Give what a figure counts as the text says it, without connecting words."""
    first, last = _edges()
    bare = re.sub(r"\([^()]*\)", "", lead)
    pieces = [piece for piece in re.split(r"[,;:。、()!?\n]", bare) if piece]
    for piece in reversed(pieces):
        said = last.sub("", first.sub("", piece)).strip()
        if said:
            gap = " " if said.isascii() and tail.isascii() else ""
            return f"{said}{gap}{tail.removeprefix('的').strip()}".strip()
    return tail.removeprefix("的").strip()


def spots_of(utterances: tuple[Utterance, ...]) -> Iterator[Spot]:
    """Go through the figures of several sentences."""
    for utterance in utterances:
        yield from utterance.spots
