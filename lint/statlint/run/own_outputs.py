"""What statlint itself wrote, known by what is in it: it is no table to check."""

from __future__ import annotations

from pathlib import Path, PurePath

from statlint.pattern import pattern_of
from statlint.values import Text
from statlint.workbook import Packed, Workbook, open_workbook
from statlint.workbook.archive import read_inside
from statlint.workbook.engines.stored import Refusal

_HINT = "审核结果"
"""What stands in the names of marked copies; only what is in them makes them such."""
_BEGINNING = 8192
_TABLE = b"\xef\xbb\xbfpath,sheet,cell,place,code,name,severity,"
_TEXT = pattern_of(
    rb"statlint(:| \d+\.\d+)|::(error|warning|notice) [^\n]*title=|[^\n]+: [A-Z]+\d{3} [^\n]+\n"
)
_PAGE = pattern_of(rb"""<meta\s+name=["']generator["']\s+content=["']statlint [^"'>]*report["']""")
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods", ".et", ".xlsb"})
_PAGES = frozenset({".html", ".htm", ".mht", ".mhtml"})
COPY = Text("审核结果（标了问题的副本）", "a marked copy")
REPORT = Text("审核报告", "a report")


def own_file(path: Path) -> bool:
    """Tell whether statlint wrote a file that a walk came to; a workbook is opened on a hint."""
    ending = path.suffix.lower()
    if ending in _WORKBOOKS:
        return _HINT in path.name and path.is_file() and _is_copy(path)
    return own_text(str(path)) is not None


def own_text(path: str, content: bytes | Packed | None = None) -> Text | None:
    """Say what of ours a text is, by how it begins; None for any other file.

    `content` is there where the file does not lie at its path.
    """
    ending = PurePath(path).suffix.lower()
    begins = _beginning(path, content)
    if ending in _PAGES:
        # A browser that saves a page in one file writes it as mail is written.
        plain = begins.replace(b"=\r\n", b"").replace(b"=\n", b"").replace(b"=3D", b"=")
        return REPORT if _PAGE.search(plain) else None
    if begins.startswith(_TABLE):
        return REPORT
    return REPORT if ending == ".txt" and _TEXT.match(begins) else None


def own_workbook(workbook: Workbook) -> Text | None:
    """Say what of ours a workbook is."""
    from statlint.marking.review import is_review

    return COPY if is_review(workbook) else None


def _is_copy(path: Path) -> bool:
    workbook = open_workbook(str(path)).workbook
    return workbook is not None and own_workbook(workbook) is not None


def _beginning(path: str, content: bytes | Packed | None) -> bytes:
    try:
        if isinstance(content, bytes):
            return content[:_BEGINNING]
        if content is not None:
            return content.read()[:_BEGINNING]
        if not Path(path).is_file():
            # Pipes and devices are left to whoever opens them; a file may be in an archive.
            inside = None if Path(path).exists() else read_inside(path)
            return (inside or b"")[:_BEGINNING]
        with Path(path).open("rb") as file:
            return file.read(_BEGINNING)
    except (OSError, Refusal, ValueError):
        return b""
