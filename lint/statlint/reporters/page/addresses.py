"""What the parts of a page are called, so that a finding leads to its cell and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from statlint.dataclass import dataclass, field
from statlint.finding import Finding
from statlint.values import CellRef
from statlint.values.place import Place


def home_of(finding: Finding) -> str | None:
    """Give the sheet, or the place in a document, that a finding stands on."""
    return finding.place if isinstance(finding.place, Place) else finding.sheet


def is_prose(name: str | None) -> bool:
    """Tell a place in the text of a document from a sheet or a table."""
    return isinstance(name, Place) and not name.is_table


@dataclass(frozen=True, slots=True)
class Addresses:
    """The names of the parts of one file on the page; `prefix` tells the file from others."""

    prefix: str
    sheets: Mapping[str | None, tuple[int, Collection[CellRef]]]
    """The numbers of the sheets that are on the page, and the cells that are drawn of each."""

    def cell(self, sheet: str | None, ref: CellRef) -> str | None:
        """Name a cell; None where it is not drawn."""
        number, drawn = self.sheets.get(sheet, (0, ()))
        return f"{self.prefix}c{number}-{ref}" if ref in drawn else None


@dataclass(slots=True, eq=False)
class Numbered:
    """Fingerprints as they are told apart on the page: the second of two alike is f~2."""

    _seen: Counter[str] = field(default_factory=Counter)

    def key(self, finding: Finding) -> str:
        """Give what a finding is called; findings are asked for in the order of the report."""
        self._seen[finding.fingerprint] += 1
        times = self._seen[finding.fingerprint]
        return finding.fingerprint if times == 1 else f"{finding.fingerprint}~{times}"


class Twins:
    """The same findings in the other language, by their files and fingerprints."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Look once where each stands."""
        numbered = Numbered()
        self._found = {numbered.key(one): one for one in findings}

    def of(self, key: str, finding: Finding) -> Finding | None:
        """Give the twin of a finding; None where the other run has none that is about the same."""
        found = self._found.get(key)
        same = found and (found.path, found.code, found.cell) == (
            finding.path,
            finding.code,
            finding.cell,
        )
        return found if same else None
