"""What an engine hands over: plain tuples and dictionaries that `marshal` can carry."""

from __future__ import annotations

from statlint.typed import NotRequired, TypeAlias, TypedDict
from statlint.values import Text
from statlint.workbook.model import Fault

StoredCell: TypeAlias = tuple[
    int,  # row
    int,  # column
    str,  # kind
    str,  # text
    int | str | None,  # exact number; a string is the text of a Decimal
    str | None,  # number format
    str | None,  # formula
]
StoredRange: TypeAlias = tuple[int, int, int, int]
StoredName: TypeAlias = tuple[str, str, str | None]  # name, what it stands for, its sheet

StoredParagraph: TypeAlias = tuple[
    str,  # place: "paragraph 12"
    str,  # text
    str,  # kind
    int,  # level of a heading, 0 for none
    str,  # number that the program prints before it
    bool,  # bold
    bool,  # centred
]
StoredBlock: TypeAlias = StoredParagraph | str  # a string is the name of a table's sheet: "table 3"


class StoredSheet(TypedDict):
    """One sheet; ranges are first row, first column, last row, last column, all from 1.

    `silenced` are ranges for which the program's own warnings of some kinds are switched off;
    `indents` are row, column and indent of the texts that are set in.
    """

    name: str
    state: str
    cells: list[StoredCell]
    merges: list[StoredRange]
    hidden_rows: list[int]
    hidden_columns: list[int]
    silenced: NotRequired[list[tuple[StoredRange, list[str]]]]
    empty_texts: NotRequired[list[tuple[int, int]]]
    indents: NotRequired[list[tuple[int, int, int]]]


class StoredBook(TypedDict):
    """One workbook, and what its engine could not see.

    Where it is a document, `document` has its blocks in order, and each sheet the name of a place.
    """

    sheets: list[StoredSheet]
    unseen: list[str]
    date_1904: bool
    names: NotRequired[list[StoredName]]
    links: NotRequired[list[str]]
    as_displayed: NotRequired[bool]
    outward: NotRequired[list[str]]
    document: NotRequired[list[StoredBlock]]


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a failure of the program
    """Raised where a file cannot be read: which fault it is, and closer words, if any."""

    def __init__(self, fault: Fault, detail: Text | None = None) -> None:
        """Keep the fault and its detail."""
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail
