"""How the files of a run are opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.run.lists import open_list
from statlint.run.names import Source
from statlint.run.paths import spread
from statlint.workbook import Container, Fault, Opening, Packed, open_workbook


def openings(paths: Iterable[Source], settings: Settings) -> Iterator[Opening]:
    """Open files one after the other, every one of them as cells."""
    for source in spread(paths):
        yield _open(source, settings)


def open_source(source: Source, settings: Settings) -> Opening:
    """Open one file; a long text that is a list stays closed until its rows are asked for."""
    if isinstance(source, Packed):
        return _open(source, settings)
    name, content = source if isinstance(source, tuple) else (str(source), None)
    return open_list(name, content, settings) or _open(source, settings)


def _open(source: Source, settings: Settings) -> Opening:
    if isinstance(source, Packed):
        return _opened(source.path, source, settings)
    path, content = source if isinstance(source, tuple) else (str(source), None)
    opening = _opened(path, content, settings)
    return _as_text(opening) if path in settings.found_texts else opening


def _opened(path: str, content: bytes | Packed | None, settings: Settings) -> Opening:
    return open_workbook(
        path,
        content,
        encoding=settings.encoding,
        convert=settings.convert,
        limits=settings.limits,
    )


def _as_text(opening: Opening) -> Opening:
    """Take a text document that nobody named for one, whatever else is wrong with it."""
    if opening.workbook is not None or opening.fault is Fault.UNSUPPORTED:
        return replace(opening, named=False)
    container = Container.OLD_WORD
    return replace(opening, container=container, fault=Fault.UNSUPPORTED, detail=None, named=False)
