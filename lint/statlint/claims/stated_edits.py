"""From a claim to the edit that says the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from types import MappingProxyType

from statlint.claims.model import Claim, Mention, Relation
from statlint.claims.stated_facts import SAID, Told
from statlint.claims.ways import FALL_RATES, FALLS
from statlint.finding import Nature, Origin
from statlint.form import (
    Comparison,
    Condition,
    Constant,
    Edit,
    EditKind,
    Name,
    Operand,
    Operation,
)
from statlint.prose import Exactness
from statlint.values import Text

NAMES: Mapping[Relation, Text] = MappingProxyType(
    {
        Relation.PARTS: Text("文中总数与分项", "breakdown in the text"),
        Relation.AMONG: Text("文中“其中”各项", "part of a whole in the text"),
        Relation.EACH_AMONG: Text("文中“其中”各项", "part of a whole in the text"),
        Relation.SHARE: Text("文中占比", "share in the text"),
        Relation.WHOLE_SHARES: Text("文中占比合计", "shares in the text"),
        Relation.GROWTH: Text("文中增幅", "growth in the text"),
        Relation.CHANGE: Text("文中增减量", "change in the text"),
        Relation.COUNTED: Text("文中列举项数", "things listed in the text"),
        Relation.SAME: Text("文中同一数字", "one figure given twice"),
    }
)
_IMPLIED: Mapping[Relation, tuple[str, ...]] = MappingProxyType(
    {Relation.WHOLE_SHARES: ("text-share",)}
)
"""What says the same more exactly: a wrong share spoils the sum of all."""
_FALLS = f"{FALL_RATES}|{FALLS}|decreased by|fell by|down"
_WHOLE, _THOUSAND = Constant(100), Constant(1000)
_OVER = frozenset({Exactness.EXACT, Exactness.OVER})
_UNDER = frozenset({Exactness.EXACT, Exactness.UNDER})


def edits_of(claim: Claim, told: Mapping[str, Told]) -> Iterator[Edit]:
    """State what a claim says; nothing where its figures are too inexact to be held to it."""
    terms = _Terms(claim, told)
    for condition, kind in _conditions(claim, terms):
        yield Edit(
            id=f"text-{claim.relation}",
            text=f"{claim.relation}",
            condition=condition,
            kind=kind,
            name=NAMES[claim.relation],
            nature=Nature.MANDATORY if _is_sure(claim) else Nature.QUERY,
            origin=Origin.PROSE,
            under=_under(claim),
            basis=_doubt(claim),
            implied_by=_IMPLIED.get(claim.relation, ()),
        )


def _is_sure(claim: Claim) -> bool:
    """Tell whether a failure is beyond doubt: said in one sentence, of figures that are exact."""
    asked = {Relation.SAME, Relation.COUNTED}
    return claim.sure and not claim.over_sentences and claim.relation not in asked


def _doubt(claim: Claim) -> Text | None:
    """Say what may be read otherwise; nothing of what is beyond doubt."""
    if claim.over_sentences:
        return Text("各数不在同一句中", "the figures stand in several sentences")
    if claim.sure or claim.relation is not Relation.PARTS:
        return None
    return Text(
        f"据“{claim.basis.zh}”按各项齐全计", f"taken for all parts because of “{claim.basis.en}”"
    )


def _under(claim: Claim) -> str:
    """Tell copies of an edit apart; the shares of one whole are one list."""
    if claim.relation is Relation.SHARE and len(claim.others) > 1:
        return claim.others[1].key
    first = claim.stated or claim.others[0]
    return first.key


class _Terms:
    """The figures of a claim as operands, all told in the smallest of their scales."""

    def __init__(self, claim: Claim, told: Mapping[str, Told]) -> None:
        self._told = told
        mentions = [*claim.others, *([claim.stated] if claim.stated else [])]
        if claim.relation in {Relation.SHARE, Relation.GROWTH}:
            mentions = list(claim.others)
        self._least = min((told[one.key].scale.factor for one in mentions), default=1)
        self.scaled = {one.key for one in mentions}

    def __getitem__(self, mention: Mention) -> Operand:
        name = Name((mention.key, SAID))
        if mention.key not in self.scaled:
            return name
        factor = self._told[mention.key].scale.factor // self._least
        return name if factor == 1 else Operation("*", Constant(factor), name)

    def total(self, mentions: Sequence[Mention]) -> Operand:
        """Add figures up."""
        return reduce(
            lambda left, right: Operation("+", left, right), map(self.__getitem__, mentions)
        )


def _conditions(claim: Claim, terms: _Terms) -> Iterator[tuple[Condition, EditKind]]:
    stated, others = claim.stated, claim.others
    if stated is None:
        if claim.relation is Relation.WHOLE_SHARES and _exact(others):
            yield Comparison("=", terms.total(others), _WHOLE), EditKind.SHARES
        return
    match claim.relation:
        case Relation.PARTS | Relation.AMONG:
            complete = claim.relation is Relation.PARTS
            yield from _of_whole(stated, others, terms, complete=complete)
        case Relation.EACH_AMONG:
            for other in others:
                yield from _of_whole(stated, (other,), terms, complete=False)
        case Relation.COUNTED | Relation.SAME:
            yield from _told_again(claim, stated, terms)
        case _:
            yield from _reckoned(claim, stated, terms)


def _told_again(
    claim: Claim, stated: Mention, terms: _Terms
) -> Iterator[tuple[Condition, EditKind]]:
    """State that a figure agrees with the number of things listed, or with itself elsewhere."""
    if not _exact([stated, *claim.others]):
        return
    if claim.relation is Relation.COUNTED and claim.listed:
        yield Comparison("=", terms[stated], Constant(len(claim.listed))), EditKind.RANGE
    for other in claim.others:
        yield Comparison("=", terms[other], terms[stated]), EditKind.BALANCE


def _reckoned(claim: Claim, stated: Mention, terms: _Terms) -> Iterator[tuple[Condition, EditKind]]:
    """State a share, a growth rate or a change: what is reckoned of two figures."""
    if len(claim.others) < 2 or not _exact(claim.others):  # noqa: PLR2004
        return
    new, old = (terms[one] for one in claim.others)
    value: Operand
    if claim.relation is Relation.SHARE:
        whole = _WHOLE if stated.quantity.unit != "‰" else _THOUSAND
        value, kind = _percent(new, old, whole), EditKind.RATIO
    elif claim.relation in {Relation.GROWTH, Relation.CHANGE}:
        value = change_of(claim.relation, new, old, stated)
        kind = EditKind.RATIO if claim.relation is Relation.GROWTH else EditKind.BALANCE
    else:
        return
    exactness = stated.quantity.exactness
    if is_about(stated):
        return
    if exactness is Exactness.EXACT:
        yield Comparison("=", value, terms[stated]), kind
    elif exactness is Exactness.OVER:
        yield Comparison("<=", terms[stated], value), EditKind.PART
    elif exactness is Exactness.UNDER:
        yield Comparison(">=", terms[stated], value), EditKind.PART


def change_of(relation: Relation, new: Operand, old: Operand, stated: Mention) -> Operation:
    """Reckon growth in per cent, or a change; a fall is written without its sign."""
    change = Operation("-", old, new) if falls(stated) else Operation("-", new, old)
    return _percent(change, old) if relation is Relation.GROWTH else change


def _percent(part: Operand, whole: Operand, times: Constant = _WHOLE) -> Operation:
    return Operation("/", Operation("*", times, part), whole)


def _of_whole(
    stated: Mention, others: Sequence[Mention], terms: _Terms, *, complete: bool
) -> Iterator[tuple[Condition, EditKind]]:
    """State that figures are a whole together (`complete`), or among it, as far as that is sure."""
    if not others:
        return
    how = stated.quantity.exactness
    parts = {one.quantity.exactness for one in others}
    total = terms.total(others)
    if complete and how is Exactness.EXACT and parts == {Exactness.EXACT}:
        yield Comparison("=", total, terms[stated]), EditKind.BALANCE
    elif how in _UNDER and parts <= _OVER:
        yield Comparison(">=", terms[stated], total), EditKind.PART
    elif complete and how in _OVER and parts <= _UNDER:
        yield Comparison("<=", terms[stated], total), EditKind.PART


def _exact(mentions: Sequence[Mention]) -> bool:
    return all(one.quantity.is_exact for one in mentions)


def is_about(mention: Mention) -> bool:
    """Tell whether a share is told roughly by words that do not touch it: 约占20%."""
    before = mention.sentence.before(mention.quantity.start)
    return bool(
        re.search(
            r"(?:约|近|接近|大致|超过?|不足|不到|逾)"
            r"(?:占|为|达|有|增长|增加|提高|上升|下降|减少|降低)\S{0,4}$",
            before,
        )
    )


def falls(mention: Mention) -> bool:
    """Tell whether the words right before a figure say that something fell by so much."""
    if mention.quantity.figure.value < 0:
        return False
    before = mention.sentence.before(mention.quantity.start)
    return bool(re.search(rf"(?:{_FALLS})[了为达]?\s*$", before))
