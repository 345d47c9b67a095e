"""Where along a strip a relation is stated, where it does not hold throughout."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from statlint.inference.matrix import Matrix
from statlint.inference.rates_trial import Fit, Trial
from statlint.table import Role, Strip

_DERIVED = frozenset(
    {Role.SHARE, Role.CHANGE, Role.RANK, Role.CODE, Role.ORDINAL, Role.MEDIAN, Role.AVERAGE}
)
_HELD = 0.6
_LEAST_OF_KIND = 2
_HELD_OF_KIND = 0.75
_STRETCH = 6.0
_EDGE = 1
"""So many misses at an end of the strip still belong to it: one may be the wrong figure."""
_MOST_PER_FIGURE = 4.0


def stated_at(matrix: Matrix, trial: Trial) -> Trial | None:
    """Leave out the positions where a relation is not meant; None where too little is left."""
    trial = trial.kept(lambda at: not _is_other(matrix, trial, at))
    if _share(trial) >= _HELD:
        return trial if trial.fits else None
    for part in (_by_kind(matrix, trial), _by_stretch(trial)):
        if part.fits and _share(part) >= _HELD:
            return part
    return None


def _is_other(matrix: Matrix, trial: Trial, at: int) -> bool:
    strip = matrix.across[trial.positions[at]]
    return trial.fits[at] is Fit.MISS and bool(strip.roles & _DERIVED)


def _share(trial: Trial) -> float:
    return trial.held / trial.told if trial.told else 0.0


def _by_kind(matrix: Matrix, trial: Trial) -> Trial:
    """Keep the positions whose labels say that they are of a kind where it holds.

    Labels that each stand once tell no kinds.
    """
    held: dict[Hashable, list[bool]] = {}
    for position, fit in zip(trial.positions, trial.fits, strict=True):
        if fit is not Fit.TRIVIAL:
            kind = _kind(matrix.across[position])
            held.setdefault(kind, []).append(fit in (Fit.EXACT, Fit.LOOSE))
    kept = {
        kind
        for kind, own in held.items()
        if len(own) >= _LEAST_OF_KIND and sum(own) >= _HELD_OF_KIND * len(own)
    }
    return trial.kept(lambda at: _kind(matrix.across[trial.positions[at]]) in kept)


def _kind(strip: Strip) -> Hashable:
    return strip.text.casefold(), strip.unit, strip.roles


def _by_stretch(trial: Trial) -> Trial:
    """Keep the stretches in which it holds, and the few misses at the ends of the strip."""
    kept: set[int] = set()
    end = len(trial.bits)
    for first, last in _stretches(trial.bits):
        from_first = first if first > _EDGE else 0
        to_last = last if end - 1 - last > _EDGE else end - 1
        kept.update(range(from_first, to_last + 1))
    return trial.kept(lambda at: at in kept)


def _stretches(gains: Iterable[float]) -> list[tuple[int, int]]:
    """Find stretches worth more than their misses cost: the first and last place of each."""
    found: list[tuple[int, int]] = []
    total, best, start, end = 0.0, 0.0, 0, -1
    for at, gain in enumerate(gains):
        if total <= 0:
            total, best, start, end = 0.0, 0.0, at, -1
        total += min(gain, _MOST_PER_FIGURE)
        if total > best:
            best, end = total, at
        elif (total <= 0 or total < best - 2 * _STRETCH) and end >= 0:
            if best >= _STRETCH:
                found.append((start, end))
            total, best, end = 0.0, 0.0, -1
    if end >= 0 and best >= _STRETCH:
        found.append((start, end))
    return found
