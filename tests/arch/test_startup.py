"""Start-up is a feature: a clean CSV pays for no library that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from statlint.pattern import MADE
from statlint.reporters import REPORTERS
from statlint_rules import RULES

ROOT = Path(__file__).parents[2]
SUBMISSIONS = ROOT / "fixtures/submissions"
HEAVY = (
    *("cerberus", "lxml", "numpy", "openpyxl", "python_calamine", "rich", "tomli", "xlrd"),
    # What reads command lines that are not plain.
    "click",
    # Of our own: the grammar of formulas, and the search for tables of any number of lines.
    *("statlint.formula.parse", "statlint.formula.evaluate", "statlint.table.open_search"),
    # And what looks for relations where no form states them.
    *("statlint.inference", "statlint.table.layouts"),
    # What reads long lists, beyond the words of what is odd in one.
    *("statlint.tidy.find_shape", "statlint.tidy.find", "statlint.workbook.stream"),
    # The sentences of documents, which a workbook has not.
    *("statlint.prose", "statlint.claims"),
    # The search for packs that settings name.
    *("importlib.metadata", "statlint.rule.packs", "statlint.run.own_forms"),
)
CHECK = """
import sys
from statlint.cli import main
status = 0
try:
    main(sys.argv[1:])
except SystemExit as end:
    status = end.code
print(status, *sys.modules)
"""


CHECKING = (
    *("statlint.form", "statlint.table", "statlint.facts", "statlint.confront", "statlint.history"),
    *("statlint.rule.context", "statlint_rules", "statlint.run.one"),
)
"""What checks a file: nothing of it is needed for one that is known."""
UNUSED = (
    # Findings: their causes, their words, the reasons for which they are accepted.
    *("statlint.diagnosis", "statlint.odds", "statlint.run.causes", "statlint.rule.docs"),
    *("statlint.reporters.findings_part", "statlint.reporters.finding_part"),
    *("statlint.justification.sidecar", "statlint.justification.baseline_run"),
    # Other files, and what is kept of them.
    *("statlint.history.oddities", "statlint.run.finder", "statlint.run.cache", "sqlite3"),
    # Ways to call the command that were not asked for, or that failed.
    *("statlint.cli.watch", "statlint.cli.rules", "statlint.cli.endings", "statlint.cli.faults"),
    *("statlint.cli.words", "statlint.cli.links", "statlint.run.passed_by", "statlint.schema"),
    # What tables have that this one has not: archives, registers, shares, several layouts.
    *("statlint.workbook.archive_contents", "statlint.facts.register", "statlint.confront.ratio"),
    *(
        "statlint.table.open_plan",
        "statlint.form.unroll",
        "statlint.table.layout",
        "statlint.config.read",
    ),
    # What a rule is asked with, and what more than one file, findings or formulas need.
    *("statlint.rule.model", "statlint.rule.context", "statlint.run.sound", "statlint.run.rolls"),
    *("statlint.run.formulas", "statlint.formula", "statlint.run.together", "statlint.run.told"),
    *("statlint.run.regions", "statlint.run.overview", "statlint.reporters.accepted_part"),
    # Of the standard library, what our own code does for less, or what only some files need.
    *("dataclasses", "inspect", "hashlib", "calendar", "shutil", "fractions", "pickle", "typing"),
    *("pathlib", "urllib", "ipaddress", "fnmatch", "csv", "json", "signal"),
    # Patterns are compiled beforehand for the Python that most run.
    *(("enum", "re") if find_spec(MADE) else ()),
)
"""What one clean file has no use for in the report for people."""
VERSION = (
    "statlint statlint.choice statlint.cli statlint.cli.main statlint.cli.plain"
    " statlint.cli.terminal statlint.config statlint.config.language statlint.dataclass"
    " statlint.dataclass.compatible statlint.dataclass.making statlint.dataclass.methods"
    " statlint.dataclass.plan statlint.dataclass.ready statlint.dataclass.shared"
    " statlint.dataclass.told statlint.errors statlint.finding statlint.finding.kinds"
    " statlint.on_demand statlint.pattern statlint.reporters statlint.reporters.look"
    " statlint.typed statlint.values statlint.values.text"
)
"""All of ours that is imported to say the version."""


def modules_after(
    path: Path, *options: str, isolated: bool = True, heavy: Sequence[str] = HEAVY
) -> tuple[str, list[str]]:
    """Check a file in a fresh process; give the status and the heavy modules it imported."""
    alone = ("--isolated",) if isolated else ()
    status, *modules = after_words("check", *alone, *options, str(path))
    return status, [name for name in heavy if name in modules]


def after_words(*words: str) -> list[str]:
    """Call the command in a fresh process; give the status and the modules it imported."""
    done = subprocess.run(
        [sys.executable, "-c", CHECK, *words],
        env={key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()[-1].split()


def rules_among(modules: Sequence[str]) -> list[str]:
    """Give the modules of rules among others."""
    return sorted(set(RULES.values()).intersection(modules))


def test_the_version_imports_little() -> None:
    status, *modules = after_words("--version")
    ours = sorted(name for name in modules if name.startswith("statlint"))

    assert (status, ours) == ("0", VERSION.split())


def test_a_clean_csv_imports_no_rule() -> None:
    path = SUBMISSIONS / "suqian-2024-gbk.csv"
    status, *modules = after_words("check", "--isolated", "--no-cache", str(path))

    assert (status, [name for name in UNUSED if name in modules]) == ("0", [])
    assert rules_among(modules) == []


def test_a_rule_that_does_not_exist_is_refused_without_importing_any() -> None:
    status, *modules = after_words("check", "--isolated", "--select", "B999", str(SUBMISSIONS))

    assert (status, rules_among(modules)) == ("2", [])


@pytest.mark.parametrize("name", REPORTERS)
def test_a_clean_csv_imports_nothing_heavy(name: str) -> None:
    after = modules_after(SUBMISSIONS / "suqian-2024-gbk.csv", "--output-format", name)

    assert after == ("0", [])


def test_a_clean_workbook_imports_no_rule_and_looks_for_no_other_table() -> None:
    path = SUBMISSIONS / "suqian-2024.xlsx"
    status, *modules = after_words("check", "--isolated", "--no-cache", str(path))

    assert (status, [name for name in HEAVY if name in modules]) == ("0", [])
    assert rules_among(modules) == []


def test_settings_that_were_found_good_are_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    settings = tmp_path / "statlint.toml"
    settings.write_text('ignore = ["U102"]\n[severity]\nB101 = "error"\n', encoding="utf-8")
    named = ("--config", str(settings))
    first, second = (
        modules_after(SUBMISSIONS / "suqian-2024-gbk.csv", *named, isolated=False) for _ in range(2)
    )

    assert (first[1][:2], second) == (["cerberus", "tomli"], ("0", []))


@pytest.mark.parametrize("name", ["text", "json"])
def test_a_file_that_is_known_imports_nothing_that_checks(name: str) -> None:
    options = ("--output-format", name)
    path = SUBMISSIONS / "suqian-2024-gbk.csv"
    first, again = (modules_after(path, *options, heavy=CHECKING) for _ in range(2))

    assert "statlint.confront" in first[1]
    assert again == ("0", [])


def test_what_is_needed_is_seen() -> None:
    form = ROOT / "rules/statlint_rules/forms/cn-disclosure-annual-2021.toml"
    after = modules_after(SUBMISSIONS / "suqian-2024-gbk.csv", "--form", str(form))

    # Cerberus asks for its own version there.
    assert after == ("0", ["cerberus", "tomli", "importlib.metadata"])


def test_a_workbook_costs_no_library_and_no_other_process() -> None:
    after = modules_after(SUBMISSIONS / "suqian-2024.xlsx")

    assert set(after[1]).isdisjoint({"openpyxl", "python_calamine", "xlrd"})
