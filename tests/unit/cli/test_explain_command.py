"""`statlint explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.rule.docs import catalogue
from statlint.rule.registry import load_rules
from unit.cli.commanding import outcome, run


@pytest.mark.parametrize("word", ["B101", "b101", "unbalanced-total"])
@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        pytest.param(
            "en",
            [
                "# B101 unbalanced-total",
                "",
                "Total differs from the sum of its parts",
                "",
                "error · level 1 (within the dataset) · stable · since 0.1.0",
                "",
                "## What it checks",
            ],
            id="English",
        ),
        pytest.param(
            "zh",
            [
                "# B101 unbalanced-total",
                "",
                "总计与各项合计不符",
                "",
                "错误 · 级别 1（本表之内） · 正式 · 自 0.1.0 版起",
                "",
                "## 检查什么",
            ],
            id="Chinese",
        ),
    ],
)
def test_a_rule_is_explained(word: str, language: str, beginning: list[str]) -> None:
    result = run("explain", word, language=language)

    assert (result.exit_code, result.stdout.splitlines()[:7]) == (0, beginning)


def test_several_rules_are_explained_once_each() -> None:
    result = run("explain", "F001", "B10", "unbalanced-total")

    titles = [line for line in result.stdout.splitlines() if line.startswith("# ")]
    assert titles == [
        "# F001 unreadable-file",
        "# B101 unbalanced-total",
        "# B102 unbalanced-flow",
        "# B103 part-above-whole",
        "# B104 broken-condition",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_rules_are_listed(language: str) -> None:
    lines = run("explain", "--all", language=language).stdout.splitlines()

    codes = sorted(line.split()[0] for line in lines if line.startswith("  "))
    assert codes == [rule.code for rule in load_rules()]


def test_a_rule_that_does_not_exist_is_wrong_usage() -> None:
    assert outcome("explain", "B1O1") == (
        2,
        "statlint: there is no rule B1O1; did you mean B101? (see statlint explain --help)\n",
    )


def test_the_catalogue_is_written_and_compared(tmp_path: Path) -> None:
    path = tmp_path / "README.md"

    assert outcome("explain", "--all", "--write", str(path)) == (0, "")
    assert path.read_text(encoding="utf-8") == catalogue(load_rules())
    assert outcome("explain", "--all", "--check", str(path)) == (0, "")


def test_a_stale_catalogue_is_told(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("# Rules\n", encoding="utf-8")

    assert outcome("explain", "--all", "--check", str(path)) == (
        1,
        f"statlint: {path}: is out of date; run statlint explain --all --write {path}\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--check", "no.md"], "cannot be read (No such file or directory)", id="read"),
        pytest.param(
            ["--write", "no/a.md"], "cannot be written (No such file or directory)", id="write"
        ),
    ],
)
def test_a_catalogue_out_of_reach_ends_with_2(words: list[str], said: str) -> None:
    assert outcome("explain", "--all", *words) == (2, f"statlint: {words[1]}: {said}\n")
