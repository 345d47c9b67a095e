"""What the sentences of a document were read as: each claim, its figures, and whether it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from statlint.confront import Verdict, confront
from statlint.dataclass import dataclass
from statlint.finding import Quote
from statlint.rule import plain_number
from statlint.run.documents import Report, text_alone
from statlint.values import Text
from statlint.values.personal import mask_all
from statlint.values.place import Place

if TYPE_CHECKING:
    from statlint.claims import Claim, Mention

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "parts": Text("总数等于各项之和", "a whole and its parts"),
        "among": Text("其中各项之和不超过总数", "among a whole"),
        "each-among": Text("其中每一项不超过总数", "each among a whole"),
        "share": Text("占比", "a share"),
        "whole-shares": Text("各项占比合计 100%", "shares of one whole"),
        "growth": Text("增幅", "growth"),
        "change": Text("增减量", "a change"),
        "counted": Text("所列项数", "things listed"),
        "same": Text("同一数字", "one figure twice"),
        "none": Text("没有发生", "said not to have happened"),
    }
)
"""What each relation is called."""
_JOINTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "parts": (" = ", " + "),
        "among": (" ≥ ", " + "),
        "each-among": (" ≥ ", "、"),
        "share": (" = ", " ÷ "),
        "growth": (" = ", " → "),
        "change": (" = ", " − "),
        "same": (" = ", " = "),
    }
)


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A figure of a sentence: what it counts, its exact value and its unit."""

    label: str
    text: str
    value: str
    unit: str
    is_exact: bool


@dataclass(frozen=True, slots=True)
class ClaimRead:
    """A claim as it was read: where, which relation, of which figures, and whether it holds.

    `basis` are the words by which it was read so. `holds` is None where nothing in the text tells:
    the figures are inexact, or stand in a table or in last year's report.
    """

    place: Place
    relation: str
    formula: str
    stated: FigureRead | None
    others: tuple[FigureRead, ...]
    listed: tuple[str, ...]
    basis: Text
    sure: bool
    holds: bool | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class TextRead:
    """The claims of a document, and how many figures are part of none."""

    claims: tuple[ClaimRead, ...]
    left: int = 0


def claims_read(report: Report) -> TextRead:
    """Tell how the sentences of a document were read."""
    claims = report.claims.claims
    used = {one.key for claim in claims for one in _mentions(claim)}
    left = sum(one.key not in used for one in report.claims.mentions)
    return TextRead(tuple(_read(claim, report) for claim in claims), left)


def _mentions(claim: Claim) -> list[Mention]:
    return [*([claim.stated] if claim.stated else []), *claim.others]


def _read(claim: Claim, report: Report) -> ClaimRead:
    mentions = _mentions(claim)
    first = mentions[0]
    stated = _figure(claim.stated) if claim.stated else None
    others = tuple(map(_figure, claim.others))
    return ClaimRead(
        place=first.sentence.place,
        relation=claim.relation.value,
        formula=_formula(claim.relation.value, stated, others, len(claim.listed)),
        stated=stated,
        others=others,
        listed=claim.listed,
        basis=claim.basis,
        sure=claim.sure,
        holds=_holds(claim, report),
        quote=_quote(mentions),
    )


def _figure(mention: Mention) -> FigureRead:
    quantity, sentence = mention.quantity, mention.sentence
    return FigureRead(
        label=mention.label,
        text=sentence.between(quantity.start, quantity.end),
        value=plain_number(quantity.figure.value),
        unit=quantity.unit,
        is_exact=quantity.is_exact,
    )


def _formula(
    relation: str, stated: FigureRead | None, others: Sequence[FigureRead], listed: int
) -> str:
    """Write a relation with the figures as the text has them: 80条 = 49条 + 31条."""
    if relation == "counted":
        return f"{stated.text if stated else ''} = {listed}"
    if relation == "whole-shares":
        return f"{' + '.join(one.text for one in others)} = 100%"
    equals, joint = _JOINTS.get(relation, (" = ", " "))
    # Of growth the new figure comes first; it goes from the old one to that.
    ordered = others[::-1] if relation == "growth" else others
    told = joint.join(one.text for one in ordered)
    if stated is None or not others:
        return stated.text if stated else told
    return f"{stated.text}{equals}{told}"


def _holds(claim: Claim, report: Report) -> bool | None:
    """Tell whether a claim holds within the text itself."""
    from statlint.claims.stated_edits import edits_of
    from statlint.claims.stated_facts import facts_of_text, told_of

    told = told_of(_mentions(claim))
    edits = list(edits_of(claim, told))
    text = facts_of_text(tuple(told.values()), edits, report.claims.prose)
    verdicts = {one.verdict for one in confront(text_alone(), (), text=text).instances}
    if not verdicts or Verdict.NOT_CHECKED in verdicts:
        return None
    return Verdict.FAILS not in verdicts


def _quote(mentions: Sequence[Mention]) -> Quote:
    """Quote the sentence of the first figure, with the figures that stand in it."""
    sentence = mentions[0].sentence
    here = [one for one in mentions if one.sentence == sentence]
    spans = sorted((one.quantity.start, one.quantity.end) for one in here)
    shift = sentence.start
    marks = tuple((start - shift, end - shift) for start, end in spans)
    return Quote(mask_all(sentence.text).replace("\n", " "), marks)
