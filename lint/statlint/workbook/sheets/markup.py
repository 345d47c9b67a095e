"""One pass of expat over a part: no DOCTYPE, no deep nesting, no text or tag without end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pyexpat import ExpatError, ParserCreate
from time import process_time

from statlint.typed import NoReturn
from statlint.values.limits import Limits
from statlint.workbook.engines.details import DOCTYPE, inside, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sheets.package import Package

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The names of spreadsheets: as office programs write them, and of Strict OOXML."""
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_BETWEEN_CHECKS = 1 << 20

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]
Through = Callable[[Iterator[bytes]], Iterator[bytes]]


def named(*words: str) -> dict[str, str]:
    """Give the short words for elements of spreadsheets by the names that expat gives them."""
    return {f"{space} {word}": word for space in MAIN for word in words}


def linked(attributes: dict[str, str]) -> str:
    """Give the relation that an element names."""
    return next(
        (attributes[key] for key in (f"{one} id" for one in _OFFICE) if key in attributes), ""
    )


class Scanner:
    """Scan the parts of one package, within one bound on time."""

    def __init__(self, package: Package, limits: Limits) -> None:
        """Begin with nothing read; the clock starts when there is much to read."""
        self._package = package
        self._limits = limits
        self._read = 0
        self._begun: float | None = None

    def scan(
        self, part: str, start: Start, end: End | None, texts: list[str], through: Through = iter
    ) -> None:
        """Feed a part to handlers that count the depth themselves; texts gather what they clear.

        All goes through what may keep some of it from expat.
        """
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(part)
        parser.StartElementHandler = start
        if end is not None:
            parser.EndElementHandler = end
            parser.CharacterDataHandler = texts.append
        fed = 0
        try:
            for piece in through(self._pieces(part)):
                if not piece:
                    continue
                parser.Parse(piece)
                fed += len(piece)
                waiting = max(fed - parser.CurrentByteIndex, sum(map(len, texts)))
                if waiting > self._limits.text_length:
                    refuse(self._limits, "text_length", waiting, part)
            parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position alone
        except (ExpatError, LookupError, ValueError) as error:
            # The last two are for encodings that expat does not know.
            raise Refusal(Fault.DAMAGED, inside(part, reported(str(error)))) from error

    def scan_words(
        self, part: str, words: Mapping[str, str], start: Start, end: End | None, texts: list[str]
    ) -> None:
        """Feed a part to handlers that are told of some elements alone, by short words."""
        depth = 0

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > self._limits.depth:
                refuse(self._limits, "depth", depth)
            if name in words:
                start(words[name], attributes)

        def finish(name: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None and name in words:
                end(words[name])

        self.scan(part, begin, finish, texts)

    def _pieces(self, part: str) -> Iterator[bytes]:
        """Unpack a part, within the time that there is for all of them."""
        for piece in self._package.pieces(part):
            self._read += len(piece)
            # To ask for the time takes as long as a hundred cells; a small workbook never does.
            if self._read > _BETWEEN_CHECKS:
                self._read = 0
                now = process_time()
                self._begun = self._begun or now
                if now - self._begun > self._limits.seconds:
                    refuse(self._limits, "seconds", now - self._begun)
            yield piece


def refuse(limits: Limits, key: str, found: float, part: str = "") -> NoReturn:
    """Refuse a workbook for one of the limits."""
    from statlint.workbook.limits import beyond

    raise beyond(limits, key, found, part)


def _refuse_doctype(part: str) -> NoReturn:
    raise Refusal(Fault.UNSAFE, inside(part, DOCTYPE))
