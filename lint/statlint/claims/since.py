"""What a text says of change since last year, held against last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from statlint.claims.model import Claim, Claims, Mention, Relation
from statlint.claims.quoted import readings_of
from statlint.claims.quoted_labels import core_of
from statlint.claims.stated_edits import change_of, is_about
from statlint.claims.stated_facts import SAID, Told
from statlint.dataclass import dataclass, replace
from statlint.facts import Fact, Facts
from statlint.finding import Nature, Origin
from statlint.form import (
    Call,
    Comparison,
    Constant,
    Edit,
    EditKind,
    Name,
    Operand,
    Operation,
    Span,
)
from statlint.table import FilledForm
from statlint.values import Period, Text

_PREVIOUS = "previous"
_FEWEST_SIGNS = 4
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NAMES: Mapping[Relation, Text] = {
    Relation.GROWTH: Text("文中增幅与上年报告", "growth in the text, and last year's report"),
    Relation.CHANGE: Text("文中增减量与上年报告", "change in the text, and last year's report"),
}


@dataclass(frozen=True, slots=True, eq=False)
class LastYear:
    """What is known of last year: whether its tables are there, and the figures of its text."""

    has_tables: bool = False
    text: Facts | None = None


@cache
def _other_period() -> re.Pattern[str]:
    return re.compile(r"环比|前年|上半年|季度|上月|20\d\d年")


def since_last_year(
    claims: Claims, told: Mapping[str, Told], filled: FilledForm, last: LastYear
) -> tuple[list[Edit], list[Fact]]:
    """State changes whose old figure only last year's report has; give the figures taken from it.

    The old figure is that of the table which the sentence quotes, or the one of last year's text
    with the same label.
    """
    edits: list[Edit] = []
    taken: dict[str, Fact] = {}
    for claim in claims.claims:
        if not _is_open(claim, filled.period):
            continue
        of_tables = list(_old_in_tables(claim.others[0], told, filled)) if last.has_tables else []
        old = None if of_tables else _old_in_text(claim.others[0], told, last.text)
        if old is not None:
            taken[old.line.key] = old
            of_tables = [Name((old.line.key, SAID))]
        edits.extend(_edits(claim, of_tables, told))
    return edits, list(taken.values())


def _is_open(claim: Claim, period: Period | None) -> bool:
    """Tell whether a claim gives the new figure alone, and compares it with last year."""
    last = f"{period.year - 1}年" if period and not period.kind else ""
    return (
        claim.relation in _NAMES
        and claim.stated is not None
        and len(claim.others) == 1
        and claim.stated.quantity.is_exact
        and not is_about(claim.stated)
        and claim.others[0].quantity.is_exact
        and all(said == last for said in _other_period().findall(claim.stated.words))
    )


def _old_in_tables(new: Mention, told: Mapping[str, Told], filled: FilledForm) -> Iterator[Operand]:
    for _, figure in readings_of(told[new.key], filled):
        factor = told[new.key].scale.factor
        old = _in_last_year(figure)
        yield old if factor == 1 else Operation("/", old, Constant(factor))


def _in_last_year(figure: Operand) -> Operand:
    """Take the same figure of last year's form."""
    match figure:
        case Name():
            return replace(figure, source=_PREVIOUS)
        case Operation():
            left, right = _in_last_year(figure.left), _in_last_year(figure.right)
            return replace(figure, left=left, right=right)
        case Call():
            return replace(figure, arguments=tuple(map(_argument, figure.arguments)))
        case _:
            return figure


def _argument(argument: Operand | Span) -> Operand | Span:
    if not isinstance(argument, Span):
        return _in_last_year(argument)
    first, last = argument.first, argument.last
    return Span(replace(first, source=_PREVIOUS), replace(last, source=_PREVIOUS))


def _old_in_text(new: Mention, told: Mapping[str, Told], text: Facts | None) -> Fact | None:
    """Find the figure of last year's text with the same label and unit, if there is only one."""
    label = core_of(new.label)
    own = told[new.key].scale
    if text is None or len(label) < _FEWEST_SIGNS or own.factor > 1:
        return None
    alike = [
        fact
        for fact, _ in text.with_figures()
        if core_of(fact.line_label) == label and fact.measure == own.measure
    ]
    values = {fact.figure.value for fact in alike if fact.figure}
    if len(values) != 1:
        return None
    return _of_last_year(alike[0])


def _of_last_year(fact: Fact) -> Fact:
    """Give a figure of last year's text a name of its own beside this year's."""
    label = fact.line.label
    named = Text(f"上年{label.zh}", f"last year's {label.en}")
    line = replace(fact.line, key=f"last_{fact.line.key}", label=named)
    return replace(fact, line=line, line_label=named.zh)


def _edits(claim: Claim, old: Sequence[Operand], told: Mapping[str, Told]) -> Iterator[Edit]:
    stated, new = claim.stated, claim.others[0]
    if stated is None:
        return
    scales = {told[one.key].scale.factor for one in (stated, new)}
    if claim.relation is Relation.CHANGE and len(scales) > 1:
        return
    for letter, figure in zip(_LETTERS, old, strict=False):
        value = change_of(claim.relation, Name((new.key, SAID)), figure, stated)
        condition = Comparison("=", value, Name((stated.key, SAID)))
        is_rate = claim.relation is Relation.GROWTH
        yield Edit(
            id=f"text-{claim.relation}-since-1{letter}",
            text=f"{claim.relation}",
            condition=condition,
            kind=EditKind.RATIO if is_rate else EditKind.BALANCE,
            name=_NAMES[claim.relation],
            nature=Nature.QUERY,
            origin=Origin.PROSE,
            rival=f"since-{stated.key}",
            under=stated.key,
            across=_PREVIOUS if _reaches(figure) else "",
        )


def _reaches(figure: Operand) -> bool:
    return not (isinstance(figure, Name) and not figure.source)
