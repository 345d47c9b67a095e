"""Start-up is a feature: a clean CSV pays for no library that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from statlint.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
SUBMISSIONS = ROOT / "fixtures/submissions"
HEAVY = (
    *("cerberus", "lxml", "numpy", "openpyxl", "python_calamine", "rich", "tomli", "xlrd"),
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


def modules_after(
    path: Path, *options: str, isolated: bool = True, heavy: Sequence[str] = HEAVY
) -> tuple[str, list[str]]:
    """Check a file in a fresh process; give the status and the heavy modules it imported."""
    alone = ("--isolated",) if isolated else ()
    done = subprocess.run(
        [sys.executable, "-c", CHECK, "check", *alone, *options, str(path)],
        env={key: value for key, value in os.environ.items() if not key.startswith("COVERAGE_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    status, *modules = done.stdout.splitlines()[-1].split()
    return status, [name for name in heavy if name in modules]


@pytest.mark.parametrize("name", REPORTERS)
def test_a_clean_csv_imports_nothing_heavy(name: str) -> None:
    after = modules_after(SUBMISSIONS / "suqian-2024-gbk.csv", "--output-format", name)

    assert after == ("0", [])


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
