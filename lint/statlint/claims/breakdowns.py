"""Wholes and their parts: X条，其中a条、b条; X条，包括…; X条（a条、b条）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statlint.claims import cues
from statlint.claims.lists import Listed, list_from
from statlint.claims.model import Claim, Relation
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.values import Number, Text
from statlint.values.exact import add, multiply, subtract

_FARTHEST = 3
_NEAR = 10
"""A list that misses its whole by less than a tenth was meant to be complete (forms.md 7)."""
_CHANNELS_NEAR = 50


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Where parts begin: the words that say so, the depth of brackets, the wholes in question."""

    basis: str
    end: int
    depth: int
    utterance: Utterance
    wholes: tuple[Spot, ...]
    complete: bool
    """Whether the words say that nothing else belongs to it."""


def find_breakdowns(utterances: Sequence[Utterance]) -> Iterator[Claim]:
    """Give the breakdowns of a passage."""
    for at, utterance in enumerate(utterances):
        before = utterances[at - 1] if at else None
        for cue in (*_worded(utterance, before), *_bracketed(utterance)):
            yield from _claims(cue)


def _worded(utterance: Utterance, before: Utterance | None) -> Iterator[Cue]:
    for found in cues.cue().finditer(utterance.text):
        depth = _depth(utterance.text, found.start())
        complete = found.lastgroup == "complete"
        wholes = _wholes(utterance, before, found.start(), depth, direct=complete)
        if wholes:
            yield Cue(found[0], found.end(), depth, utterance, wholes, complete)


def _depth(text: str, at: int) -> int:
    return text.count("(", 0, at) - text.count(")", 0, at)


def _wholes(
    utterance: Utterance, before: Utterance | None, at: int, depth: int, *, direct: bool
) -> tuple[Spot, ...]:
    """Give the figures that a cue may break down, nearest first."""
    spots = [one for one in utterance.spots if one.end <= at and one.depth <= depth]
    if not spots and before is not None and not direct and not utterance.text[:at].strip(",:;"):
        spots = [one for one in before.spots if one.depth == 0]
    spots = [one for one in spots if is_count(one) and not cues.grows().search(one.lead)]
    nearest = tuple(reversed(spots))[:_FARTHEST]
    if direct and nearest:
        between = utterance.text[nearest[0].end + len(nearest[0].tail) : at]
        return (
            nearest[:1] if between in {"", ",", ":", "(", ";", ",其中", "(其中", ",其中:"} else ()
        )
    return nearest


def _bracketed(utterance: Utterance) -> Iterator[Cue]:
    """Find brackets right behind a figure that hold figures of the same kind, without a cue."""
    for spot in utterance.spots:
        at = spot.end + len(spot.tail)
        if utterance.text[at : at + 1] == "(" and is_count(spot):
            inside = utterance.text[at + 1 :].partition(")")[0]
            if not cues.cue().match(inside):
                yield Cue("()", at + 1, spot.depth + 1, utterance, (spot,), complete=False)


def _claims(cue: Cue) -> Iterator[Claim]:
    """Read the list behind a cue, and choose which whole it breaks down and how far it goes."""
    for whole in cue.wholes:
        listed = list_from(cue.utterance, cue.end, cue.depth, whole)
        if listed is None:
            continue
        size = _complete_size(whole, listed)
        if size:
            yield _claim(Relation.PARTS, whole, listed.spots[:size], cue)
            if size < len(listed.spots):
                yield from _rest(whole, listed.spots[size:], cue)
            return
    for whole in cue.wholes:
        listed = list_from(cue.utterance, cue.end, cue.depth, whole)
        # A unit in two words (条, 篇) is taken for one only of the figure right before.
        if listed is not None and whole.unit in {listed.spots[0].unit, cue.wholes[0].unit}:
            yield from _incomplete(whole, listed, cue)
            return


def total(spots: Sequence[Spot]) -> Number:
    """Add the figures up."""
    result: Number = 0
    for spot in spots:
        result = add(result, spot.quantity.figure.value)
    return result


def _complete_size(whole: Spot, listed: Listed) -> int:
    """Give how many figures from the beginning add up to the whole; 0 where none do."""
    if not (whole.is_exact and listed.is_exact):
        return 0
    sizes = [
        size
        for size in range(2, len(listed.spots) + 1)
        if total(listed.spots[:size]) == whole.quantity.figure.value
    ]
    return sizes[-1] if sizes else 0


def _rest(whole: Spot, spots: tuple[Spot, ...], cue: Cue) -> Iterator[Claim]:
    """Read what goes on behind a complete list: often the same whole broken down otherwise."""
    if len(spots) > 1 and total(spots) == whole.quantity.figure.value:
        yield _claim(Relation.PARTS, whole, spots, cue)


def _incomplete(whole: Spot, listed: Listed, cue: Cue) -> Iterator[Claim]:
    """Say of figures that do not add up whether they should."""
    exact = tuple(spot for spot in listed.spots if spot.is_exact)
    if not whole.is_exact or not exact or (cue.basis == "()" and not _near(whole, exact, _NEAR)):
        return
    relation = _relation(whole, listed, cue)
    clear = whole is cue.wholes[0] and listed.closed
    if relation is Relation.EACH_AMONG or clear or relation is Relation.AMONG:
        sure = clear or relation is Relation.EACH_AMONG
        yield _claim(relation, whole, exact, cue, sure=sure)


def _relation(whole: Spot, listed: Listed, cue: Cue) -> Relation:
    """Choose how strictly a list is held against its whole."""
    channels = sum(bool(cues.channel().search(one.mention.label)) for one in listed.spots)
    if len(listed.spots) > 1 and listed.is_exact and not listed.open_ended:
        near = _CHANNELS_NEAR if channels else _NEAR
        if _near(whole, listed.spots, near) or (cue.complete and not channels):
            return Relation.PARTS
    if channels and len(listed.spots) > 1:
        return Relation.EACH_AMONG
    return Relation.AMONG


def _near(whole: Spot, spots: Sequence[Spot], times: int) -> bool:
    """Tell whether figures miss a whole by less than a certain part of it."""
    value = whole.quantity.figure.value
    missed = multiply(subtract(total(spots), value), times)
    return -value <= missed <= value


def _claim(
    relation: Relation, whole: Spot, parts: Sequence[Spot], cue: Cue, *, sure: bool = True
) -> Claim:
    mentions = tuple(spot.mention for spot in parts)
    said = "括号" if cue.basis == "()" else cue.basis.strip(",")
    basis = Text(said, "brackets" if cue.basis == "()" else said)
    return Claim(relation, whole.mention, mentions, basis, sure)
