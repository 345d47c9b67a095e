"""Open one submitted file, whatever it is; a bad file is an answer, never an exception."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from statlint.values import Text
from statlint.workbook.endings import PAGES, TABLES
from statlint.workbook.engines.details import ONLY_SPACE
from statlint.workbook.engines.limits import FILE_SIZE, TEXT
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Container, Dialect, Fault, Opening
from statlint.workbook.sniff import HEAD, ZIP, Look, sniff

if TYPE_CHECKING:
    from statlint.workbook.archive import Packed
    from statlint.workbook.model import Workbook
    from statlint.workbook.worker import Worker

_TEXTS = frozenset({Container.DELIMITED, Container.HTML})
"""What may be a text of sentences, or one in Markdown that begins with a tag."""
_NO_ACCESS = (
    (FileNotFoundError, Text("文件已不在原处", "it is no longer there")),
    (PermissionError, Text("没有读取权限", "no permission")),
)
_NEW_WORD = "docx"
_NOTHING_INSIDE = Text(
    "ZIP 压缩包（其中没有可检查的文件）", "a zip archive without a file that can be checked"
)
_NOT_OPENED = Text("ZIP 压缩包", "a zip archive")


def open_workbook(
    path: str,
    data: bytes | Packed | None = None,
    *,
    encoding: str | None = None,
    worker: Worker | None = None,
    convert: bool = False,
) -> Opening:
    """Open a file by its content; `data` is the content where it does not lie at the path.

    A path may go through an archive: county.zip/a.xlsx. `encoding` is taken for a text file that
    does not show its own. `convert` allows an installed LibreOffice to make a Word document of
    what is not read as it is. Raises StatlintError only where this machine cannot start the process
    that reads workbooks.
    """
    announced = PurePath(path).suffix.lower().removeprefix(".")
    try:
        content, size = _read(path, data)
    except OSError as error:
        return Opening(path, announced, Container.NOTHING, None, Fault.NO_ACCESS, _why(error))
    except Refusal as refusal:
        return Opening(path, announced, Container.NOTHING, None, refusal.fault, refusal.detail)
    if size > FILE_SIZE:
        return _too_large(path, announced, content)
    opening = _open_content(path, announced, content, encoding, worker)
    if convert and opening.fault is Fault.UNSUPPORTED:
        return _open_converted(opening, content, worker)
    return opening


def _open_content(
    path: str, announced: str, content: bytes, encoding: str | None, worker: Worker | None
) -> Opening:
    """Open a file as what its content is."""
    look = sniff(content[:HEAD])
    if look.container is Container.DELIMITED and announced in PAGES and b"<" in content[:HEAD]:
        look = Look(Container.HTML, packed=True)
    elif look.container in _TEXTS and announced not in TABLES:
        opening = _open_document(path, announced, content, encoding, worker)
        if opening is not None:
            return opening
    if look.packed or look.container is Container.PDF:
        return _open_packed(path, announced, content, worker)
    try:
        workbook = _open_text(content, look, encoding)
    except Refusal as refusal:
        return Opening(path, announced, look.container, None, refusal.fault, refusal.detail)
    return Opening(path, announced, look.container, workbook)


def _open_converted(opening: Opening, content: bytes, worker: Worker | None) -> Opening:
    """Open a file by way of LibreOffice; one that it makes nothing of stays as it is."""
    from statlint.workbook.convert import convert

    try:
        made = convert(opening, content)
    except Refusal as refusal:
        return replace(opening, fault=refusal.fault, detail=refusal.detail)
    if made is None:
        return opening
    inner = _open_packed(opening.path, _NEW_WORD, made.content, worker)
    if inner.workbook is None:
        return replace(opening, fault=inner.fault, detail=inner.detail)
    workbook = replace(inner.workbook, container=opening.container, converted_by=made.program)
    return replace(opening, workbook=workbook, fault=None, detail=None)


def _open_document(
    path: str, announced: str, content: bytes, encoding: str | None, worker: Worker | None
) -> Opening | None:
    """Have the worker read a text of sentences; None for any other text."""
    from statlint.workbook.sentences import sentences_of

    decoded = sentences_of(content, announced, encoding)
    if decoded is None:
        return None
    if len(content) > TEXT:
        return _too_large(path, announced, content, TEXT)
    opening = _open_packed(path, announced, decoded.text.encode(), worker)
    if opening.workbook is None:
        return opening
    dialect = Dialect(decoded.encoding, "", decoded.doubtful)
    return replace(opening, workbook=replace(opening.workbook, dialect=dialect))


def _why(error: OSError) -> Text:
    """Say why the system does not give a file."""
    for kind, words in _NO_ACCESS:
        if isinstance(error, kind):
            return words
    said = error.strerror or type(error).__name__
    return Text(f"系统报告：{said}", f"the system says: {said}")


def _read(path: str, data: bytes | Packed | None) -> tuple[bytes, int]:
    """Give a file's bytes and their number; raises Refusal for what cannot be unpacked."""
    if data is None:
        try:
            return _read_file(path)
        except (NotADirectoryError, FileNotFoundError):
            from statlint.workbook.archive import read_inside

            inside = read_inside(path)
            if inside is None:
                raise
            data = inside
    content = data if isinstance(data, bytes) else data.read()
    return content, len(content)


def _read_file(path: str) -> tuple[bytes, int]:
    """Give a file's bytes and their number; of one that is too large, only the first bytes."""
    with open(path, "rb") as file:  # noqa: PTH123 - a path may be a pipe's
        size = os.fstat(file.fileno()).st_size
        if size > FILE_SIZE:
            return file.read(HEAD), size
        content = file.read((size or FILE_SIZE) + 1)
        return content, len(content)


def _too_large(path: str, announced: str, content: bytes, most: int = FILE_SIZE) -> Opening:
    """Refuse a file for its size alone."""
    container = sniff(content[:HEAD]).container
    limit = most >> 20
    detail = Text(f"上限 {limit} MB", f"limit {limit} MB")
    return Opening(path, announced, container, None, Fault.TOO_LARGE, detail)


def _open_text(content: bytes, look: Look, encoding: str | None) -> Workbook:
    """Read a table in plain text; raises Refusal for anything else."""
    if look.container is Container.NOTHING:
        if content.strip(b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"):
            look = Look(Container.DELIMITED)
        else:
            raise Refusal(Fault.EMPTY, ONLY_SPACE if content else Text("0 字节", "0 bytes"))
    if look.container is not Container.DELIMITED:
        raise Refusal(Fault.UNSUPPORTED, look.word)
    from statlint.workbook.delimited import read_delimited

    return read_delimited(content, encoding)


def _refuse_archive(content: bytes) -> Refusal | None:
    """Say why an archive is not read here; None for anything else."""
    if not content.startswith(ZIP):
        return None
    from statlint.workbook.archive import list_archive

    try:
        names = list_archive(content)
    except Refusal as refusal:
        return refusal
    if names is None:
        return None
    return Refusal(Fault.UNSUPPORTED, _NOT_OPENED if names else _NOTHING_INSIDE)


def _open_packed(path: str, announced: str, content: bytes, worker: Worker | None) -> Opening:
    """Read a workbook, most in the worker; nobody looks into the files of an archive."""
    opening = _open_sheets(path, announced, content) if content.startswith(ZIP) else None
    if opening is not None:
        return opening
    refusal = _refuse_archive(content)
    if refusal is not None:
        return Opening(path, announced, Container.ARCHIVE, None, refusal.fault, refusal.detail)
    from statlint.workbook.shape import shape_workbook
    from statlint.workbook.worker import shared_worker

    answer = (worker or shared_worker()).read(content, announced)
    container = Container(answer.container or Container.OLE)
    if answer.book is None:
        fault = Fault(answer.fault or Fault.DAMAGED)
        return Opening(path, announced, container, None, fault, answer.detail)
    book = answer.book
    if not (book.get("document") or any(sheet["cells"] for sheet in book["sheets"])):
        return Opening(path, announced, container, None, Fault.EMPTY)
    return Opening(path, announced, container, shape_workbook(book, container))


def _open_sheets(path: str, announced: str, content: bytes) -> Opening | None:
    """Read a workbook of the xlsx family in this process; None for what the worker is to see.

    That is any other package, a blank workbook, and one that another engine may still read.
    """
    from statlint.workbook.sheets.read import open_sheets, read_sheets

    try:
        parts = open_sheets(content)
    except Refusal:
        return None
    if parts is None:
        return None
    from statlint.workbook.shape import shape_workbook

    container = Container(parts.container)
    with _uncollected():
        try:
            book = read_sheets(parts)
        except Refusal as refusal:
            if refusal.fault is Fault.TOO_LARGE:
                return Opening(path, announced, container, None, refusal.fault, refusal.detail)
            return None
        if not any(sheet["cells"] for sheet in book["sheets"]):
            return None
        return Opening(path, announced, container, shape_workbook(book, container))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Do not look for cycles: millions of cells have none, and to look takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
