"""One pass of expat over a part: no DOCTYPE, no deep nesting, no text or tag without end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import process_time
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import DOCTYPE, TOO_DEEP, inside, reported
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
_BETWEEN_CHECKS = limits.MEBI
_TOO_LONG = Text(
    f"其中一段文字超过 {limits.LONGEST_TEXT >> 20} MB",
    f"a text in it is longer than {limits.LONGEST_TEXT >> 20} MB",
)
_TOO_SLOW = Text(
    f"读取用去超过 {limits.SECONDS} 秒处理器时间",
    f"reading took more than {limits.SECONDS} s of processor time",
)

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]


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

    def __init__(self, package: Package) -> None:
        """Begin with nothing read; the clock starts when there is much to read."""
        self._package = package
        self._read = 0
        self._latest: float | None = None

    def scan(self, part: str, start: Start, end: End | None, texts: list[str]) -> None:
        """Feed a part to handlers that count the depth themselves; texts gather what they clear."""
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(part)
        parser.StartElementHandler = start
        if end is not None:
            parser.EndElementHandler = end
            parser.CharacterDataHandler = texts.append
        fed = 0
        try:
            for piece in self._package.pieces(part):
                parser.Parse(piece)
                fed += len(piece)
                self._read += len(piece)
                self._check(part, texts, fed - parser.CurrentByteIndex)
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
            if depth > limits.DEPTH:
                refuse_depth()
            if name in words:
                start(words[name], attributes)

        def finish(name: str) -> None:
            nonlocal depth
            depth -= 1
            if end is not None and name in words:
                end(words[name])

        self.scan(part, begin, finish, texts)

    def _check(self, part: str, texts: list[str], waiting: int) -> None:
        if waiting > limits.LONGEST_TEXT or sum(map(len, texts)) > limits.LONGEST_TEXT:
            raise Refusal(Fault.TOO_LARGE, inside(part, _TOO_LONG))
        # To ask for the time takes as long as a hundred cells; a small workbook never does.
        if self._read > _BETWEEN_CHECKS:
            self._read = 0
            now = process_time()
            self._latest = self._latest or now + limits.SECONDS
            if now > self._latest:
                raise Refusal(Fault.TOO_LARGE, _TOO_SLOW)


def refuse_depth() -> NoReturn:
    """Refuse a part whose elements are nested deeper than any program nests them."""
    raise Refusal(Fault.DAMAGED, TOO_DEEP)


def _refuse_doctype(part: str) -> NoReturn:
    raise Refusal(Fault.DAMAGED, inside(part, DOCTYPE))
