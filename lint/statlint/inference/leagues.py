"""League tables: games played are those won, drawn and lost; points are 3 a win and 1 a draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.inference.matrix import Matrix
from statlint.inference.model import Operator, Relation
from statlint.inference.score import Evidence, Reckoned, evidence_of
from statlint.values import plain

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "won": r"胜|胜[场局]数?|获胜|赢|w|wins?|won",
        "drawn": r"平|平[场局]数?|平手|d|t|draws?|drawn|tie[ds]?|otl?|otw",
        "lost": r"负|负[场局]数?|输|失利|l|loss(?:es)?|lost|defeats?",
        "played": r"场|[比已]?赛|[比已]?赛?场[次数]|场次|轮次|p|pl|pld|played|g|gp|mp|games|"
        r"games played|matches|matches played",
        "points": r"积?分|总?积分|pts|points|积分数",
    }
)
_REACH = 10
"""How far from the games won its points may stand."""
_POINTS = ((3, 1), (2, 1), (1, 1))
"""Points for a game won and for one drawn."""
_LABEL_BITS, _LEAST_BITS, _EACH = 6.0, 12.0, 3.0
_FEWEST = 3
_FEW_MISSED = 4
"""One line in so many may be wrong: points are taken off a few clubs."""


@dataclass(frozen=True, slots=True)
class _League:
    """Where games won, drawn and lost stand; not everywhere can one be drawn."""

    won: int
    lost: int
    drawn: int | None

    @property
    def all(self) -> tuple[int, ...]:
        """All games."""
        return tuple(sorted(at for at in (self.won, self.lost, self.drawn) if at is not None))


def find_leagues(matrix: Matrix, known: Sequence[Relation] = ()) -> Iterator[Relation]:
    """Find games played and points by the words of the field; `known` are not said again."""
    named = _named(matrix)
    if not (named["won"] and named["lost"]):
        return
    taken = {one.aggregate for one in known if one.operator is Operator.SUM}
    for league in _leagues(named):
        played = _nearest(named["played"], league.won)
        if played is not None and played not in taken:
            yield from _stated(matrix, played, league.all, ((1,) * len(league.all),))
        points = _nearest(named["points"], league.won)
        if points is not None and points not in taken and league.drawn is not None:
            yield from _stated(matrix, points, (league.won, league.drawn), _POINTS)


def _named(matrix: Matrix) -> dict[str, list[int]]:
    """Give the strips that each word names."""
    texts = [plain(strip.text).lower().strip(" .") for strip in matrix.strips]
    return {
        word: [
            at
            for at, text in enumerate(texts)
            if matrix.strips[at].figures and _pattern(words).fullmatch(text)
        ]
        for word, words in _WORDS.items()
    }


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _leagues(named: Mapping[str, Sequence[int]]) -> Iterator[_League]:
    """Put games won, drawn and lost together that stand side by side."""
    for won in named["won"]:
        lost = _nearest(named["lost"], won, len("wdl"))
        if lost is not None:
            yield _League(won, lost, _nearest(named["drawn"], won, len("wdl")))


def _nearest(places: Sequence[int], to: int, reach: int = _REACH) -> int | None:
    near = [at for at in places if abs(at - to) <= reach]
    return min(near, key=lambda at: (abs(at - to), at), default=None)


def _stated(
    matrix: Matrix, whole: int, parts: tuple[int, ...], ways: Sequence[tuple[int, ...]]
) -> Iterator[Relation]:
    """State the way to count that agrees most, if it agrees nearly everywhere."""
    found = [
        (evidence_of(list(_reckoned(matrix, whole, parts, weights))), weights) for weights in ways
    ]
    evidence, weights = max(found, key=lambda one: one[0].exact)
    right = evidence.exact >= _FEWEST and (
        len(evidence.missed) * _FEW_MISSED <= len(evidence.positions)
    )
    bits = max(evidence.bits, _apart(matrix, parts, evidence)) + _LABEL_BITS
    if not right or bits < _LEAST_BITS:
        return
    yield Relation(
        Operator.SUM,
        matrix.axis,
        whole,
        parts,
        evidence.positions,
        bits,
        missed=evidence.missed,
        exact=evidence.exact,
        held=evidence.held,
        named=True,
        weights=weights if max(weights) > 1 else (),
    )


def _apart(matrix: Matrix, parts: Sequence[int], evidence: Evidence) -> float:
    """Weigh that different games add up to the same: all clubs have played as often."""
    wrong = set(evidence.missed)
    kinds = {
        tuple(matrix.values[part][position] for part in parts)
        for position in evidence.positions
        if position not in wrong
    }
    return _EACH * (len(kinds) - 1)


def _reckoned(
    matrix: Matrix, whole: int, parts: Sequence[int], weights: Sequence[int]
) -> Iterator[Reckoned]:
    for position in range(matrix.width):
        stated = matrix.values[whole][position]
        figures = [matrix.values[part][position] for part in parts]
        there = [figure for figure in figures if figure is not None]
        if stated is not None and len(there) == len(figures):
            due = sum(one * weight for one, weight in zip(there, weights, strict=True))
            unit = matrix.units[whole][position]
            yield Reckoned(position, stated, due, unit, unit // 2)
