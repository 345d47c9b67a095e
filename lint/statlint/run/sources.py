"""How the files of a run are opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.run.lists import open_list
from statlint.run.names import Source
from statlint.run.paths import spread
from statlint.workbook import Container, Fault, Opening, Packed, Workbook, open_workbook

_MAY_BE_REPORTS = (".html", ".htm", ".mht", ".mhtml", ".txt")
_OURS, _SIGN = "statlint", "statlint:"
_FIRST_HEAD = "path"
"""How our own table of findings begins."""
_FEW = 12
"""Cells at the beginning of a sheet that tell whether it may be ours."""


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
    if path.lower().endswith(_MAY_BE_REPORTS):
        from statlint.run.own_outputs import own_text

        what = own_text(path, content)
        if what is not None:
            return Opening(path, "", Container.HTML, None, Fault.OWN_OUTPUT, what)
    opening = open_workbook(
        path,
        content,
        encoding=settings.encoding,
        convert=settings.convert,
        limits=settings.limits,
    )
    workbook = opening.workbook
    if workbook is None or not _may_be_own(workbook):
        return opening
    from statlint.run.own_outputs import own_text, own_workbook

    is_text = opening.container is Container.DELIMITED
    what = own_text(path, content) if is_text else own_workbook(workbook)
    return replace(opening, workbook=None, fault=Fault.OWN_OUTPUT, detail=what) if what else opening


def _may_be_own(workbook: Workbook) -> bool:
    """Look whether a workbook may be one that statlint wrote; nearly all need no second look."""
    if any(_OURS in one.name.lower() for one in workbook.names):
        return True
    firsts = (cell.text for sheet in workbook.sheets for cell in islice(sheet.cells, _FEW))
    return any(text == _FIRST_HEAD or text.startswith(_SIGN) for text in firsts)


def _as_text(opening: Opening) -> Opening:
    """Take a text document that nobody named for one, whatever else is wrong with it."""
    if opening.workbook is not None or opening.fault is Fault.UNSUPPORTED:
        return replace(opening, named=False)
    container = Container.OLD_WORD
    return replace(opening, container=container, fault=Fault.UNSUPPORTED, detail=None, named=False)
