"""All that is odd about a form beside its earlier ones, each cause once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from statlint.facts import Fact
from statlint.history.compared import Compared, compared, groups_of, rounded_like
from statlint.history.explained import unexplained
from statlint.history.family import Family, families_of
from statlint.history.follows import Follows
from statlint.history.model import History
from statlint.history.odd import Odd, Oddity
from statlint.history.printed_rates import wrong_rates
from statlint.history.same import same_lines, same_tables
from statlint.history.signs import turned
from statlint.history.sizes import odds_in
from statlint.odds.shares import point_scores, share_power
from statlint.odds.unusual import bound_of
from statlint.values import Thresholds

_SIGNED = frozenset({Family.SIZE, Family.BALANCE})


def oddities(
    history: History,
    *,
    follows: Sequence[Follows] = (),
    told: Collection[Fact] = (),
    thresholds: Thresholds | None = None,
) -> tuple[Oddity, ...]:
    """Find what is odd, in the order of the form.

    `follows` says which figures are reckoned from others; `told` are figures that failed edits
    name already.
    """
    used = thresholds or Thresholds()
    every = list(compared(history))
    summed = frozenset(one.fact for one in follows)
    same = same_tables(every, summed, used)
    alike = {one.table for oddity in same for one in (oddity.at, *oddity.others)}
    rest = [one for one in every if one.fact.table not in alike]
    places = {fact: at for at, fact in enumerate(fact for one in history.facts for fact in one)}
    known = {(one.fact.sheet, one.fact.cell) for one in every}
    new = [fact for fact in places if (fact.sheet, fact.cell) not in known]
    families = families_of((*(one.fact for one in rest), *new), history)
    found = [
        *same,
        *same_lines([one for one in rest if families[one.fact] is Family.SIZE], follows, used),
        *_of_signs([one for one in rest if families[one.fact] in _SIGNED]),
        *_of_sizes([one for one in rest if families[one.fact] is Family.SIZE], follows, used),
        *_of_shares(
            [one for one in rest if families[one.fact] is Family.SHARE and one.fact not in summed],
            used,
        ),
        *wrong_rates(rest, families, summed, new),
    ]
    return tuple(
        sorted((one for one in found if not _is_told(one, told)), key=lambda one: places[one.at])
    )


def _is_told(one: Oddity, told: Collection[Fact]) -> bool:
    return all(fact in told for fact in (one.at, *one.others))


def _of_sizes(
    found: Sequence[Compared], follows: Sequence[Follows], thresholds: Thresholds
) -> Iterator[Oddity]:
    groups = groups_of(
        (one for one in found if one.was * one.now >= 0), frozenset(one.fact for one in follows)
    )
    odds = [one for group in groups for one in odds_in(group, thresholds)]
    yield from (one.oddity for one in unexplained(odds, follows))


def _of_signs(found: Iterable[Compared]) -> Iterator[Oddity]:
    heads: dict[tuple[str, str], list[Compared]] = {}
    for one in found:
        heads.setdefault((one.fact.table, one.fact.head.key), []).append(one)
    for head in heads.values():
        yield from (Oddity(Odd.SIGN, one.fact, one.before) for one in turned(head))


def _of_shares(found: Sequence[Compared], thresholds: Thresholds) -> Iterator[Oddity]:
    heads: dict[tuple[str, str], list[Compared]] = {}
    for one in found:
        heads.setdefault((one.fact.table, one.fact.head.key), []).append(one)
    bound = bound_of(len(found), thresholds)
    for members in heads.values():
        pairs = [(float(one.was), float(one.now)) for one in members]
        for one, score in zip(members, point_scores(pairs), strict=True):
            if one.was and one.now and abs(score) > bound:
                power = share_power(float(one.was), float(one.now), score, thresholds.factor)
                kind = Odd.FACTOR if power else Odd.CHANGE
                expected = rounded_like(float(one.was), 1.0, one)
                yield Oddity(
                    kind,
                    one.fact,
                    one.before,
                    power=power,
                    expected=expected,
                    score=score,
                    mild=abs(score) <= thresholds.warning,
                )
