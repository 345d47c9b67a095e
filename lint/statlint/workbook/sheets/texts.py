"""The texts that cells share, and how a workbook writes a text."""

from __future__ import annotations

import re
from functools import cache

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault
from statlint.workbook.sheets.markup import named, refuse_depth
from statlint.workbook.sheets.parts import Parts

_WORDS = named("si", "t", "rPh")
_MANY = Text("共享文字过多", "too many texts in the list that cells share")


class SharedTexts:
    """The texts of a workbook while they are read; how they are pronounced is left out."""

    __slots__ = ("_depth", "_runs", "_size", "_spoken", "found", "texts")

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[str] = []
        self.texts: list[str] = []
        self._runs: list[str] = []
        self._depth = self._size = 0
        self._spoken = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """Begin a text, or a run of it."""
        self._depth += 1
        if self._depth > limits.DEPTH:
            refuse_depth()
        word = _WORDS.get(name)
        if word == "t":
            self.texts.clear()
        elif word == "si":
            self._runs.clear()
        elif word == "rPh":
            self._spoken = True

    def end(self, name: str) -> None:
        """End a text, or a run of it."""
        self._depth -= 1
        word = _WORDS.get(name)
        if word == "t":
            if not self._spoken:
                self._runs += self.texts
        elif word == "si":
            self._keep("".join(self._runs))
        elif word == "rPh":
            self._spoken = False

    def _keep(self, text: str) -> None:
        self.found.append(decode(text))
        self._size += len(text)
        if self._size > limits.ALL_TEXTS or len(self.found) > limits.STRINGS:
            raise Refusal(Fault.TOO_LARGE, _MANY)


def read_texts(parts: Parts, part: str | None) -> list[str]:
    """Read the texts that cells refer to by number."""
    texts = SharedTexts()
    if part is not None:
        parts.scanner.scan(part, texts.start, texts.end, texts.texts)
    return texts.found


def decode(text: str) -> str:
    """Put back the characters that the file writes as _x000D_."""
    if "_x" not in text:
        return text
    return _escape().sub(lambda found: chr(int(found[1], 16)), text)


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"_x([0-9A-Fa-f]{4})_")
