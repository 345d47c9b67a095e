"""What the parts of a package are, and how they refer to each other."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from statlint.dataclass import dataclass
from statlint.values.limits import Limits
from statlint.workbook.sheets.known import KNOWN
from statlint.workbook.sheets.markup import Scanner
from statlint.workbook.sheets.package import Package, relations_of, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = {f"{_PACKAGE}/relationships Relationship": "relation"}
_TYPE = {f"{_PACKAGE}/content-types {word}": "type" for word in ("Override", "Default")}
_DOCUMENTS = (
    # A document may hold a workbook; a workbook never names a document as its main part.
    "wordprocessingml.document.main",
    "wordprocessingml.template.main",
    "ms-word.document.macroenabled.main",
    "ms-word.template.macroenabledtemplate.main",
    "sheet.binary.macroenabled",
)
_WITH_MACROS = ("ms-excel.sheet.macroenabled", "ms-excel.template.macroenabled")
_PLAIN = ("spreadsheetml.sheet.main", "spreadsheetml.template.main")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of its kind, and its name or place."""

    kind: str
    target: str


class Parts:
    """The parts of one workbook."""

    def __init__(self, package: Package, limits: Limits) -> None:
        """Look for the types of the parts, and for the workbook among them."""
        self.package = package
        self.limits = limits
        self.scanner = Scanner(package, limits)
        self._types = self._read_types()
        self._relations: dict[str, dict[str, Relation]] = {}

    @cached_property
    def container(self) -> str:
        """Which workbook of the xlsx family it is; empty for any other package."""
        kinds = [kind.lower() for _, kind in self._types]

        def any_of(signs: tuple[str, ...]) -> bool:
            return any(sign in kind for kind in kinds for sign in signs)

        if any_of(_DOCUMENTS):
            return ""
        return "xlsm" if any_of(_WITH_MACROS) else "xlsx" if any_of(_PLAIN) else ""

    @cached_property
    def workbook(self) -> str:
        """The part that names the sheets, by its type or the package's own relations; or empty."""
        signs = (*_WITH_MACROS, *_PLAIN)
        names = [
            *(name for name, kind in self._types if any(sign in kind.lower() for sign in signs)),
            *(one.target for one in self.relations("").values() if one.kind == "officeDocument"),
            _WORKBOOK,
        ]
        found = (self.package.find(name) for name in names if name)
        return next((name for name in found if name is not None), "")

    def find_of_type(self, sign: str) -> str | None:
        """Give the part of a type; a few programs name it there alone."""
        names = (name for name, kind in self._types if name and kind.lower().endswith(sign))
        return next(filter(None, map(self.package.find, names)), None)

    def relations(self, part: str) -> dict[str, Relation]:
        """Give what a part refers to, by the keys that it uses; parts are named from the top."""
        if part not in self._relations:
            self._relations[part] = self._known_relations(part.replace("\\", "/"))
        return self._relations[part]

    def once(self, kind: str, part: str, read: Callable[[], _T]) -> _T:
        """Read a small part, unless an equal one is known; nobody may change what is given."""
        return KNOWN.of(kind, part, self.package, self.limits, read)

    def _known_relations(self, part: str) -> dict[str, Relation]:
        name = self.package.find(relations_of(part))
        if name is None:
            return {}
        return self.once(f"relations {part}", name, partial(self._read_relations, part, name))

    def _read_relations(self, part: str, name: str) -> dict[str, Relation]:
        found: dict[str, Relation] = {}

        def start(_: str, attributes: dict[str, str]) -> None:
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = resolve(part, target)
            key = attributes.get("Id") or f"rId{len(found) + 1}"
            found[key] = Relation(attributes.get("Type", "").rpartition("/")[2], target)

        self.scanner.scan_words(name, _RELATION, start, None, [])
        return found

    def _read_types(self) -> list[tuple[str, str]]:
        """Read names and types of the parts; the type of an ending has no name."""
        name = self.package.find(_TYPES)
        return [] if name is None else self.once("types", name, partial(self._types_in, name))

    def _types_in(self, name: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []

        def start(_: str, attributes: dict[str, str]) -> None:
            part = attributes.get("PartName", "").replace("\\", "/")
            found.append((part.removeprefix("/"), attributes.get("ContentType", "")))

        self.scanner.scan_words(name, _TYPE, start, None, [])
        return found
