"""The first sheet of a marked copy, found again: whose it is, and what was written into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.values import CellRef

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.workbook import Sheet, Workbook

NAME = "statlint_review"
"""The name that the table has in the workbook: by it a marked copy is known at a glance."""
SIGN = "statlint:review"
"""What the first cell of the hidden column begins with; the version of the layout follows."""
VERSION = "1"
KEYS = tuple(
    f"statlint:{word}"
    for word in "level rule finding place left right difference proposal explanation"
    " fingerprint".split()
)
"""What the columns hold, in a row above their heads that nobody sees; no program changes it."""
_RULE, _FINDING, _PLACE = KEYS[1:4]
_EXPLANATION, _FINGERPRINT = KEYS[8:]
_IS_FINGERPRINT = pattern_of(r"[0-9a-f]{12,64}(?:-[0-9]+)?")
_ROWS_ABOVE = 40
"""So far down the keys are looked for: somebody may have put rows in above them."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One finding as the sheet has it now: its row, and what was written to explain it."""

    row: int
    fingerprint: str
    rule: str
    place: str
    explanation: str
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The first sheet of a marked copy: its name, the file it is of, and its rows."""

    sheet: str
    original: str
    rows: tuple[ReviewRow, ...]

    @property
    def explained(self) -> tuple[ReviewRow, ...]:
        """The rows in which something is explained."""
        return tuple(row for row in self.rows if row.explanation)


def is_review(workbook: Workbook) -> bool:
    """Tell whether a workbook is a marked copy, be it saved again by another program."""
    named = any(one.name.lower() == NAME for one in workbook.names)
    return named or any(_keys(sheet) for sheet in workbook.sheets)


def read_review(workbook: Workbook) -> Review | None:
    """Read the first sheet of a marked copy; None where the workbook is none."""
    for sheet in workbook.sheets:
        keys = _keys(sheet)
        if keys:
            return _read(sheet, keys)
    return None


def _keys(sheet: Sheet) -> Mapping[str, CellRef]:
    """Give where the keys of the columns stand; none where the sheet has no such row."""
    found: dict[str, CellRef] = {}
    for cell in sheet.cells:
        if cell.ref.row > _ROWS_ABOVE:
            break
        if cell.text in KEYS:
            found.setdefault(cell.text, cell.ref)
    return found if {_EXPLANATION, _FINGERPRINT} <= found.keys() else {}


def _read(sheet: Sheet, keys: Mapping[str, CellRef]) -> Review:
    columns = {ref.column: key for key, ref in keys.items()}
    head = keys[_FINGERPRINT].row
    hidden = keys[_FINGERPRINT].column
    rows: dict[int, dict[str, str]] = defaultdict(dict)
    above: list[str] = []
    for cell in sheet.cells:
        if cell.ref.row < head and cell.ref.column == hidden:
            above.append(cell.text)
        elif cell.ref.row > head and cell.ref.column in columns:
            rows[cell.ref.row][columns[cell.ref.column]] = cell.text
    signed = bool(above) and above[0].startswith(SIGN)
    original = above[1] if signed and len(above) > 1 else ""
    return Review(sheet.name or "", original, tuple(_rows(rows)))


def _rows(rows: Mapping[int, Mapping[str, str]]) -> Iterator[ReviewRow]:
    for number, row in sorted(rows.items()):
        fingerprint = row.get(_FINGERPRINT, "").strip()
        # Somebody may have named the column, or written below the table.
        if _IS_FINGERPRINT.fullmatch(fingerprint):
            explanation = row.get(_EXPLANATION, "").strip()
            rule, place, finding = (row.get(key, "") for key in (_RULE, _PLACE, _FINDING))
            yield ReviewRow(number, fingerprint, rule, place, explanation, finding)
