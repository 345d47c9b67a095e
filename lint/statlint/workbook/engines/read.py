"""From the bytes of a workbook to what is told of it: its container, then its cells or a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from statlint.values import Text
from statlint.workbook.endings import MARKDOWN, PAGES, TABLES
from statlint.workbook.engines.compound import is_cut, stream_names, tell_compound
from statlint.workbook.engines.details import TOO_DEEP, reported
from statlint.workbook.engines.package import (
    check_package,
    guess_container,
    open_package,
    tell_package,
)
from statlint.workbook.engines.stored import Refusal, StoredBook
from statlint.workbook.limits import USUAL, Limits, overspent
from statlint.workbook.model import Container, Fault
from statlint.workbook.outward import outward_in
from statlint.workbook.sniff import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Told: TypeAlias = (
    tuple[Literal["container"], str]
    | tuple[Literal["book"], StoredBook]
    | tuple[Literal["fault"], str, tuple[str, str] | None]
)

Engine: TypeAlias = "Callable[[bytes, Limits], StoredBook]"

_FINAL = (Fault.ENCRYPTED, Fault.TOO_LARGE, Fault.UNSAFE)
_MORE_ANNOUNCED = Text(
    "按文件自己的目录，后面还应有内容", "by its own list of contents, more of it should follow"
)


def read(content: bytes, announced: str = "", limits: Limits = USUAL) -> Iterator[Told]:
    """Tell what a file is, then give its workbook or the fault that keeps it shut.

    `announced` is the ending of its name: a web page that is named as a workbook is read as one.
    `limits` are what it may cost.
    """
    container = _of_text(sniff(content[:HEAD]).container, announced)
    try:
        if container is Container.ARCHIVE:
            yield from _read_zip(content, limits)
        elif container is Container.OLE:
            yield from _read_compound(content, limits)
        else:
            yield "container", container.value
            yield "book", _try_engines(content, limits, *_engines_for(container, announced))
    except Refusal as refusal:
        detail = refusal.detail
        yield "fault", refusal.fault.value, (detail.zh, detail.en) if detail else None


def _of_text(container: Container, announced: str) -> Container:
    """Tell the kinds of plain text apart; tables in plain text never come here."""
    if container in {Container.HTML, Container.DELIMITED} and announced in MARKDOWN:
        return Container.MARKDOWN
    if container is Container.DELIMITED and announced in PAGES:
        return Container.HTML
    return Container.PLAIN_TEXT if container is Container.DELIMITED else container


def _engines_for(container: Container, announced: str) -> tuple[Engine, ...]:
    if announced not in TABLES:
        return _PAGES.get(container) or _BARE[container]
    if container is Container.MHTML:
        raise Refusal(Fault.UNSUPPORTED)
    return _BARE[container]


def _read_zip(content: bytes, limits: Limits) -> Iterator[Told]:
    """Read a zip file that is a workbook or a document."""
    yield "container", guess_container(content)
    with open_package(content) as package:
        container, word = tell_package(package)
        yield "container", container
        engines = () if word else _ZIPPED.get(container, ())
        if not engines:
            raise Refusal(Fault.UNSUPPORTED, word)
        check_package(package, limits)
        outward = outward_in(package.namelist())
    book = _try_engines(content, limits, *engines)
    book["outward"] = [one.value for one in outward]
    yield "book", book


def _read_compound(content: bytes, limits: Limits) -> Iterator[Told]:
    """Read a compound file that is a workbook."""
    yield "container", "ole container"
    container, word = tell_compound(content)
    yield "container", container
    if container != "xls":
        raise Refusal(Fault.UNSUPPORTED, word)
    try:
        book = _try_engines(content, limits, _old_excel, _calamine)
        outward = outward_in(stream_names(content))
        book["outward"] = [one.value for one in outward]
        yield "book", book
    except Refusal as refusal:
        if refusal.fault is Fault.DAMAGED and is_cut(content):
            raise Refusal(Fault.TRUNCATED, _MORE_ANNOUNCED) from refusal
        raise


def _try_engines(content: bytes, limits: Limits, *engines: Engine) -> StoredBook:
    """Give what the first engine that finds a cell reads, else what any engine reads."""
    blank: StoredBook | None = None
    refusals: list[Refusal] = []
    for engine in engines:
        try:
            book = _guarded(engine, content, limits)
        except Refusal as refusal:
            if refusal.fault in _FINAL:
                raise
            refusals.append(refusal)
            continue
        if book.get("document") or any(sheet["cells"] for sheet in book["sheets"]):
            return book
        blank = blank or book
    if blank is None:
        raise refusals[0]
    return blank


def _guarded(engine: Engine, content: bytes, limits: Limits) -> StoredBook:
    """Let an engine read; whatever breaks inside it becomes a refusal that says what broke."""
    try:
        return engine(content, limits)
    except (Refusal, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise Refusal(Fault.TOO_LARGE, overspent(limits, "memory")) from error
    except RecursionError as error:
        raise Refusal(Fault.DAMAGED, TOO_DEEP) from error
    except BaseException as error:
        words = ": ".join(filter(None, (type(error).__name__, str(error))))
        raise Refusal(Fault.DAMAGED, reported(words)) from error


def _excel(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.excel import read_excel

    return read_excel(content, limits)


def _word(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.word import read_word

    return read_word(content, limits)


def _old_excel(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.old_excel import (
        read_old_excel,
    )

    return read_old_excel(content, limits)


def _web_page(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.web_page import read_web_page

    return read_web_page(content, limits)


def _web_document(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.web_document import read_web_document

    return read_web_document(content, limits)


def _web_archive(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.web_archive import read_web_archive

    return read_web_archive(content, limits)


def _text_document(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.text_document import read_text_document

    return read_text_document(content, limits)


def _markdown(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.markdown import read_markdown

    return read_markdown(content, limits)


def _pdf(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.pdf import read_pdf

    return read_pdf(content, limits)


def _xml_spreadsheet(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.xml_spreadsheet import read_xml_spreadsheet

    return read_xml_spreadsheet(content, limits)


def _calamine(content: bytes, limits: Limits) -> StoredBook:
    from statlint.workbook.engines.calamine import (
        read_with_calamine,
    )

    return read_with_calamine(content, limits)


_ZIPPED: Mapping[str, tuple[Engine, ...]] = {
    **dict.fromkeys(("xlsx", "xlsm"), (_excel, _calamine)),
    **dict.fromkeys(("xlsb", "ods"), (_calamine,)),
    "word document": (_word,),
}
_OF_WORKBOOKS = frozenset("xlsx xlsm xltx xltm xlsb xls xlt et ett ods ots csv tsv tab".split())
_PAGES: Mapping[Container, tuple[Engine, ...]] = {
    Container.HTML: (_web_document,),
    Container.MHTML: (_web_archive,),
    Container.PLAIN_TEXT: (_text_document,),
    Container.MARKDOWN: (_markdown,),
}
_BARE: Mapping[Container, tuple[Engine, ...]] = {
    Container.XLS: (_old_excel, _calamine),
    Container.HTML: (_web_page,),
    Container.XML_SPREADSHEET: (_xml_spreadsheet,),
    Container.PDF: (_pdf,),
}
