"""Whether returns of units that are missing, there twice or copied from another unit are told.

Each run makes the yearly reports of so many units of one size, packs them into one archive with
names in GBK, and lets things go wrong: units left out, handed in twice with one figure changed, and
files that hold the whole report of another unit under their own name.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import statlint
from submissions.layout import laid_out
from submissions.model import ANNUAL_2021, Report
from submissions.random_reports import SIZES, Size, random_report
from submissions.writing import write_text

_YEAR = 2024
_DIGITS = "甲乙丙丁戊己庚辛壬癸"
_SUFFIX = {"town": "镇", "county": "县", "city": "市"}
_MAKE = laid_out(write=write_text("utf-8", ","))
_CODES = {"missing": "X202", "twice": "X203", "copied": "X206", "near": "X206"}


def main() -> None:
    """Make archives, let things go wrong in each, and print what was told of it."""
    options = _options()
    print(
        f"{'size':<8}{'units':>6}{'missing':>10}{'twice':>10}{'copied':>10}{'near':>10}{'others':>8}{'s':>7}"
    )
    for size in SIZES:
        for units in options.units:
            _print_run(size, units, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, nargs="+", default=[20, 200])
    parser.add_argument("--wrong", type=int, default=5, help="of each kind of slip")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _print_run(size: Size, units: int, options: argparse.Namespace) -> None:
    luck = Random(f"{size.name} {units} {options.seed}")  # noqa: S311 - figures to check
    names = [_name(number, size) for number in range(units)]
    made = {
        name: random_report(ANNUAL_2021, size, options.seed * 10_000 + number)
        for number, name in enumerate(names)
    }
    kinds = (*_CODES, "pattern", "pattern of near")
    picked = luck.sample(names, min(len(names) // len(kinds), options.wrong) * len(kinds))
    wrong = {kind: picked[at :: len(kinds)] for at, kind in enumerate(kinds)}
    begun = time.perf_counter()
    report = statlint.lint(("returns.zip", _packed(made, wrong)), units=names, select=["X2"])
    took = time.perf_counter() - begun
    told = {code: _units(report, code, names) for code in _CODES.values()}
    seen = [f"{len(told[_CODES[kind]] & {*wrong[kind]})}/{len(wrong[kind])}" for kind in _CODES]
    alike = {name for kind in kinds[2:] for name in wrong[kind]}
    known = {"X202": {*wrong["missing"]}, "X203": {*wrong["twice"]}, "X206": alike}
    others = sum(len(told[code] - known[code]) for code in known)
    cells = "".join(f"{text:>10}" for text in seen)
    print(f"{size.name:<8}{units:>6}{cells}{others:>8}{took:>7.1f}", flush=True)


def _name(number: int, size: Size) -> str:
    digits = "".join(_DIGITS[int(digit)] for digit in f"{number:04d}")
    return f"{digits}{_SUFFIX[size.name]}"


def _packed(made: Mapping[str, Report], wrong: Mapping[str, Iterable[str]]) -> bytes:
    """Pack the returns; what is wrong is by the kind of slip."""
    target = BytesIO()
    patterns = dict(zip(wrong["copied"], wrong["pattern"], strict=True))
    near = dict(zip(wrong["near"], wrong["pattern of near"], strict=True))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, report in made.items():
            if name in wrong["missing"]:
                continue
            own = made[patterns[name]] if name in patterns else report
            if name in near:
                own = _changed(made[near[name]], name)
            archive.writestr(f"{name}.csv", _written(own, name))
            if name in wrong["twice"]:
                slot, figure = next(iter(own.figures.items()))
                changed = own.with_figure(slot, int(str(figure)) + 1)
                archive.writestr(f"{name}（修改）.csv", _written(changed, name))
    return target.getvalue()


def _changed(report: Report, name: str) -> Report:
    """Change one figure of a report, with its totals."""
    luck = Random(name)  # noqa: S311 - figures to check
    line = luck.choice([one.line for one, figure in report.figures.items() if figure])
    changed = report
    for slot, figure in report.figures.items():
        if slot.line == line and slot.head in {"nat", "tot", "decided", "made", "inforce"}:
            changed = changed.with_figure(slot, int(str(figure or 0)) + 1)
    return changed


def _written(report: Report, name: str) -> bytes:
    named = replace(report, unit_name=f"{name}人民政府", year=_YEAR)
    return _MAKE(named).data


def _units(report: statlint.Report, code: str, names: Iterable[str]) -> set[str]:
    """Give the units that findings of a rule are about."""
    found = Counter(
        name
        for one in report.findings
        if one.code == code and one.severity is not statlint.Severity.INFORMATION
        for name in names
        if name in (one.line or one.path)
    )
    return set(found)


if __name__ == "__main__":
    main()
