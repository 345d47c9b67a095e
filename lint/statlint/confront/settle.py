"""What of the instances counts: rivals, proof, failures that others say more exactly."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from statlint.confront.model import Instance, Verdict
from statlint.dataclass import replace
from statlint.finding import Reason
from statlint.form import EditKind, Scope

_Key: TypeAlias = tuple[Hashable, ...]

_ANY = ""
"""Stands for any copy of an edit, or for the one without copies."""


def settled(instances: Iterable[Instance]) -> tuple[Instance, ...]:
    """Settle which instances count, now that all are known."""
    from statlint.confront.quoted_parts import borne_out_by_tables

    left = borne_out_by_tables(_without_rivals(list(instances)))
    from statlint.confront.roll_up_proof import without_means

    left = list(without_means(_without_unproven(left)))
    left = _without_shifted(left)
    from statlint.confront.lists import explained_by_list

    left = explained_by_list(left)
    return tuple(_without_implied(left))


def _table(instance: Instance) -> str | None:
    return instance.facts[0].table if instance.facts else None


def _grouped(instances: Iterable[Instance], key_of: dict[int, _Key]) -> dict[_Key, list[Instance]]:
    groups: dict[_Key, list[Instance]] = {}
    for instance in instances:
        if id(instance) in key_of:
            groups.setdefault(key_of[id(instance)], []).append(instance)
    return groups


def _without_rivals(instances: Sequence[Instance]) -> list[Instance]:
    """Of rival edits keep the one that fits a table best; of equals, the first.

    Copies within groups count together: a table is ranked within its groups or over all of them,
    and its ties are counted one way.
    """
    key_of: dict[int, _Key] = {
        id(one): (_table(one), one.edit.rival) for one in instances if one.edit.rival is not None
    }
    best = {key: _best_fitting(group) for key, group in _grouped(instances, key_of).items()}
    return [
        one for one in instances if id(one) not in key_of or one.edit.id == best[key_of[id(one)]]
    ]


def _best_fitting(group: Sequence[Instance]) -> str:
    """Give the edit that holds most often, each failure set off against one that holds.

    Where none holds at all, it is the first that could be decided somewhere.
    """
    verdicts: dict[str, list[Verdict]] = {}
    for one in group:
        verdicts.setdefault(one.edit.id, []).append(one.verdict)
    return max(verdicts, key=lambda name: _fit(verdicts[name]))


def _fit(verdicts: Sequence[Verdict]) -> tuple[bool, int]:
    held, failed = verdicts.count(Verdict.HOLDS), verdicts.count(Verdict.FAILS)
    return held > 0, held - failed if held else min(failed, 1)


def _without_unproven(instances: Sequence[Instance]) -> list[Instance]:
    """Set aside the edits that must prove themselves in a table and do not."""
    # Sums over parts are borne out head by head: beside counts stand places and rates.
    key_of: dict[int, _Key] = {
        id(one): (_table(one), one.edit.id, one.edit.under if one.edit.across else None)
        for one in instances
        if one.edit.proven
    }
    unproven = {
        key
        for key, group in _grouped(instances, key_of).items()
        if _decided(group) and not _proves(group)
    }
    return [
        replace(one, verdict=Verdict.NOT_CHECKED, reason=Reason.UNPROVEN)
        if key_of.get(id(one)) in unproven
        else one
        for one in instances
    ]


def _decided(group: Sequence[Instance]) -> bool:
    return any(one.verdict is not Verdict.NOT_CHECKED for one in group)


def _proves(group: Sequence[Instance]) -> bool:
    """Tell whether an edit holds once and in half of the places; where all is 0 tells nothing."""
    if group[0].edit.across == "parts":
        from statlint.confront.roll_up_proof import is_borne_out

        return is_borne_out(group)
    telling = [one for one in group if any(fact.figure and fact.figure.value for fact in one.facts)]
    held = sum(one.verdict is Verdict.HOLDS for one in telling)
    failed = sum(one.verdict is Verdict.FAILS for one in telling)
    return held > 0 and held >= failed


def _without_shifted(instances: Sequence[Instance]) -> list[Instance]:
    """Of the wrong places in a ranking keep the fewest that explain all."""
    key_of: dict[int, _Key] = {
        id(one): (_table(one), one.edit.id, one.edit.under)
        for one in instances
        if one.edit.kind is EditKind.RANK
    }
    from statlint.confront.ranks import fewest_wrong

    kept = {
        where: one
        for group in _grouped(instances, key_of).values()
        for one in fewest_wrong(group)
        for where in [(key_of_edit(one), one.where)]
    }
    found = (
        kept.get((key_of_edit(one), one.where)) if id(one) in key_of else one for one in instances
    )
    return [one for one in found if one is not None]


def key_of_edit(instance: Instance) -> _Key:
    """Tell one edit in one table, or one copy of it, from others."""
    return _table(instance), instance.edit.id, instance.edit.under


def _without_implied(instances: Sequence[Instance]) -> Iterator[Instance]:
    """Leave out failures that another failed edit at the same place says more exactly."""
    failed = {
        (one.edit.id, under, one.where)
        for one in instances
        if one.verdict is Verdict.FAILS
        for under in (one.edit.under, _ANY)
    }
    for one in instances:
        if one.verdict is Verdict.FAILS:
            under = _ANY if one.edit.under is None else one.edit.under
            others = one.edit.implied_by
            places = {(other, of, one.where) for other in others for of in (under, None)}
            if places & failed or _told_of_a_figure(one, instances):
                continue
        yield one


def _told_of_a_figure(one: Instance, instances: Sequence[Instance]) -> bool:
    """Tell whether what implies an edit of the whole table failed at one of its figures."""
    return one.edit.scope is Scope.ONCE and any(
        other.edit.id in one.edit.implied_by
        and other.verdict is Verdict.FAILS
        and other.target in one.facts
        for other in instances
    )
