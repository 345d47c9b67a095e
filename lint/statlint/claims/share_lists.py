"""Shares without counts that are said to be all: 征地类占63.5%，采矿类占12.1%，其他占24.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from statlint.claims import cues
from statlint.claims.complete import are_all_names
from statlint.claims.model import Claim, Relation
from statlint.claims.shares import base_of
from statlint.claims.sums import total
from statlint.claims.units import is_count
from statlint.claims.utterance import Spot, Utterance
from statlint.prose import QuantityKind
from statlint.values import Text
from statlint.values.exact import subtract

_ALL = 100
_NEAR = 10
"""Names of a family may leave one out; shares that miss 100 by more than this do."""


@cache
def _says_share() -> re.Pattern[str]:
    return re.compile(r"占(?!用|地|道)|比例|比重|\($")


@cache
def _begins_list() -> re.Pattern[str]:
    """Find words that begin another list: 按申请方式分, 从类型看, 办结的申请中."""
    return re.compile(r"按|从[^,;:。]*看|[^其]中[,:]|方面[,:]")


@cache
def _in_turn() -> re.Pattern[str]:
    """Find the names of shares that stand before all of them: 网上、信函、当面占比分别为."""
    return re.compile(
        r"(?P<names>[^,;:。0-9()]+?)(?:所)?(?:占比例?|比例|比重|占)?分别(?:为|是|占|约)?$"
    )


def find_share_lists(utterances: Sequence[Utterance], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give shares that come to 100 by what they name; `claims` are those read so far."""
    known = {
        one.key
        for claim in claims
        if claim.relation is Relation.WHOLE_SHARES
        for one in claim.others
    }
    for utterance in utterances:
        for run in _runs(utterance):
            if _is_all(run) and not known & {one.mention.key for one in run}:
                basis = Text("占比", "shares of all")
                yield Claim(Relation.WHOLE_SHARES, None, tuple(one.mention for one in run), basis)


def _runs(utterance: Utterance) -> Iterator[list[Spot]]:
    """Give the shares that stand in a row; nothing of a sentence that breaks one of them down."""
    runs: list[list[Spot]] = [[]]
    counts = 0
    for spot in utterance.spots:
        if spot.quantity.kind is not QuantityKind.SHARE or cues.is_change(spot.lead):
            counts += is_count(spot)
            continue
        if runs[-1] and ("其中" in spot.lead or runs[-1][0].depth != spot.depth):
            return
        if "率" in spot.clause or not _goes_on(runs[-1], spot, counts):
            runs.append([])
        if "率" not in spot.clause:
            runs[-1].append(spot)
        counts = 0
    yield from (run for run in runs if _is_said(run))


def _goes_on(run: Sequence[Spot], spot: Spot, counts: int) -> bool:
    """Tell one more share of a list; so many `counts` stand before it since the last share."""
    anew = spot.lead.startswith(";") and any(not one.lead.startswith(";") for one in run[1:])
    return not run or not (anew or counts or _begins_list().search(spot.lead))


def _is_said(run: Sequence[Spot]) -> bool:
    """Tell shares of one whole from rates and from shares of several."""
    if len(run) < 2 or not all(one.is_exact for one in run):  # noqa: PLR2004
        return False
    bases = {base_of(one) for one in run} - {""}
    said = all(_says_share().search(one.lead) for one in run)
    return (said and len(bases) <= 1) or bool(_names_before(run))


def _names_before(run: Sequence[Spot]) -> list[str]:
    """Give the names of shares told in turn, one of each; none where they are not so many."""
    plain = all(one.lead.strip() in {"、", ",", "和", "及"} for one in run[1:])
    found = _in_turn().search(run[0].lead)
    names = re.split(r"[、和及与]", found["names"]) if found and plain and "占" in found[0] else []
    return names if len(names) == len(run) else []


def _is_all(run: Sequence[Spot]) -> bool:
    """Tell whether shares leave nothing out; lists of which a piece comes to 100 are several."""
    pieces = [run[:size] for size in range(2, len(run))]
    pieces += [run[-size:] for size in range(2, len(run))]
    if any(_is_all_but(piece, 1) for piece in pieces):
        return False
    names = _names_before(run) or [_name(one) for one in run]
    ends = re.match(
        r"其[他它余]|剩余|余下|(?:and )?(?:the )?(?:others?|rest|remainder)\b", names[-1]
    )
    return bool(ends) or (_is_all_but(run, _NEAR) and are_all_names(names))


def _is_all_but(run: Sequence[Spot], off: int) -> bool:
    return -off <= subtract(total(run), _ALL) <= off


def _name(spot: Spot) -> str:
    said = re.split(r"占|比例|比重", re.sub(r"\($", "", spot.lead))[0]
    return re.split(r"[,;:。、)]", said)[-1].strip()
