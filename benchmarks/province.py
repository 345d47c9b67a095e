"""How long a repository of thousands of reports takes, how much memory, and what is found in it."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from provinces.made import TOWNS, YEARS, Unit, made_province, report_of
from provinces.slips import LAST, Slip, make_slips
from submissions.layout import laid_out
from submissions.writing import write_text, write_xlsx

_SETTINGS = """\
[[dataset]]
name = "counties"
files = "data/{{year}}/{{county}}.{ending}"
parts = ["towns"]

[[dataset]]
name = "towns"
files = "data/{{year}}/{{county}}/{{town}}.{ending}"
units = "towns.csv"
"""
_MEASURED = """
import resource, sys, time
from statlint.cli import main
begun = time.perf_counter()
try:
    main(sys.argv[1:])
except SystemExit:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"{time.perf_counter() - begun:.1f} {time.process_time():.1f} {peak}", file=sys.stderr)
"""
_CHECK = ("check", "--quiet", "--output-format", "json", "--output")
_USUAL = frozenset({"information"})


@dataclass(frozen=True, slots=True)
class _Run:
    """One run over a province: how many files, how long, the most memory (MB), what was said.

    `cpu` are the seconds that the processor was at work.
    """

    files: int
    seconds: float
    cpu: float
    peak: float
    findings: Sequence[dict[str, str]]


def main() -> None:
    """Make provinces of several sizes, check each as a repository, and print what came out."""
    options = _options()
    print("files  wall s  cpu s  cpu ms a file  peak MB  injected  found  false errors, warnings")
    for units in options.units:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(options.keep or folder)
            slips = _write(root, units, options)
            run = _checked(root)
            _judge(run, slips)
            _print(run, slips, show=options.show)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, nargs="+", default=[67, 667, 2000])
    parser.add_argument("--towns", type=int, default=TOWNS, help="towns of each county")
    parser.add_argument("--years", type=int, default=len(YEARS), help="write the last N years")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slips", type=float, default=0.3, help="share of counties with a slip")
    parser.add_argument("--ending", choices=("csv", "xlsx"), default="csv")
    parser.add_argument("--keep", help="write the province to this folder and leave it there")
    parser.add_argument("--show", type=int, default=0, help="print so many false findings")
    return parser.parse_args()


def _write(root: Path, units: int, options: argparse.Namespace) -> list[Slip]:
    """Write a province with slips as a repository."""
    province, counties = made_province(units, options.seed, options.towns)
    rng = Random(options.seed)  # noqa: S311 - slips, not secrets
    slips = make_slips(province, counties, options.slips, rng) if options.slips else []
    make = laid_out(write=write_xlsx if options.ending == "xlsx" else write_text("utf-8", ","))
    printed = {(LAST, slip.unit): slip.year_printed for slip in slips}
    root.mkdir(parents=True, exist_ok=True)
    written = {
        key: figures for key, figures in province.items() if key[0] in YEARS[-options.years :]
    }
    for (year, unit), figures in written.items():
        path = _path(root, unit, year, options.ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        report = report_of(unit, printed.get((year, unit), year), figures)
        path.write_bytes(make(report).data)
    (root / "statlint.toml").write_text(_SETTINGS.format(ending=options.ending), encoding="utf-8")
    names = ["单位名称", *(town.town for _, towns in counties for town in towns)]
    (root / "towns.csv").write_text("\n".join(names) + "\n", encoding="utf-8")
    return slips


def _path(root: Path, unit: Unit, year: int, ending: str) -> Path:
    folder = root / "data" / str(year)
    return (
        folder / unit.county / f"{unit.town}.{ending}"
        if unit.town
        else (folder / f"{unit.county}.{ending}")
    )


def _seen_from_anywhere() -> str:
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    return os.pathsep.join(str(Path(path).resolve()) for path in paths if path)


def _checked(root: Path) -> _Run:
    """Check a repository in a process of its own."""
    report = root / "report.json"
    done = subprocess.run(  # noqa: S603 - this interpreter, on files made here
        [sys.executable, "-c", _MEASURED, *_CHECK, str(report)],
        cwd=root,
        # The other process starts in the repository: what is found from here must be found there.
        env={**os.environ, "STATLINT_LANG": "zh", "PYTHONPATH": _seen_from_anywhere()},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        seconds, cpu, peak = done.stderr.splitlines()[-1].split()
    except (IndexError, ValueError):
        raise SystemExit(done.stderr) from None
    told = json.loads(report.read_text(encoding="utf-8"))
    return _Run(len(told["files"]), float(seconds), float(cpu), int(peak) / 1024, told["findings"])


def _judge(run: _Run, slips: Sequence[Slip]) -> None:
    """Mark the slips that were told."""
    for slip in slips:
        for one in run.findings:
            if one["code"] in slip.codes and _names(one, slip.unit) and _of_last(one):
                slip.found.add(one["code"])


def _of_last(found: dict[str, str]) -> bool:
    return f"{LAST}" in found["path"] or f"{LAST}" in found["message"]


def _names(found: dict[str, str], unit: Unit) -> bool:
    name = unit.town or unit.county
    return Path(found["path"]).stem == name or name in found["message"]


def _false(run: _Run, slips: Sequence[Slip]) -> Iterator[dict[str, str]]:
    """Go through what was said of the counties in which there is no slip."""
    wrong = {slip.county.county for slip in slips}
    for one in run.findings:
        told = one["path"] + one["message"]
        of_slip = any(name in told for name in wrong) or any(
            slip.unit.town and slip.unit.town in told for slip in slips
        )
        if not of_slip:
            yield one


def _print(run: _Run, slips: Sequence[Slip], *, show: int) -> None:
    false = list(_false(run, slips))
    severities = Counter(one["severity"] for one in false)
    print(
        f"{run.files:5} {run.seconds:7.1f} {run.cpu:6.1f} {1000 * run.cpu / run.files:14.1f}"
        f" {run.peak:8.0f} {len(slips):9} {sum(bool(slip.found) for slip in slips):6}"
        f" {severities['error']:13} {severities['warning']:8}"
    )
    kinds = Counter(slip.kind for slip in slips)
    for kind, count in kinds.items():
        found = [slip for slip in slips if slip.kind == kind and slip.found]
        codes = sorted({code for slip in found for code in slip.found})
        print(f"      {kind:22} {len(found)} of {count}  {' '.join(codes)}")
    codes_told = Counter(one["code"] for one in false if one["severity"] not in _USUAL)
    print(f"      false: {dict(codes_told)}")
    for one in [one for one in false if one["severity"] not in _USUAL][:show]:
        print("     ", one["path"], one["cell"], one["code"], one["message"])


if __name__ == "__main__":
    main()
