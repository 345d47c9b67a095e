"""Open one submitted file, whatever it is; a bad file is an answer, never an exception."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from statlint.dataclass import dataclass, replace
from statlint.typed import TYPE_CHECKING
from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.values.paths import ending_of
from statlint.workbook.endings import PAGES, TABLES
from statlint.workbook.engines.details import ONLY_SPACE
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.file import read_file
from statlint.workbook.model import Container, Dialect, Fault, Opening
from statlint.workbook.sniff import HEAD, ZIP, Look, sniff

if TYPE_CHECKING:
    from statlint.workbook.archive import Packed
    from statlint.workbook.model import Workbook
    from statlint.workbook.worker import Worker

_TEXTS = frozenset({Container.DELIMITED, Container.HTML})
"""What may be a text of sentences, or one in Markdown that begins with a tag."""
_NEW_WORD = "docx"
_NOTHING_INSIDE = Text(
    "ZIP 压缩包（其中没有可检查的文件）", "a zip archive without a file that can be checked"
)
_NOT_OPENED = Text("ZIP 压缩包", "a zip archive")


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What is to be opened, and how."""

    path: str
    announced: str
    encoding: str | None
    worker: Worker | None
    limits: Limits

    def refused(self, container: Container, refusal: Refusal) -> Opening:
        """Say why it stays shut."""
        return Opening(self.path, self.announced, container, None, refusal.fault, refusal.detail)

    def too_large(self, content: bytes, key: str, found: int) -> Opening:
        """Refuse it for its size alone."""
        from statlint.workbook.limits import beyond

        return self.refused(sniff(content[:HEAD]).container, beyond(self.limits, key, found))


def open_workbook(
    path: str,
    data: bytes | Packed | None = None,
    *,
    encoding: str | None = None,
    worker: Worker | None = None,
    convert: bool = False,
    limits: Limits = USUAL,
) -> Opening:
    """Open a file by its content; `data` is the content where it does not lie at the path.

    A path may go through an archive: county.zip/a.xlsx. `encoding` is taken for a text file that
    does not show its own. `convert` allows an installed LibreOffice to make a Word document of
    what is not read as it is; `limits` are what the file may cost. Raises
    StatlintError only where this machine cannot start the process that reads workbooks.
    """
    announced = ending_of(path)
    asked = _Asked(path, announced, encoding, worker, limits)
    try:
        content, size = _read(path, data, limits)
    except OSError as error:
        return asked.refused(Container.NOTHING, _no_access(error))
    except Refusal as refusal:
        return asked.refused(Container.NOTHING, refusal)
    if size > limits.file_size:
        return asked.too_large(content, "file_size", size)
    opening = _open_content(asked, content)
    if convert and opening.fault is Fault.UNSUPPORTED:
        return _open_converted(asked, opening, content)
    return opening


def _open_content(asked: _Asked, content: bytes) -> Opening:
    """Open a file as what its content is."""
    look, announced = sniff(content[:HEAD]), asked.announced
    if look.container is Container.DELIMITED and announced in PAGES and b"<" in content[:HEAD]:
        look = Look(Container.HTML, packed=True)
    elif look.container in _TEXTS and announced not in TABLES:
        opening = _open_document(asked, content)
        if opening is not None:
            return opening
    if look.packed or look.container is Container.PDF:
        return _open_packed(asked, content)
    try:
        workbook = _open_text(content, look, asked)
    except Refusal as refusal:
        return asked.refused(look.container, refusal)
    return Opening(asked.path, announced, workbook.container, workbook)


def _open_converted(asked: _Asked, opening: Opening, content: bytes) -> Opening:
    """Open a file by way of LibreOffice; one that it makes nothing of stays as it is."""
    from statlint.workbook.convert import convert

    try:
        made = convert(opening, content)
    except Refusal as refusal:
        return replace(opening, fault=refusal.fault, detail=refusal.detail)
    if made is None:
        return opening
    inner = _open_packed(replace(asked, announced=_NEW_WORD), made.content)
    if inner.workbook is None:
        return replace(opening, fault=inner.fault, detail=inner.detail)
    workbook = replace(inner.workbook, container=opening.container, converted_by=made.program)
    return replace(opening, workbook=workbook, fault=None, detail=None)


def _open_document(asked: _Asked, content: bytes) -> Opening | None:
    """Have the worker read a text of sentences; None for any other text."""
    from statlint.workbook.sentences import sentences_of

    decoded = sentences_of(content, asked.announced, asked.encoding)
    if decoded is None:
        return None
    if len(content) > asked.limits.document_size:
        return asked.too_large(content, "document_size", len(content))
    opening = _open_packed(asked, decoded.text.encode())
    if opening.workbook is None:
        return opening
    dialect = Dialect(decoded.encoding, "", decoded.doubtful)
    return replace(opening, workbook=replace(opening.workbook, dialect=dialect))


def _no_access(error: OSError) -> Refusal:
    from statlint.workbook.no_access import reason_of

    return Refusal(Fault.NO_ACCESS, reason_of(error))


def _read(path: str, data: bytes | Packed | None, limits: Limits) -> tuple[bytes, int]:
    """Give a file's bytes and their number; raises Refusal for what cannot be unpacked."""
    if data is None:
        try:
            return read_file(path, limits.file_size)
        except (NotADirectoryError, FileNotFoundError):
            from statlint.workbook.archive import read_inside

            inside = read_inside(path, limits)
            if inside is None:
                raise
            data = inside
    content = data if isinstance(data, bytes) else data.read(limits)
    return content, len(content)


def _open_text(content: bytes, look: Look, asked: _Asked) -> Workbook:
    """Read a table in plain text; raises Refusal for anything else."""
    if look.container is Container.NOTHING:
        if content.strip(b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"):
            look = Look(Container.DELIMITED)
        else:
            raise Refusal(Fault.EMPTY, ONLY_SPACE if content else Text("0 字节", "0 bytes"))
    if look.container is not Container.DELIMITED:
        raise Refusal(Fault.UNSUPPORTED, look.word)
    from statlint.workbook.delimited import read_delimited

    return read_delimited(content, asked.encoding, asked.limits)


def _refuse_archive(content: bytes, limits: Limits) -> Refusal | None:
    """Say why an archive is not read here; None for anything else."""
    if not content.startswith(ZIP):
        return None
    from statlint.workbook.archive import list_archive

    try:
        names = list_archive(content, limits)
    except Refusal as refusal:
        return refusal
    if names is None:
        return None
    return Refusal(Fault.UNSUPPORTED, _NOT_OPENED if names else _NOTHING_INSIDE)


def _open_packed(asked: _Asked, content: bytes) -> Opening:
    """Read a workbook, most in the worker; nobody looks into the files of an archive."""
    opening = _open_sheets(asked, content) if content.startswith(ZIP) else None
    if opening is not None:
        return opening
    refusal = _refuse_archive(content, asked.limits)
    if refusal is not None:
        return asked.refused(Container.ARCHIVE, refusal)
    from statlint.workbook.shape import shape_workbook
    from statlint.workbook.worker import shared_worker

    answer = (asked.worker or shared_worker()).read(content, asked.announced, asked.limits)
    container = Container(answer.container or Container.OLE)
    if answer.book is None:
        return asked.refused(container, Refusal(Fault(answer.fault or "damaged"), answer.detail))
    book = answer.book
    if not (book.get("document") or any(sheet["cells"] for sheet in book["sheets"])):
        return asked.refused(container, Refusal(Fault.EMPTY))
    return Opening(asked.path, asked.announced, container, shape_workbook(book, container))


def _open_sheets(asked: _Asked, content: bytes) -> Opening | None:
    """Read a workbook of the xlsx family in this process; None for what the worker is to see.

    That is any other package, a blank workbook, and one that another engine may still read.
    """
    from statlint.workbook.sheets.read import open_sheets, read_sheets

    try:
        parts = open_sheets(content, asked.limits)
    except Refusal:
        return None
    if parts is None:
        return None
    container = Container(parts.container)
    with _uncollected():
        try:
            workbook = read_sheets(parts)
        except Refusal as refusal:
            return asked.refused(container, refusal) if refusal.fault is Fault.TOO_LARGE else None
        except MemoryError:
            return asked.refused(container, _no_memory(asked.limits))
        if not any(map(len, (sheet.cells for sheet in workbook.sheets))):
            return None
        return Opening(asked.path, asked.announced, container, workbook)


def _no_memory(limits: Limits) -> Refusal:
    from statlint.workbook.limits import overspent

    return Refusal(Fault.TOO_LARGE, overspent(limits, "memory"))


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
