"""The workbook's own part: its sheets, its names, its links to other files, how it reckons."""

from __future__ import annotations

from functools import partial

from statlint.dataclass import dataclass, field
from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import inside
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import DefinedName, Fault
from statlint.workbook.sheets.markup import linked, named, refuse
from statlint.workbook.sheets.parts import Parts

_STATES = {"hidden": "hidden", "veryHidden": "very-hidden"}
_MISSING = Text("工作表内容缺失", "the sheet is missing")
_WORDS = named("sheet", "workbookPr", "calcPr", "definedName", "externalReference")
_LINKS = named("ddeLink", "externalBook", "oleLink")
_TRUE, _FALSE = frozenset({"1", "true"}), frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class Book:
    """What the workbook's part says; a sheet is its name, its state and its relation."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    names: list[tuple[str, str, str | None]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    @property
    def date_1904(self) -> bool:
        """Whether days are counted from 1904."""
        return "1904" in self.said

    @property
    def as_displayed(self) -> bool:
        """Whether Excel is to reckon with figures as they are displayed."""
        return "as displayed" in self.said


def read_book(parts: Parts, part: str) -> Book:
    """Read the workbook's part, unless an equal one is known."""
    return parts.once("workbook", part, partial(_read_book, parts, part))


def _read_book(parts: Parts, part: str) -> Book:
    book, texts = Book(), list[str]()
    name: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "definedName":
            texts.clear()
            name.clear()
            name.update(attributes)
        else:
            _note(book, tag, attributes)

    def end(tag: str) -> None:
        if tag == "definedName" and len(book.names) < limits.NAMES:
            book.names.append((name.get("name", ""), "".join(texts), name.get("localSheetId")))

    parts.scanner.scan_words(part, _WORDS, start, end, texts)
    if len(book.sheets) > parts.limits.sheets:
        refuse(parts.limits, "sheets", len(book.sheets))
    return book


def _note(book: Book, tag: str, attributes: dict[str, str]) -> None:
    if tag == "sheet":
        state = _STATES.get(attributes.get("state", ""), "visible")
        book.sheets.append((attributes.get("name", ""), state, linked(attributes)))
    elif tag == "workbookPr" and attributes.get("date1904") in _TRUE:
        book.said.add("1904")
    elif tag == "calcPr" and attributes.get("fullPrecision") in _FALSE:
        book.said.add("as displayed")
    elif tag == "externalReference" and len(book.links) < limits.LINKS:
        book.links.append(linked(attributes))


def list_sheets(book: Book, parts: Parts, part: str) -> list[tuple[str, str, str]]:
    """Give name, state and part of each worksheet; chart and macro sheets hold no cells."""
    relations = parts.relations(part)
    sheets = []
    for name, state, key in book.sheets:
        if not key:
            continue
        relation = relations.get(key)
        if relation is None:
            raise Refusal(Fault.NO_SHEET, inside(part, _MISSING))
        if relation.kind == "worksheet":
            found = parts.package.find(relation.target)
            if found is None:
                raise Refusal(Fault.NO_SHEET, inside(relation.target, _MISSING))
            sheets.append((name, state, found))
    return sheets


def list_names(book: Book) -> tuple[DefinedName, ...]:
    """Give the names for cells; one for a sheet alone says which."""
    names: list[DefinedName] = []
    for name, text, place in book.names:
        if place is None:
            names.append(DefinedName(name, text))
        elif place.isdecimal() and int(place) < len(book.sheets):
            names.append(DefinedName(name, text, book.sheets[int(place)][0]))
    return tuple(names)


def list_links(book: Book, parts: Parts, part: str) -> tuple[str, ...]:
    """Give where the other files lie, in the order of [1], [2] …; none of them is followed."""
    relations = parts.relations(part) if book.links else {}
    known = {key: one.target for key, one in relations.items() if one.kind == "externalLink"}
    if not known:
        return ()
    return tuple(_place(parts, known[key]) if key in known else "" for key in book.links)


def _place(parts: Parts, target: str) -> str:
    """Give the place of one file; what is cached of its cells is not kept."""
    part = parts.package.find(target)
    relations = parts.relations(part) if part else {}
    first: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if first:
            return
        if tag == "ddeLink":
            first.append(f"{attributes.get('ddeService', '')}|{attributes.get('ddeTopic', '')}")
        else:
            found = relations.get(linked(attributes))
            first.append(_unquoted(found.target)[: limits.TARGET] if found else "")

    if part and relations:
        parts.scanner.scan_words(part, _LINKS, start, None, [])
    return "".join(first)


def _unquoted(target: str) -> str:
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)
