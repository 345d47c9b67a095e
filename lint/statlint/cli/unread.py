"""Files that a command cannot read: why, in the words of the rules on files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from statlint.cli.terminal import complain
from statlint.config import Settings
from statlint.reporters.places import one_line, path_text
from statlint.run import FileResult, Work, check_one, prepare
from statlint.values import Language
from statlint.workbook import Opening


def say_unread(unread: Iterable[Opening], language: Language) -> None:
    """Say on standard error why files cannot be read."""
    work: Work = prepare(Settings(language=language, select=("F",)))
    for opening in unread:
        result: FileResult = check_one(opening, replace(work, plans=()))
        for found in result.findings:
            complain(f"{path_text(opening.path)}: {found.code} {one_line(found.message)}")
