"""Where in a stated list the edits of its form may fail: all rows at once, in binary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isnan, ulp

from statlint.confront.linear import NotLinearError, weighted
from statlint.dataclass import dataclass
from statlint.form import Comparison, Constant, Edit, Name, Scope, Span, spanned
from statlint.tidy.places import Places, Spot

MOST = 5_000
"""Places at which edits are confronted that are no comparison of sums."""
_ULPS = 64
_SLACK = 1e-7
_YEAR_BEFORE = "year_before"


@dataclass(frozen=True, slots=True)
class Term:
    """A figure of an edit: whose it is, which line and which head."""

    source: str
    line: str
    head: str


@dataclass(frozen=True, slots=True, eq=False)
class Screened:
    """Where an edit may fail, how often it holds for sure, and how often figures are lacking.

    Where it is not `screened`, that is everywhere; `cut` says that there are more places than are
    looked at.
    """

    suspects: frozenset[Spot]
    held: int = 0
    lacking: int = 0
    cut: bool = False
    screened: bool = True


def screened(edit: Edit, places: Places) -> Screened:
    """Screen one edit."""
    suspects: set[Spot] = set()
    held = lacking = 0
    sides = list(_linear(edit, places))
    if not sides or not isinstance(edit.condition, Comparison):
        return _all_spots(places)
    for terms, constant in sides:
        for spot, gap, size, known in _gaps(terms, constant, places):
            if not known:
                lacking += 1
            elif _holds(gap, size, edit.condition.sign):
                held += 1
            else:
                suspects.add(spot)
    return Screened(frozenset(suspects), held, lacking)


def _all_spots(places: Places) -> Screened:
    """Give every place of a list; of a long one the first."""
    found: dict[Spot, None] = {}
    for period in range(len(places.listing.by_period)):
        for base, _, _ in places.rows_in(period):
            found[Spot(base, period)] = None
            if len(found) > MOST:
                return Screened(frozenset(list(found)[:MOST]), cut=True, screened=False)
    return Screened(frozenset(found), screened=False)


def _linear(edit: Edit, places: Places) -> Iterator[tuple[dict[Term, float], float]]:
    """Go through what an edit says once for each head or line, as left − right."""
    condition = edit.condition
    if not isinstance(condition, Comparison):
        return
    table = places.stated.table

    def expand(span: Span) -> tuple[Name, ...]:
        return spanned(span, table, edit.scope)

    try:
        named = [
            *weighted(condition.left, 1, expand),
            *weighted(condition.right, -1, expand),
        ]
    except NotLinearError:
        return
    for repeated in _repeated(edit, places):
        terms: dict[Term, float] = {}
        constant = 0.0
        for one, weight in named:
            if isinstance(one, Constant):
                constant += float(weight) * float(one.value)
            else:
                term = _term(one, edit.scope, repeated)
                terms[term] = terms.get(term, 0.0) + float(weight)
        yield terms, constant


def _repeated(edit: Edit, places: Places) -> tuple[str, ...]:
    block = places.stated.table.blocks[0]
    if edit.scope is Scope.HEAD:
        return edit.heads or tuple(head.key for head in block.heads)
    if edit.scope is Scope.LINE:
        return edit.lines or tuple(line.key for line in block.lines)
    return ("",)


def _term(name: Name, scope: Scope, repeated: str) -> Term:
    if len(name.parts) > 1:
        return Term(name.source, name.parts[-2], name.parts[-1])
    if scope is Scope.LINE:
        return Term(name.source, repeated, name.parts[0])
    return Term(name.source, name.parts[0], repeated)


def _gaps(
    terms: Mapping[Term, float], constant: float, places: Places
) -> Iterator[tuple[Spot, float, float, bool]]:
    """Add up the terms at every place: the sum, its size, and whether all of them are there."""
    columns = _columns(places)
    sources = {term.source for term in terms}
    for period in range(len(places.listing.by_period)):
        periods = {source: _period(source, period, places) for source in sources}
        if None in periods.values():
            continue
        sums: dict[int, list[float]] = {}
        for source, then in periods.items():
            wanted: dict[str, list[tuple[float, int]]] = {}
            for term, weight in terms.items():
                if term.source == source:
                    wanted.setdefault(term.line, []).append((weight, columns[term.head]))
            for base, row, line in places.rows_in(then or 0, anywhere=bool(source)):
                for weight, column in wanted.get(line, ()):
                    value = weight * places.listing.figures[column].values[row]
                    one = sums.setdefault(base, [0.0, 0.0, 0])
                    one[0] += value
                    one[1] += abs(value)
                    one[2] += 1
        for base, (total, size, count) in sums.items():
            yield Spot(base, period), total + constant, size, count >= len(terms)


def _columns(places: Places) -> dict[str, int]:
    return {
        places.stated.head_at(places.listing, at).key: at
        for at in range(len(places.listing.figures))
    }


def _period(source: str, period: int, places: Places) -> int | None:
    return places.before(period, year=source == _YEAR_BEFORE) if source else period


def _holds(gap: float, size: float, sign: str) -> bool:
    """Tell whether a comparison holds for sure."""
    if isnan(gap):
        return False
    slack = _SLACK + _ULPS * ulp(size)
    match sign:
        case "=":
            return abs(gap) <= slack
        case "<=":
            return gap <= slack
        case ">=":
            return gap >= -slack
        case "<":
            return gap < -slack
        case ">":
            return gap > slack
        case _:
            return False
