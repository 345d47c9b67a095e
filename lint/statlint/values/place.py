"""A place in a document: it stands where a workbook has the name of a sheet."""

from __future__ import annotations

from statlint.values.text import Text

_WORDS = {
    "table": "第 {number} 个表格",
    "paragraph": "第 {number} 段",
    "footnote": "脚注 {number}",
    "endnote": "尾注 {number}",
    "text box": "第 {number} 个文本框",
}


class Place(str):
    """Where in a document: `table 3`, `paragraph 12`, `footnote 2`, `text box 1`.

    It is the name of a sheet, so that a cell is told by sheet and reference everywhere; only what
    is shown asks whether a name is a place.
    """

    __slots__ = ()

    @classmethod
    def of(cls, kind: str, number: int) -> Place:
        """Name a place by its kind and its number in the document, from 1."""
        return cls(f"{kind} {number}")

    @property
    def kind(self) -> str:
        """What it is: table, paragraph, footnote, text box."""
        return self.rpartition(" ")[0]

    @property
    def number(self) -> int:
        """Its number in the document, from 1."""
        return int(self.rpartition(" ")[2])

    @property
    def is_table(self) -> bool:
        """Whether references count cells within it."""
        return self.kind == "table"

    @property
    def words(self) -> Text:
        """The place in words."""
        return Text(_WORDS[self.kind].format(number=self.number), str(self))
