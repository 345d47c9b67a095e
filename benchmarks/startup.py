"""What a short call of the command costs, from start to exit, in multiples of a bare Python.

`python benchmarks/startup.py` runs each call several times in turn, so that a busy computer slows
all of them alike. It prints the median of the seconds of processor, how many times `python -c pass`
that is (multiples travel from one computer to another, seconds do not), the quartiles of that, and
how many modules of Python and of statlint were loaded.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

SUBMISSIONS = Path(__file__).parents[1] / "fixtures/submissions"
CLEAN_CSV = SUBMISSIONS / "suqian-2024-gbk.csv"
CLEAN_XLSX = SUBMISSIONS / "suqian-2024.xlsx"
SETTINGS = 'ignore = ["U102"]\n[severity]\nB101 = "warning"\n'
_KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"
_AGAIN, _CACHED = "settings, again", "from the cache"
_WIDE = 5
"""From so many figures on a line has a total that is checked."""
START = "from statlint.cli import main; main()"
COUNT = f"""
import sys
try:
    {START}
finally:
    names = list(sys.modules)
    print(len(names), sum(one.startswith("statlint") for one in names), file=sys.stderr)
"""


def calls(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Give the words of each call; what they read is made in a folder."""
    wrong, settings = folder / "wrong.csv", folder / "statlint.toml"
    text = CLEAN_CSV.read_text(encoding="gb18030")
    wrong.write_text(_without_its_sums(text), encoding="gb18030")
    settings.write_text(SETTINGS, encoding="utf-8")
    alone = ("check", "--isolated", "--no-cache", "--exit-zero")
    return {
        "--version": ("--version",),
        "clean CSV": (*alone, str(CLEAN_CSV)),
        "clean xlsx": (*alone, str(CLEAN_XLSX)),
        "CSV with findings": (*alone, str(wrong)),
        "settings, first": ("check", "--no-cache", "--config", str(settings), str(CLEAN_CSV)),
        _CACHED: ("check", "--isolated", str(CLEAN_CSV)),
        _AGAIN: ("check", "--config", str(settings), str(CLEAN_CSV)),
    }


def _without_its_sums(text: str) -> str:
    """Raise the first figure of a line of many by one, so that its total is wrong."""
    lines = text.splitlines()
    at, line = next((at, line) for at, line in enumerate(lines) if _figures(line))
    cells = line.split(",")
    place = next(place for place, cell in enumerate(cells) if cell.isdecimal())
    cells[place] = str(int(cells[place]) + 1)
    return "\n".join([*lines[:at], ",".join(cells), *lines[at + 1 :]]) + "\n"


def _figures(line: str) -> bool:
    return sum(cell.isdecimal() for cell in line.split(",")) >= _WIDE


def cost(words: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """Run Python with some words; give the milliseconds of processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, *words], env=environment, check=True, stdout=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent * 1000


def modules(words: tuple[str, ...], environment: Mapping[str, str]) -> str:
    """Count the modules that a call loads."""
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", COUNT, *words],
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    every, ours = done.stderr.split()[-2:]
    return f"{every:>5} {ours:>5}"


def _environment(folder: Path) -> Mapping[str, str]:
    """Let the cache, and what Python keeps of modules, start empty and be kept between calls."""
    own = {"STATLINT_CACHE_DIR": "cache", "PYTHONPYCACHEPREFIX": "modules"}
    known = {name: value for name, value in os.environ.items() if name != _KEEPS_NOTHING}
    return {**known, **{name: str(folder / value) for name, value in own.items()}}


def forget_results(folder: Path) -> None:
    """Forget what was found in files, not which settings were found good."""
    shutil.rmtree(folder / "cache/results", ignore_errors=True)


def main() -> None:
    """Run every call in turn, and print what each took."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=15, help="how often each call is made")
    times = options.parse_args().times
    with TemporaryDirectory() as place:
        environment = _environment(Path(place))
        named = calls(Path(place))
        every = {name: ("-c", START, *words) for name, words in named.items()}
        every = {"python -c pass": ("-c", "pass"), **every}
        for words in every.values():  # what is kept for later calls is kept before any is measured
            cost(words, environment)
        counts = {name: modules(words, environment) for name, words in named.items()}
        spent: dict[str, list[float]] = {name: [] for name in every}
        for _ in range(times):
            for name, words in every.items():
                if name == _AGAIN:
                    forget_results(Path(place))
                spent[name].append(cost(words, environment))
            cost(every[_CACHED], environment)
    bare = median(spent["python -c pass"])
    print(f"{'':18} CPU ms      p  quartiles    modules  ours")
    for name, taken in spent.items():
        low, _, high = quantiles(taken, n=4)
        between = f"{low / bare:5.1f}–{high / bare:.1f}"
        print(
            f"{name:18} {median(taken):6.1f} {median(taken) / bare:6.1f} {between:>11} "
            f"{counts.get(name, ''):>13}"
        )


if __name__ == "__main__":
    main()
