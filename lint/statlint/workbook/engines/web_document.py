"""A web page as a document: its paragraphs and tables in the order of reading."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from statlint.pattern import pattern_of
from statlint.workbook.encoding import decode
from statlint.workbook.engines.blocks import Blocks
from statlint.workbook.engines.stored import StoredBook
from statlint.workbook.engines.web_grid import WebGrid
from statlint.workbook.engines.web_layout import blocks_of
from statlint.workbook.engines.web_lists import Numbers, numbers_of
from statlint.workbook.engines.web_style import (
    HEADINGS,
    VOID,
    Attributes,
    is_block,
    is_hidden,
    look_of,
)
from statlint.workbook.engines.web_words import Flow, Look, Words
from statlint.workbook.limits import USUAL, Limits, beyond
from statlint.workbook.model import ParagraphKind

_DECLARED = pattern_of(rb"(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DECLARATIONS = 4096
_CONDITION = pattern_of(r"<!\[[^<>]{0,200}(?<!--)>")
"""What Word writes around parts for one program or another; what stands between is shown."""
_FEW_BREAKS = 200
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_PARTS = _CELLS | _GROUPS | {"tr", "col", "caption"}
_BARRIERS = {"li": frozenset({"ul", "ol", "menu", "dir"}), "p": frozenset({"button", "object"})}


def read_web_document(
    content: bytes, limits: Limits = USUAL, *, declared: str | None = None
) -> StoredBook:
    """Read a page; `declared` is its encoding where something outside of it says so."""
    blocks = Blocks(limits)
    _read(_decoded(content, declared), blocks, titled=True, limits=limits)
    return blocks.book()


def read_web_fragment(text: str, blocks: Blocks) -> None:
    """Read a part of a page into the blocks of another document."""
    _read(text, blocks, titled=False)


def _read(text: str, blocks: Blocks, *, titled: bool, limits: Limits = USUAL) -> None:
    page = _Page(limits)
    # Half a condition breaks the parser; it stops before a < that nothing closes.
    page.feed(_CONDITION.sub("", text).replace("<![", "&lt;!["))
    page.close()
    page.fill(blocks, titled=titled)


def _decoded(content: bytes, declared: str | None) -> str:
    """Decode a page by its mark, its bytes, or the encoding it names."""
    named = _DECLARED.search(content[:_DECLARATIONS].replace(b"\0", b""))
    encoding = declared or (named[1].decode("ascii", "ignore").lower() if named else None)
    # Pages in GBK mostly call themselves gb2312, which lacks many of their characters.
    encoding = "gb18030" if encoding in {"gb2312", "gbk"} else encoding
    decoded = decode(content, encoding)
    if decoded.doubtful and encoding is not None:
        try:
            text = content.decode(encoding, "replace")
        except LookupError:
            return decoded.text
        # One broken place in a page is no reason to doubt what it says of itself.
        if text.count("\ufffd") * _FEW_BREAKS < len(text):
            return text
    return decoded.text


class _Element:
    """An element that has begun, how its text is set, and the list that it is."""

    __slots__ = ("block", "look", "numbers", "tag")

    def __init__(
        self, tag: str, look: Look, numbers: Numbers | None, *, block: bool = False
    ) -> None:
        self.tag = tag
        self.block = block
        self.look = look
        self.numbers = numbers


class _Scope:
    """The page, or a cell of a table: what has begun in it, and where its text goes."""

    __slots__ = ("counts", "elements", "flow", "grid", "look")

    def __init__(self, flow: Flow, look: Look) -> None:
        self.flow = flow
        self.look = look
        self.elements: list[_Element] = []
        self.counts: Counter[str] = Counter()
        self.grid: WebGrid | None = None
        """The table in it that is being read."""

    @property
    def now(self) -> Look:
        """How text is set that comes now."""
        return self.elements[-1].look if self.elements else self.look

    def pop(self, tag: str) -> None:
        """End the innermost element of a kind, with all that began in it."""
        if not self.counts[tag]:
            return
        barrier = _BARRIERS.get(tag, frozenset())
        for index in range(len(self.elements) - 1, -1, -1):
            if self.elements[index].tag == tag:
                for element in self.elements[index:]:
                    self.counts[element.tag] -= 1
                    if element.block:
                        self.flow.end()
                del self.elements[index:]
                return
            if self.elements[index].tag in barrier:
                return


class _Page(HTMLParser):
    """Turn the tags of a page into paragraphs and tables."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._scopes = [_Scope(Flow(), Look())]
        self._title: list[str] = []
        self._in_title = False

    def fill(self, blocks: Blocks, *, titled: bool) -> None:
        """Give what was read; tables that nothing closed end here."""
        while len(self._scopes) > 1 or self._scope.grid is not None:
            self._end_table()
        flow = self._scopes[0].flow
        flow.end()
        title = " ".join("".join(self._title).split()) if titled else ""
        if not any(isinstance(one, Words) and _says(one.text, title) for one in flow.blocks):
            blocks.add_paragraph(title, ParagraphKind.HEADING, level=1)
        for block in flow.blocks:
            block.store(blocks)

    @property
    def _scope(self) -> _Scope:
        return self._scopes[-1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element; one before it ends where its own end was left out."""
        attributes = dict(attrs)
        if tag in _PARTS:
            self._begin_part(tag, attributes)
        elif tag == "br":
            self._add_break()
        elif tag == "table":
            self._begin_table(attributes)
        else:
            self._begin_element(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element that ends at once."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element; an end without a beginning says nothing."""
        if tag == "title":
            self._in_title = False
        if tag in _CELLS or tag == "tr":
            self._end_cell()
        elif tag in _GROUPS:
            self._end_cell()
            if (grid := self._scope.grid) is not None:
                grid.end_group()
        elif tag == "table":
            self._end_table()
        elif tag == "br":
            self._add_break()
        else:
            if is_block(tag, {}):
                self._scope.flow.end()
            # A browser ends a heading by the end of any.
            for ended in HEADINGS if tag in HEADINGS else (tag,):
                self._scope.pop(ended)

    def handle_data(self, data: str) -> None:
        """Add to the open paragraph."""
        if self._in_title:
            self._title.append(data)
        scope = self._scope
        look = scope.now
        if not look.hidden and (scope.grid is None or data.strip()):
            scope.flow.add(data, look)

    def _add_break(self) -> None:
        if not self._scope.now.hidden:
            self._scope.flow.break_line()

    def _begin_element(self, tag: str, attributes: Attributes) -> None:
        scope = self._scope
        block = is_block(tag, attributes)
        if block:
            scope.flow.end()
            scope.pop("p")
        if tag in {"a", "li", "dt", "dd", "option"}:
            scope.pop(tag)
        elif tag in HEADINGS and scope.elements and scope.elements[-1].tag in HEADINGS:
            scope.pop(scope.elements[-1].tag)
        if tag in VOID:
            return
        look = look_of(tag, attributes, scope.now)
        if tag == "title" and not self._title and not scope.now.hidden:
            self._in_title = True
        numbers = scope.elements[-1].numbers if scope.elements else None
        if tag in {"ol", "ul", "menu", "dir"}:
            numbers = numbers_of(tag, attributes)
        if tag == "li" and not look.hidden:
            scope.flow.begin_item(numbers.take(attributes.get("value")) if numbers else "")
        scope.elements.append(_Element(tag, look, numbers, block=block))
        scope.counts[tag] += 1

    def _begin_table(self, attributes: Attributes) -> None:
        scope = self._scope
        if scope.grid is not None:
            # A table between the cells of another: the one around it has ended.
            self._end_table()
            scope = self._scope
        scope.flow.end()
        scope.pop("p")
        if len(self._scopes) > self._limits.depth:
            raise beyond(self._limits, "depth", len(self._scopes))
        look = look_of("table", attributes, scope.now)
        scope.elements.append(_Element("table", look, None))
        scope.counts["table"] += 1
        scope.grid = WebGrid((attributes.get("role") or "") in {"presentation", "none"})

    def _begin_part(self, tag: str, attributes: Attributes) -> None:
        """Begin a column, a row, a group of rows or a cell of the innermost table."""
        self._end_cell()
        scope = self._scope
        grid = scope.grid
        if grid is None:
            scope.flow.end()
        elif tag == "col":
            grid.add_columns(attributes.get("span"), hidden=is_hidden(attributes))
        elif tag in _GROUPS:
            grid.end_group()
        elif tag == "tr":
            grid.begin_row(hidden=is_hidden(attributes))
        elif tag == "caption":
            self._scopes.append(_Scope(grid.caption, look_of(tag, attributes, scope.now)))
        else:
            self._begin_cell(grid, tag, attributes)

    def _begin_cell(self, grid: WebGrid, tag: str, attributes: Attributes) -> None:
        look = look_of(tag, attributes, self._scope.now)
        if look.hidden and not self._scope.now.hidden:
            # Nothing is left where a cell is not shown: the next one takes its place.
            self._scopes.append(_Scope(Flow(), look))
            return
        grid.begin_cell(attributes)
        if grid.open is not None:
            self._scopes.append(_Scope(grid.open.flow, look))

    def _end_cell(self) -> None:
        """End the cell that is open, if one is, of the innermost table."""
        if self._scope.grid is None and len(self._scopes) > 1:
            self._scopes.pop()
            grid = self._scope.grid
            if grid is not None:
                grid.end_cell()

    def _end_table(self) -> None:
        self._end_cell()
        scope = self._scope
        grid, scope.grid = scope.grid, None
        if grid is None:
            return
        grid.end()
        if not scope.now.hidden:
            scope.flow.place(blocks_of(grid))
        scope.pop("table")


def _says(text: str, title: str) -> bool:
    """Tell whether a paragraph is the title of its page, or the page's title has it in it."""
    text, title = "".join(text.split()), "".join(title.split())
    return title in text or (len(text) > 5 and text in title)  # noqa: PLR2004 - not a mere 首页
