"""How often the diagnosis tells which cell is wrong, and what it should be."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import median

from diagnosis_tables.judge import Verdict, judge
from diagnosis_tables.shapes import SHAPES, made
from diagnosis_tables.slips import KNOWN, UNKNOWN, slips_in
from diagnosis_tables.ties import is_tied
from submissions.random_reports import SIZES

_WIDTH = 18
_SURE = 0.95


@dataclass
class _Tally:
    verdicts: list[Verdict] = field(default_factory=list)
    ties: list[bool] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Write shares of the slips that were seen, and how many there were."""
        seen = [one for one in self.verdicts if one.seen]
        counts = (
            _percent(seen, [one.located for one in seen]),
            _percent(seen, [one.right for one in seen]),
            _percent(seen, [one.first for one in seen]),
            _percent(seen, [one.right or one.listed for one in seen]),
            _percent(seen, [one.line for one in seen]),
            f"{sum(one.wrong for one in seen)}",
            _percent(seen, self.ties),
        )
        told = f"{len(seen)}/{len(self.verdicts)}"
        return f"{name:<{_WIDTH}}{told:>9}" + "".join(f"{count:>9}" for count in counts)


def _percent(seen: Sequence[object], true: Sequence[bool]) -> str:
    """Cut off, not rounded: 100.0 means all."""
    return f"{int(1000 * sum(true) / len(seen)) / 10}" if seen else "–"


def main() -> None:
    """Make tables, change some figures in each, and print what was told of them."""
    options = _options()
    kinds = options.kind or [*KNOWN, *UNKNOWN]
    every: list[Verdict] = []
    for shape in options.shape or SHAPES:
        for with_before in (False, True) if options.before else (False,):
            print(f"\n{shape}{', with the year before' if with_before else ''}")
            titles = ("located", "figure", "first", "listed", "line", "wrong", "tied")
            print(f"{'':<{_WIDTH}}{'seen':>9}" + "".join(f"{title:>9}" for title in titles))
            for kind in kinds:
                tally = _tally(shape, kind, options, with_before=with_before)
                every += tally.verdicts
                print(tally.line(kind), flush=True)
    _print_claims([claim for one in every for claim in one.claims])
    _print_times([one.seconds for one in every if one.seen])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", type=int, default=30, help="slips of each kind in each shape")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", action="append", choices=SHAPES)
    parser.add_argument("--kind", action="append", choices=[*KNOWN, *UNKNOWN])
    parser.add_argument("--before", action="store_true", help="also with the figures of last year")
    parser.add_argument("--show", action="store_true", help="print what was said wrongly as sure")
    return parser.parse_args()


def _tally(shape: str, kind: str, options: argparse.Namespace, *, with_before: bool) -> _Tally:
    tally = _Tally()
    for at in range(options.slips):
        size = SIZES[at % len(SIZES)].name
        table = made(shape, size, options.seed * 1000 + at)
        rng = Random(f"{shape} {kind} {options.seed} {at}")  # noqa: S311 - no secrets
        changes = slips_in(table, kind, rng)
        if changes is None:
            continue
        verdict = judge(table, changes, with_before=with_before)
        if options.show and verdict.wrong:
            right = {slot: table.figures[slot] for slot in changes}
            print(f"  wrong: {size} {at} {dict(changes)} for {right}")
        tally.verdicts.append(verdict)
        if verdict.seen:
            tally.ties.append(is_tied(table, changes, kind))
    return tally


def _print_claims(claims: Sequence[tuple[float, bool]]) -> None:
    sure = [claim for claim in claims if claim[0] >= _SURE]
    if sure:
        claimed = sum(probability for probability, _ in sure) / len(sure)
        right = sum(true for _, true in sure) / len(sure)
        brier = sum((probability - true) ** 2 for probability, true in sure) / len(sure)
        print(
            f"\nsaid sure: {len(sure)}, claimed {claimed:.4f}, right {right:.4f}, Brier {brier:.4f}"
        )


def _print_times(seconds: Sequence[float]) -> None:
    if seconds:
        most = 1000 * max(seconds)
        print(f"CPU ms a diagnosis: median {1000 * median(seconds):.2f}, most {most:.1f}")


if __name__ == "__main__":
    main()
