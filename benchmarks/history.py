"""How often a wrong figure is odd beside last year's, and how often a right one is."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from history_tables.judged import places_of, said_of
from history_tables.made import DRIFTS, SIZES, Counts, made_years
from history_tables.peers import PEERS
from history_tables.slips import SLIPS, Slip, slip_in
from statlint.history import Oddity
from statlint.values import Thresholds

_OURS = "statlint"
_WIDTH = 26


@dataclass(frozen=True, slots=True)
class _Trial:
    """A table of a unit with its earlier ones; and slips in it, by kind."""

    years: list[Counts]
    slips: dict[str, Slip]


def main() -> None:
    """Make tables of two years, make slips in the later ones, and print what was found."""
    options = _options()
    for drift in options.drift or DRIFTS:
        print(f"\ntrue figures move: {drift}")
        trials = {size: list(_trials(size, drift, options)) for size in SIZES}
        _print_alarms(trials)
        for kind in options.kind or SLIPS:
            _print_found(kind, trials)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=200, help="tables of each size")
    parser.add_argument("--years", type=int, default=2, help="so many years, the last is checked")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drift", action="append", choices=DRIFTS, help="how figures move")
    parser.add_argument("--kind", action="append", choices=SLIPS)
    return parser.parse_args()


def _trials(size: str, drift: str, options: argparse.Namespace) -> Iterator[_Trial]:
    for at in range(options.tables):
        rng = Random(f"{size} {drift} {options.seed} {at}")  # noqa: S311 - figures, not secrets
        years = made_years(size, DRIFTS[drift], options.years, rng)
        made = {kind: slip_in(kind, years[-2], years[-1], rng) for kind in options.kind or SLIPS}
        yield _Trial(years, {kind: slip for kind, slip in made.items() if slip})


_Rules = dict[str, Callable[[Sequence[Counts]], list[set[tuple[int, int]]]]]


def _rules() -> _Rules:
    """Give each rule as what it tells of some years: the figures of each finding."""
    peers: _Rules = {
        name: lambda years, peer=peer: [{place} for place in peer(years[-2], years[-1])]  # type: ignore[misc]  # bound
        for name, peer in PEERS.items()
    }
    return {**peers, _OURS: lambda years: [places_of(one) for one in _said(years)]}


def _said(years: Sequence[Counts]) -> tuple[Oddity, ...]:
    return said_of(years, Thresholds())


def _print_alarms(trials: dict[str, list[_Trial]]) -> None:
    print(f"\n{'false alarms a clean table':<{_WIDTH}}" + "".join(f"{size:>10}" for size in trials))
    for name, rule in _rules().items():
        rates = [
            sum(len(rule(trial.years)) for trial in of_size) / len(of_size)
            for of_size in trials.values()
        ]
        print(f"{name:<{_WIDTH}}" + "".join(f"{rate:>10.2f}" for rate in rates), flush=True)


def _print_found(kind: str, trials: dict[str, list[_Trial]]) -> None:
    counts = [[trial for trial in of_size if kind in trial.slips] for of_size in trials.values()]
    print(f"\n{kind + ', % found':<{_WIDTH}}" + "".join(f"{len(one):>10}" for one in counts))
    for name, rule in _rules().items():
        shares = [_share(kind, rule, of_size) for of_size in counts]
        print(f"{name:<{_WIDTH}}" + "".join(f"{share:>10}" for share in shares), flush=True)


def _share(
    kind: str,
    rule: Callable[[Sequence[Counts]], list[set[tuple[int, int]]]],
    trials: Sequence[_Trial],
) -> str:
    found = 0
    for trial in trials:
        slip = trial.slips[kind]
        told = rule([*trial.years[:-1], slip.figures])
        found += any(one & slip.wrong for one in told)
    return f"{int(100 * found / len(trials))}" if trials else "–"


if __name__ == "__main__":
    main()
