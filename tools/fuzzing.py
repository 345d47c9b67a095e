"""Search for bytes that break a promise: `python tools/fuzzing.py --seconds 60 [target …]`.

Each target of tests/fuzz runs in a process of its own under atheris, which looks for inputs that
reach new branches of statlint (`pip install atheris`; it has wheels for Linux). It begins with real
texts and files and with what was found before. `--blind` changes these at random in place of that:
it needs no library, and tries many more where a whole check follows. What breaks a promise is
written to tests/fuzz/found/TARGET and from then on tried by the tests. The table tells how many
inputs each target ran, and what was found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "tests/fuzz/found"
_PATHS = [str(ROOT / name) for name in ("lint", "rules", "tests")]
_ROOMS = [f"statlint.{room}" for room in "workbook values grid form formula prose".split()]
"""Where new branches are looked for: what reads. The rooms behind would only slow it down."""
_LONGEST, _MOST_CHANGES = 20_000, 6
_RUN = """
import sys
sys.path[:0] = {paths!r}
import atheris
with atheris.instrument_imports(include={rooms!r}):
    from fuzz.targets import TARGETS, within_time
target = TARGETS[{name!r}]
def one(data):
    within_time(target, data)
atheris.Setup(sys.argv, one)
atheris.Fuzz()
"""
_RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main() -> None:
    """Run the targets one after the other; print what came of it."""
    sys.path[:0] = _PATHS
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="target", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--blind", action="store_true", help="change at random, without atheris")
    parser.add_argument("--seed", type=int, default=1, help="of the changes at random")
    options = parser.parse_args()
    unknown = sorted(set(options.targets).difference(TARGETS))
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}")
    print(f"{'target':20} inputs  found")
    broken = 0
    for name in options.targets or TARGETS:
        seed = options.seed if options.blind else None
        runs, found = search(name, options.seconds, seed=seed)
        broken += len(found)
        print(f"{name:20} {runs:6}  {' '.join(found) or '-'}", flush=True)
    sys.exit(bool(broken))


def search(name: str, seconds: int, *, seed: int | None) -> tuple[int, Sequence[str]]:
    """Run one target for so long; give how many inputs it ran and the files of what was found."""
    if seed is not None:
        return search_blindly(name, seconds, Random(seed))  # noqa: S311 - changes, not secrets
    from fuzz.seeds import seeds_of

    place = FOUND / name
    place.mkdir(parents=True, exist_ok=True)
    before = set(place.iterdir())
    with tempfile.TemporaryDirectory() as corpus:
        for at, begun in enumerate(seeds_of(name)):
            Path(corpus, f"seed{at}").write_bytes(begun)
        words = [corpus, str(place), f"-max_total_time={seconds}", f"-max_len={_LONGEST}"]
        words += ["-print_final_stats=1", f"-artifact_prefix={place}/", "-timeout=60"]
        done = subprocess.run(  # noqa: S603 - this Python, with words of our own
            [sys.executable, "-c", _RUN.format(paths=_PATHS, rooms=_ROOMS, name=name), *words],
            cwd=corpus,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    found = sorted(str(one.relative_to(ROOT)) for one in set(place.iterdir()) - before)
    if not any(place.iterdir()):
        place.rmdir()
    told = _RUNS.search(done.stderr)
    if told is None and not found:
        raise SystemExit(done.stderr[-2000:])
    return int(told[1]) if told else 0, found


def search_blindly(name: str, seconds: int, chance: Random) -> tuple[int, Sequence[str]]:
    """Change seeds at random for so long."""
    from fuzz.packages import CHANGE, changed
    from fuzz.seeds import seeds_of
    from fuzz.targets import TARGETS, within_time

    seeds, runs, found = seeds_of(name), 0, []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        content = chance.choice(seeds)
        for _ in range(chance.randint(1, _MOST_CHANGES)):
            content = changed(content, chance.randbytes(CHANGE))
        runs += 1
        try:
            within_time(TARGETS[name], content)
        except Exception as error:  # noqa: BLE001 - whatever breaks is what is looked for
            place = FOUND / name / sha256(content).hexdigest()[:16]
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)
            found.append(f"{place.relative_to(ROOT)} ({type(error).__name__})")
    return runs, found


if __name__ == "__main__":
    main()
