"""The workbook's own part, in which our sheet becomes the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from statlint.marking.cover import Laid, quoted
from statlint.marking.part import Part
from statlint.marking.review import NAME
from statlint.marking.tags import Element, attribute_text, plain_text, whole_number
from statlint.values import CellRange, CellRef, Text, column_letters
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

_BEHIND_NAMES = frozenset(
    "calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing"
    " fileRecoveryPr webPublishObjects extLst AlternateContent".split()
)
_LONGEST_NAME = 31
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT_SIGN = b"purl.oclc.org/ooxml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_NO_LIST = Text("没有工作表清单", "it has no list of sheets")


class Book:
    """The workbook's part, as it grows."""

    def __init__(self, raw: bytes) -> None:
        """Begin with the part as it is; raises Refusal where it has no list of sheets."""
        self._part = Part(raw)
        root = self._part.root
        found = root.find("sheets")
        if found is None:
            raise Refusal(Fault.NO_SHEET, _NO_LIST)
        self._sheets = found
        self.strict = _STRICT_SIGN in root.tag
        """Whether it is in Strict OOXML, where names of elements have other addresses."""
        self.space = _STRICT_MAIN if self.strict else _MAIN
        """The address of the names of its elements."""
        self.office = _STRICT_OFFICE if self.strict else _OFFICE
        """The address of the names of what a part refers to."""

    @property
    def views(self) -> int:
        """In how many windows it is shown."""
        return max(1, sum(1 for _ in self._views()))

    def _views(self) -> Iterator[Element]:
        found = self._part.root.find("bookViews")
        return found.all("workbookView") if found else iter(())

    def free_name(self, wanted: str) -> str:
        """Give a name for a sheet that none has yet."""
        taken = {(one.get("name") or "").casefold() for one in self._sheets.children}
        names = (f"{wanted[: _LONGEST_NAME - 3]}{n or ''}" for n in count())
        return next(name for name in names if name.casefold() not in taken)

    def put_first(self, name: str, key: str, laid: Laid) -> None:
        """Make a sheet the first, and the one that is shown."""
        number = 1 + max(
            (whole_number(one.get("sheetId")) for one in self._sheets.children), default=0
        )
        tag = b"".join(
            (
                b"<" + self._part.prefix,
                f'sheet xmlns:r="{self.office}" name="'.encode(),
                attribute_text(name),
                f'" sheetId="{number}" r:id="{key}"/>'.encode(),
            )
        )
        self._part.put_first(self._sheets, tag)
        for view in self._views():
            for place in ("activeTab", "firstSheet"):
                if view.get(place) not in {None, "0"}:
                    self._part.set(view, place, "0")
        self._name(name, laid)

    def _name(self, sheet: str, laid: Laid) -> None:
        """Name the table, what is filtered and what is repeated on each page."""
        there = self._part.root.find("definedNames")
        names = list(there.all("definedName")) if there else []
        for one in names:
            place = whole_number(one.get("localSheetId"), -1)
            if place >= 0:
                self._part.set(one, "localSheetId", str(place + 1))
        taken = {(one.get("name") or "").lower() for one in names}
        written = b"".join(self._names(sheet, laid, taken))
        if there is not None:
            self._part.append(there, written)
            return
        whole = self._element("definedNames", "", written)
        self._part.put_in_order(whole, _BEHIND_NAMES)

    def _names(self, sheet: str, laid: Laid, taken: Iterable[str]) -> Iterator[bytes]:
        first, last = laid.table.first, laid.table.last
        filtered = CellRange(first, CellRef(last.row, last.column - 1))
        head = f"${laid.head}:${laid.head}"
        here, hidden = ' localSheetId="0"', ' hidden="1"'
        named = (
            ("_xlnm._FilterDatabase", here + hidden, _fixed(filtered)),
            ("_xlnm.Print_Titles", here, head),
            (NAME, hidden, _fixed(laid.table)),
        )
        for name, more, place in named:
            # Those of Excel itself are there once for each sheet.
            if name != NAME or NAME not in taken:
                said = plain_text(f"{quoted(sheet)}!{place}").encode()
                yield self._element("definedName", f' name="{name}"{more}', said)

    def _element(self, name: str, attributes: str, content: bytes) -> bytes:
        whole = self._part.prefix + name.encode()
        return b"".join((b"<", whole, attributes.encode(), b">", content, b"</", whole, b">"))

    def written(self) -> bytes:
        """Give the part with all that was added."""
        return self._part.written()


def _fixed(area: CellRange) -> str:
    """Write a range that stays where it is when a formula is copied."""
    corners = (area.first, area.last)
    return ":".join(f"${column_letters(one.column)}${one.row}" for one in corners)
