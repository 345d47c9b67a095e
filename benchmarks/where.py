"""Where the time of a check goes: the share of each room, of imports, of the standard library.

`python benchmarks/where.py FILE…` checks the files once under cProfile, in a process of its own and
without the cache, and prints the calls of functions and the share of time by where they are. What a
function of C takes counts to whoever called it, so that a room is charged with what it asks for;
imports are all that the machinery of imports does itself, and the bodies of modules are charged to
their rooms. Calls are exact and travel; seconds under a profile are some three times the real ones.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from pstats import Stats

FIXTURES = Path(__file__).parents[1] / "fixtures/submissions"
_CHECK = """
import cProfile, os, sys
sys.stdout = open(os.devnull, "w")
profile = cProfile.Profile()
def check():
    from statlint.cli import main
    try:
        main(["check", "--isolated", "--no-cache", *sys.argv[2:]])
    except SystemExit:
        pass
profile.runcall(check)
profile.dump_stats(sys.argv[1])
"""
_LEAST = 0.01
_C = "~"
_PACKAGES = ("re", "json", "click", "collections")


def main() -> None:
    """Check under a profile; print what was found in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=[str(FIXTURES / "suqian-2024-gbk.csv")])
    paths = parser.parse_args().paths
    known = {**os.environ}
    known.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        kept = str(Path(folder, "profile"))
        for _ in range(2):  # at the second time Python has the modules compiled
            words = [sys.executable, "-c", _CHECK, kept, *paths]
            subprocess.run(words, check=True, env=known)  # noqa: S603 - this Python
        stats = Stats(kept)
    seconds, calls = shares(stats)
    total = sum(seconds.values())
    print(f"{sum(calls.values()):,} calls, {total:.3f} s under the profile")
    for place, spent in seconds.most_common():
        if spent / total >= _LEAST:
            print(f"{place:24} {spent / total:6.1%} {calls[place]:10,} calls")


def shares(stats: Stats) -> tuple[Counter[str], Counter[str]]:
    """Add up seconds and calls by place."""
    seconds: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    table = stats.stats  # type: ignore[attr-defined]  # typeshed leaves it out
    for (path, _, _), (_, count, own, _, callers) in table.items():
        if path != _C or not callers:
            seconds[place_of(path)] += own
            calls[place_of(path)] += count
            continue
        for (caller, _, _), (_, by_caller, own_for_caller, _) in callers.items():
            seconds[place_of(caller)] += own_for_caller
            calls[place_of(caller)] += by_caller
    return seconds, calls


def place_of(path: str) -> str:
    """Name the room of a file of ours, or what else it is."""
    parts = Path(path).parts
    if "statlint_rules" in parts:
        return "statlint_rules"
    if "statlint" in parts:
        room = parts[len(parts) - 1 - parts[::-1].index("statlint") + 1]
        return f"statlint.{room.removesuffix('.py')}"
    if "importlib" in path or "_bootstrap" in path:
        return "imports"
    if not path.endswith(".py"):
        return "made at run time"
    folder = Path(path).parent.name
    return f"library: {folder if folder in _PACKAGES else Path(path).stem}"


if __name__ == "__main__":
    main()
