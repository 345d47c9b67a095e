"""Files that are written of the rules: the catalogue, and a page for each in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from statlint.cli.terminal import complain
from statlint.cli.words import fault
from statlint.rule import AnyRule
from statlint.rule.docs import catalogue, page
from statlint.values import Language


def write_catalogue(path: Path, rules: Sequence[AnyRule], language: Language) -> None:
    """Write the catalogue; where that cannot be done, it is wrong usage."""
    _write(path, catalogue(rules), language)


def write_pages(folder: Path, rules: Sequence[AnyRule], language: Language) -> None:
    """Write CODE.md and CODE.zh.md for every rule into a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _refuse("no write", folder, error, language)
    for name, text in _pages(rules):
        _write(folder / name, text, language)


def compare(path: Path, rules: Sequence[AnyRule], language: Language) -> int:
    """Tell whether a catalogue, or a folder with pages, is up to date; gives the status."""
    if not path.is_dir():
        stale = [] if _read(path, language) == catalogue(rules) else [path]
        option = "--write"
    else:
        pages = ((path / name, text) for name, text in _pages(rules))
        stale = [page for page, text in pages if _is_other(page, text, language)]
        option = "--write-pages"
    for one in stale:
        complain(f"{one}: {fault('stale', language, option=option, path=path)}")
    return int(bool(stale))


def _pages(rules: Sequence[AnyRule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield f"{rule.code}.md", page(rule, "en")
        yield f"{rule.code}.zh.md", page(rule, "zh")


def _is_other(path: Path, text: str, language: Language) -> bool:
    return not path.is_file() or _read(path, language) != text


def _read(path: Path, language: Language) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _refuse("no read", path, error, language)


def _write(path: Path, text: str, language: Language) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        _refuse("no write", path, error, language)


def _refuse(key: str, path: Path, error: Exception, language: Language) -> NoReturn:
    reason = getattr(error, "strerror", None) or str(error)
    message = f"{path}: {fault(key, language, reason=reason)}"
    raise click.ClickException(message) from error
