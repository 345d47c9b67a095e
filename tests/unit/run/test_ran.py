"""Which rules looked at a file and at its tables."""

from __future__ import annotations

from pathlib import Path

from statlint.config import Settings
from statlint.run import check_paths

SUBMISSION = Path(__file__).parents[3] / "fixtures/submissions/suqian-2024-gbk.csv"
LIST = "unit,year,value\n" + "".join(
    f"{unit},{year},{year % 7 + number}\n"
    for number, unit in enumerate(("甲", "乙", "丙", "丁"))
    for year in range(2010, 2024)
)


def ran(name: str, content: bytes, *codes: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Check a file by some rules; give those of the file, and those of each of its tables."""
    (file,) = check_paths([(name, content)], Settings(select=codes)).files
    return file.ran, [table.ran for table in file.tables]


def test_a_rule_on_figures_is_of_each_table_a_rule_on_files_of_none() -> None:
    assert ran("suqian-2024.csv", SUBMISSION.read_bytes(), "B101", "F003") == (
        ("B101", "F003"),
        [("B101",), ("B101",), ("B101",)],
    )


def test_a_long_list_has_the_rules_on_lists() -> None:
    found, tables = ran("list.csv", LIST.encode(), "S102", "F003")

    assert (found, tables) == (("F003", "S102"), [("S102",)])


def test_what_cannot_be_read_has_the_rules_on_files_alone() -> None:
    assert ran("empty.csv", b"", "B101", "F003") == (("F003",), [])


def test_what_ran_on_many_files_is_kept_once() -> None:
    files = [(f"{year}.csv", SUBMISSION.read_bytes()) for year in (2023, 2024)]
    first, second = check_paths(files, Settings(select=("B101",))).files

    assert first.ran is second.ran
