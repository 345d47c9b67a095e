"""The command as the tests call it: in this process, on copies of real submissions."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from statlint.cli import main

SUBMISSIONS = Path(__file__).parents[3] / "fixtures" / "submissions"
CLEAN = (SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()
WRONG = CLEAN.replace(b",462,9,0,0,0,0,471,", b",462,9,0,0,0,0,472,")
"""The same with a slip in the total of a line: the sum of the line and that of the column fail."""


def run(*words: str, language: str | None = "en", data: bytes | None = None) -> Result:
    """Run the command; `data` is what comes on standard input."""
    settled: dict[str, str | None] = {"STATLINT_LANG": language, "LC_ALL": "C", "COLUMNS": "80"}
    return CliRunner(env=settled).invoke(main, list(words), input=data)


def outcome(*words: str, language: str | None = "en") -> tuple[int, str]:
    """Run the command and give its status and what it says on standard error."""
    result = run(*words, language=language)
    return result.exit_code, result.stderr
