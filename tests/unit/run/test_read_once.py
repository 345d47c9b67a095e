"""A repository: each file is read once, whatever else is held against it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

SETTINGS = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
parts = ["towns"]

[[dataset]]
name = "towns"
files = "data/{year}/{county}/{town}.csv"
"""
TABLE = "项目,男,女,合计\n甲,{0},2,{1}\n乙,{0},3,{2}\n丙,{0},4,{3}\n"
# A look at the first bytes, which tell an archive, is no reading.
COUNT = """
import json, sys, traceback
opened = []
def note(event, args):
    if event == "open" and str(args[0]).endswith(".csv"):
        if traceback.extract_stack()[-2].name == "read_file":
            opened.append(str(args[0]))
sys.addaudithook(note)
from statlint.cli import main
try:
    main(["check", "--quiet", "--output", "report.txt"])
finally:
    print(json.dumps(opened))
"""


def write(path: Path, figure: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TABLE.format(figure, figure + 2, figure + 3, figure + 4), encoding="utf-8")


def test_each_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    for year in (2022, 2023, 2024):
        write(tmp_path / f"data/{year}/安平县.csv", 3 * year)
        for town in "东西南":
            write(tmp_path / f"data/{year}/安平县/{town}镇.csv", year)

    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", COUNT],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )

    opened = Counter(Path(path).name for path in json.loads(done.stdout))
    files = Counter(path.name for path in tmp_path.rglob("*.csv"))
    assert opened == files
