"""What a run costs that finds its results in the cache: small files, the command as a whole.

`python benchmarks/cache.py --files 1000` makes so many yearly reports of towns in a folder of their
own, checks them without the cache, into it, from it, and again after one of them has changed. It
prints seconds of processor and of the clock, and the most memory; the reports must be the same.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
LINES = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开")
_WRONG_ONE_IN = 10


def town(chance: Random, name: str) -> str:
    """Make the report of one town; in one of ten a total is wrong."""
    lines = [f"{name}2024年政府信息公开工作年度报告", HEADS]
    for label in LINES:
        figures = [chance.randint(0, 40) for _ in range(6)]
        wrong = chance.randrange(_WRONG_ONE_IN * len(LINES)) == 0
        lines.append(",".join(map(str, (label, *figures, sum(figures) + wrong))))
    return "\n".join(lines) + "\n"


def strange(chance: Random, name: str) -> str:
    """Make a table that no form explains."""
    rows = [(f"{name}第{at}村", [chance.randint(1, 400) for _ in range(4)]) for at in range(9)]
    rows.append(("合计", [sum(column) for column in zip(*(row for _, row in rows), strict=True)]))
    body = "\n".join(",".join(map(str, (label, *row, sum(row)))) for label, row in rows)
    return f"村名,户数,人口,面积,粮食,合计\n{body}\n"


def run(folder: Path, report: Path, *options: str, environment: Mapping[str, str]) -> str:
    """Check all files in a process of its own; give what it cost."""
    words = [sys.executable, "-m", "statlint", "check", ".", "--exit-zero"]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(  # noqa: S603 - this Python, with words of our own
        [*words, "--output-format", "concise", "--output", str(report), *options],
        cwd=folder,
        env=environment,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{spent:8.2f} {time.perf_counter() - begun:8.2f}"


def main() -> None:
    """Make files, check them, print what it cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=1000)
    options.add_argument("--strange", type=int, default=0, help="so many of them of no form")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    chance = Random(asked.seed)  # noqa: S311 - made tables, no secret
    with TemporaryDirectory() as place:
        folder = Path(place, "data")
        folder.mkdir()
        for at in range(asked.files):
            made = strange if at < asked.strange else town
            (folder / f"{at:05}镇.csv").write_text(made(chance, f"第{at}镇"), encoding="utf-8")
        environment = {**os.environ, "STATLINT_CACHE_DIR": str(Path(place, "cache"))}
        reports = [Path(place, f"{at}.txt") for at in range(4)]
        print(f"{asked.files} files            CPU s  clock s")
        print("without the cache ", run(folder, reports[0], "--no-cache", environment=environment))
        print("into the cache    ", run(folder, reports[1], environment=environment))
        print("from the cache    ", run(folder, reports[2], environment=environment))
        texts = {report.read_text(encoding="utf-8") for report in reports[:3]}
        print("the same report   ", len(texts) == 1)
        (folder / f"{asked.files - 1:05}镇.csv").write_text(town(chance, "新镇"), encoding="utf-8")
        print("one changed       ", run(folder, reports[3], environment=environment))
        kept = Path(place, "cache/results/results.sqlite").stat().st_size
        print(f"kept, bytes a file {kept / asked.files:8.0f}")


if __name__ == "__main__":
    main()
