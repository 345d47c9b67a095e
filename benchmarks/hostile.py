"""What hostile and broken input costs: what statlint says of each, its time and memory, and peers.

`python benchmarks/hostile.py` makes every kind of file of tests/hostile_files, has statlint check
each in a process of its own, with its usual limits, and prints a table in Markdown: the kind, the
finding, the seconds of processor from start to exit, the most memory of any of its processes.
Beside it, openpyxl and python-calamine read the workbooks in a process that may take 2 GiB and 20
seconds: "aborted" means that the process was ended by the system or by the library, "hangs" that it
took all of its time. `--without-peers` leaves them out, words choose kinds by their names.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile_files.all_kinds import all_kinds
from hostile_files.kind import Kind

_SECONDS, _MEMORY = 20, 2 << 30
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})
_LONGEST = 110
_MEASURE = """
import resource, sys
def told(said):
    own, others = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(f"{cpu:.2f} {max(peak, others.ru_maxrss) / 1024:.0f} {said}", file=sys.stderr)
"""
_STATLINT = f"""{_MEASURE}
from statlint.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    told(end.code)
"""
_OPENPYXL = f"""{_MEASURE}
import openpyxl
try:
    for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
        for row in sheet.iter_rows(values_only=True):
            pass
    told("reads it")
except BaseException as error:
    told(type(error).__name__)
"""
_CALAMINE = f"""{_MEASURE}
from python_calamine import CalamineWorkbook
try:
    book = CalamineWorkbook.from_path(sys.argv[1])
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
    told("reads it")
except BaseException as error:
    told(type(error).__name__)
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process said, its seconds of processor and its MiB; None where it was ended."""

    said: str
    cpu: float | None = None
    peak: float | None = None


def by_statlint(path: Path, kind: Kind) -> Spent:
    """Have statlint check a file, and give its first finding on the file itself."""
    words = ["check", str(path), "--isolated", "--no-cache", "--output-format", "json"]
    words += [word for one in kind.settings for word in ("--config", one)]
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", _STATLINT, *words, "--lang", "en"],
        capture_output=True,
        check=False,
    )
    cpu, peak, _ = done.stderr.decode().splitlines()[-1].split(maxsplit=2)
    report = json.loads(done.stdout)
    if report["crashes"]:
        sys.exit(f"{kind.name}: {report['crashes']}")
    found = [one for one in report["findings"] if one["code"] == kind.code] or report["findings"]
    said = _in_short(found[0]["code"], found[0]["message"]) if found else "checked as any other"
    return Spent(said, float(cpu), float(peak))


def _in_short(code: str, message: str) -> str:
    """Leave out what all findings of a rule on files begin with."""
    _, sign, detail = message.partition("(")
    return f"{code} {detail.removesuffix(')') if sign and message.endswith(')') else message}"


def by_peer(script: str, path: Path) -> Spent:
    """Have a library read a file, within bounds."""
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        check=False,
        preexec_fn=_limit,
    )
    told = done.stderr.decode(errors="replace").splitlines()
    if done.returncode == 0 and told:
        cpu, peak, said = told[-1].split(maxsplit=2)
        return Spent(said, float(cpu), float(peak))
    return Spent("hangs" if done.returncode == -signal.SIGXCPU else "aborted")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def rows(words: Sequence[str], *, peers: bool) -> Iterator[tuple[str, Kind, list[Spent]]]:
    """Measure each kind."""
    with TemporaryDirectory() as folder:
        for group, kind in all_kinds():
            if words and not any(word in kind.name for word in words):
                continue
            path = Path(folder) / kind.file
            path.write_bytes(kind.content())
            spent = [by_statlint(path, kind)]
            if peers and path.suffix in _WORKBOOKS:
                spent += [by_peer(script, path) for script in (_OPENPYXL, _CALAMINE)]
            yield group, kind, spent
            path.unlink()


def _cell(text: str) -> str:
    shown = "".join(sign if sign.isprintable() else "?" for sign in text).replace("|", "\\|")
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _peer(spent: Spent) -> str:
    return spent.said if spent.cpu is None else f"{spent.said}, {spent.cpu:.1f} s, {spent.peak:.0f}"


def main() -> None:
    """Print the table and what it comes to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", help="kinds whose names hold one of these words")
    parser.add_argument("--without-peers", action="store_true", help="measure statlint alone")
    options = parser.parse_args()
    names = [f"{name} {version(name)}" for name in ("openpyxl", "python-calamine")]
    print(f"| kind | statlint says | CPU s | MiB | {' | '.join(names)} |")
    print("| --- | --- | --- | --- | --- | --- |")
    times, peaks, before = [], [], ""
    for group, kind, (own, *others) in rows(options.words, peers=not options.without_peers):
        if group != before:
            before = group
            print(f"| **{group}** | | | | | |")
        told = [*map(_peer, others), "", ""][:2]
        figures = f"{own.cpu:.2f} | {own.peak:.0f}"
        print(f"| {_cell(kind.name)} | {_cell(own.said)} | {figures} | {' | '.join(told)} |")
        times.append(own.cpu or 0)
        peaks.append(own.peak or 0)
    print(
        f"\n{len(times)} kinds: median {median(times):.2f} s, most {max(times):.1f} s; median "
        f"{median(peaks):.0f} MiB, most {max(peaks):.0f} MiB; no traceback, no run broken off."
    )


if __name__ == "__main__":
    main()
