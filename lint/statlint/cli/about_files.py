"""What is said of files beside what a command shows: why one is not read, which form it has."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.cli.terminal import complain
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.reporters.places import one_line, path_text
from statlint.run import FileResult, Work, prepare
from statlint.run.inferred import Inferred, known_forms
from statlint.run.one import check_one
from statlint.values import Language
from statlint.workbook import Opening


def say_unread(unread: Iterable[Opening], language: Language) -> None:
    """Say on standard error why files cannot be read."""
    work: Work = prepare(Settings(language=language, select=("F",)), forms=())
    for opening in unread:
        result: FileResult = check_one(opening, work)
        for found in result.findings:
            complain(f"{path_text(opening.path)}: {found.code} {one_line(found.message)}")


def say_known(inferred: Iterable[Inferred], language: Language) -> None:
    """Say on standard error which files have tables that a shipped form explains."""
    for one in inferred:
        for form in known_forms(one):
            path = path_text(one.opening.path)
            complain(f"{path}: {fault('known form', language, form=form)}")
