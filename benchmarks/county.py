"""What is told where a county's report is not the sum of those of its towns."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import process_time

from provinces.county_slips import SLIPS, County, CountySlip, slip_in
from provinces.made import YEARS, Figures, Unit, made_province, report_of
from statlint.config import Settings
from statlint.finding import Alternative, Report, Severity
from statlint.run import check_paths
from submissions.layout import laid_out
from submissions.model import Submission
from submissions.writing import write_text

_COUNTY = "county.csv"
_ACROSS = frozenset({"X201", "X205"})
_WIDTH = 22
_SURE = 0.95
_make = laid_out(write=write_text("utf-8", ","))


@dataclass(slots=True)
class _Tally:
    """What was told of the slips of one kind."""

    made: int = 0
    seen: int = 0
    first: int = 0
    """The cause told first is the right one."""
    listed: int = 0
    sure: int = 0
    wrong: int = 0
    """Said at .95 and more, and not right."""
    claimed: float = 0.0
    """The probabilities of the causes told first, added up."""
    seconds: list[float] = field(default_factory=list)

    def line(self, name: str) -> str:
        """Write the shares of what was seen."""
        parts = (self.first, self.listed, self.sure)
        shares = "".join(f"{_percent(one, self.seen):>9}" for one in parts)
        spent = f"{1000 * median(self.seconds):.0f}" if self.seconds else ""
        claimed = _percent(self.claimed, self.seen)
        seen = f"{name:<{_WIDTH}}{self.seen:>5}/{self.made:<4}"
        return f"{seen}{claimed:>9}{shares}{self.wrong:>9}{spent:>9}"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "–"


def main() -> None:
    """Make counties, let one thing go wrong in each, and print what was told of it."""
    options = _options()
    counties = list(_counties(options.counties, options.seed, options.towns))
    alarms = sum(
        bool(_told(_checked(CountySlip(one.figures, one.towns), one.before)[0])) for one in counties
    )
    print(f"clean: {alarms} of {len(counties)} counties with a finding across files\n")
    titles = ("claimed", "first", "listed", "sure", "wrong", "ms")
    print(f"{'':<{_WIDTH}}{'seen':>10}" + "".join(f"{title:>9}" for title in titles))
    for kind in options.kind or SLIPS:
        print(_tally(kind, counties, options).line(kind), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counties", type=int, default=12)
    parser.add_argument("--towns", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", action="append", choices=tuple(SLIPS))
    parser.add_argument("--show", action="store_true", help="print what is told first")
    return parser.parse_args()


def _counties(count: int, seed: int, size: int) -> Iterator[County]:
    year, before = YEARS[-1], YEARS[-2]
    for number in range(count):
        province, [(county, towns), *_] = made_province(1, 1000 * seed + number, size)
        yield County(
            province[year, county],
            {town: province[year, town] for town in towns},
            {town: province[before, town] for town in towns},
        )


def _tally(kind: str, counties: Sequence[County], options: argparse.Namespace) -> _Tally:
    tally = _Tally()
    for number, county in enumerate(counties):
        rng = Random(f"{options.seed} {kind} {number}")  # noqa: S311 - slips, not secrets
        slip = slip_in(kind, county, rng)
        if slip is not None:
            _judge(slip, county.before, tally, show=options.show)
    return tally


def _judge(slip: CountySlip, before: Mapping[Unit, Figures], tally: _Tally, *, show: bool) -> None:
    tally.made += 1
    report, county, seconds = _checked(slip, before)
    tally.seconds.append(seconds)
    if not _told(report):
        return
    tally.seen += 1
    told = [
        (each, _is_right(each, slip, county))
        for cause in report.diagnoses
        if cause.path == _COUNTY
        for each in cause.alternatives
    ]
    tally.claimed += sum(each.probability for each, _ in told[:1])
    tally.first += any(right for _, right in told[:1])
    tally.listed += any(right for _, right in told)
    tally.sure += any(right and each.probability >= _SURE for each, right in told)
    tally.wrong += any(not right and each.probability >= _SURE for each, right in told)
    if show and told and not told[0][1]:
        where = slip.unit.town if slip.unit else ""
        print(f"  {slip.reason} {where} {dict(slip.right)}: {told[0][0].message}")


def _checked(slip: CountySlip, before: Mapping[Unit, Figures]) -> tuple[Report, Submission, float]:
    """Check a county with its towns as parts; give the report and the seconds of CPU."""
    county = _make(report_of(Unit("安平县"), YEARS[-1], slip.county))
    parts = [
        (_file(town), _make(report_of(town, YEARS[-1], figures)).data)
        for town, figures in slip.towns.items()
    ]
    begun = process_time()
    report = check_paths(
        [(_COUNTY, county.data)],
        Settings(language="zh"),
        previous=[
            (f"{YEARS[-2]}/{_file(town)}", _make(report_of(town, YEARS[-2], figures)).data)
            for town, figures in before.items()
        ],
        parts=parts,
    )
    return report, county, process_time() - begun


def _file(town: Unit) -> str:
    return f"{town.town}.csv"


def _told(report: Report) -> list[str]:
    return [
        one.code
        for one in report.findings
        if one.code in _ACROSS and one.severity is not Severity.INFORMATION
    ]


def _is_right(alternative: Alternative, slip: CountySlip, county: Submission) -> bool:
    """Tell whether an alternative is what went wrong."""
    if slip.reason:
        named = all(unit.town in alternative.message for unit in slip.units)
        return alternative.reason == slip.reason and named
    path = None if slip.unit is None else _file(slip.unit)
    right = {county.places[slot].cell: str(figure) for slot, figure in slip.right.items()}
    return bool(alternative.cells) and all(
        one.path == path and right.get(one.cell) == one.proposed for one in alternative.cells
    )


if __name__ == "__main__":
    main()
