"""`statlint explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from statlint.rule.docs import catalogue, page
from statlint.rule.registry import load_rules
from statlint.values import Language
from unit.cli.commanding import outcome, run


@pytest.mark.parametrize("word", ["B101", "b101", "unbalanced-total"])
@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        pytest.param(
            "en",
            [
                "B101 unbalanced-total",
                "Total differs from the sum of its parts",
                "error · level 1 (within the dataset) · stable · since 0.1.0",
                "",
                "What it checks",
            ],
            id="English",
        ),
        pytest.param(
            "zh",
            [
                "B101 unbalanced-total",
                "总计与各项合计不符",
                "错误 · 级别 1（本表之内） · 正式 · 自 0.1.0 版起",
                "",
                "检查什么",
            ],
            id="Chinese",
        ),
    ],
)
def test_a_rule_is_explained(word: str, language: str, beginning: list[str]) -> None:
    result = run("explain", word, language=language)

    assert (result.exit_code, result.stdout.splitlines()[:5]) == (0, beginning)


def test_several_rules_are_explained_once_each() -> None:
    result = run("explain", "F001", "B10", "unbalanced-total", "--output-format", "markdown")

    titles = [line for line in result.stdout.splitlines() if line.startswith("# ")]
    assert titles == [
        "# F001 unreadable-file",
        "# B101 unbalanced-total",
        "# B102 unbalanced-flow",
        "# B103 part-above-whole",
        "# B104 broken-condition",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_markdown_is_the_page(language: Language) -> None:
    (rule,) = (rule for rule in load_rules() if rule.code == "B101")

    result = run("explain", "B101", "--output-format", "markdown", language=language)

    assert result.stdout == page(rule, language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_has_everything(language: Language) -> None:
    written = json.loads(
        run("explain", "B101", "D105", "--output-format", "json", language=language).stdout
    )

    first, second = written["rules"]
    assert (written["version"], written["language"], second["code"]) == (1, language, "D105")
    assert {key: first[key] for key in ("code", "name", "severity", "level", "status", "pack")} == {
        "code": "B101",
        "name": "unbalanced-total",
        "severity": "error",
        "level": 1,
        "status": "stable",
        "pack": "statlint_rules",
    }
    heads = [line[3:] for line in first["markdown"].splitlines() if line.startswith("## ")]
    assert [section["head"] for section in first["sections"]] == heads


def test_all_rules_come_as_markdown_and_json() -> None:
    rules = load_rules()

    assert run("explain", "--all", "--output-format", "markdown").stdout == catalogue(rules)
    written = json.loads(run("explain", "--all", "--output-format", "json").stdout)
    assert [rule["code"] for rule in written["rules"]] == [rule.code for rule in rules]


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


def test_a_page_is_written_for_each_rule_in_both_languages(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "rules"

    assert outcome("explain", "--all", "--write-pages", str(folder)) == (0, "")
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert written == {
        name: text
        for rule in load_rules()
        for name, text in (
            (f"{rule.code}.md", page(rule, "en")),
            (f"{rule.code}.zh.md", page(rule, "zh")),
        )
    }
    assert outcome("explain", "--all", "--check", str(folder)) == (0, "")


def test_stale_pages_are_told(tmp_path: Path) -> None:
    run("explain", "--all", "--write-pages", str(tmp_path))
    (tmp_path / "B101.zh.md").unlink()
    (tmp_path / "D105.md").write_text("# D105\n", encoding="utf-8")

    said = f"is out of date; run statlint explain --all --write-pages {tmp_path}\n"
    assert outcome("explain", "--all", "--check", str(tmp_path)) == (
        1,
        "".join(f"statlint: {tmp_path / name}: {said}" for name in ("B101.zh.md", "D105.md")),
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--check", "no.md"], "cannot be read (No such file or directory)", id="read"),
        pytest.param(
            ["--write", "no/a.md"], "cannot be written (No such file or directory)", id="write"
        ),
        pytest.param(
            ["--write-pages", "/dev/null/a"], "cannot be written (Not a directory)", id="pages"
        ),
    ],
)
def test_a_catalogue_out_of_reach_ends_with_2(words: list[str], said: str) -> None:
    assert outcome("explain", "--all", *words) == (2, f"statlint: {words[1]}: {said}\n")
