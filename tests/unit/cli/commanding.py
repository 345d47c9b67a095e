"""The command as the tests call it: in this process, on copies of real submissions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click
from click.testing import CliRunner, Result

from statlint.cli import main
from statlint.cli.group import statlint

SUBMISSIONS = Path(__file__).parents[3] / "fixtures" / "submissions"
CLEAN = (SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()
WRONG = CLEAN.replace(b",462,9,0,0,0,0,471,", b",462,9,0,0,0,0,472,")
"""The same with a slip in the total of a line: the sum of the line and that of the column fail."""


class _Door(click.Group):
    """The command as it is started: by click only where a call is not plain."""

    def main(  # type: ignore[override]  # click overloads it; this one exits
        self, args: Sequence[str] | None = None, **_extra: object
    ) -> NoReturn:
        main(args)


def run(*words: str, language: str | None = "en", data: bytes | None = None) -> Result:
    """Run the command; `data` is what comes on standard input."""
    settled: dict[str, str | None] = {"STATLINT_LANG": language, "LC_ALL": "C", "COLUMNS": "80"}
    return CliRunner(env=settled).invoke(_Door(statlint.name), list(words), input=data)


def outcome(*words: str, language: str | None = "en") -> tuple[int, str]:
    """Run the command and give its status and what it says on standard error."""
    result = run(*words, language=language)
    return result.exit_code, result.stderr
