"""The texts that cells share, and how a workbook writes a text."""

from __future__ import annotations

import re
from functools import partial

from statlint.values.limits import Limits
from statlint.workbook.sheets.markup import named, refuse
from statlint.workbook.sheets.parts import Parts
from statlint.workbook.sheets.pieces import Pieces
from statlint.workbook.sheets.signs import decode, resolve

_WORDS = named("sst", "si", "t", "rPh")
_PLAIN = r'\s*<si><t(?: xml:space="preserve")?>([^<]*)</t>\s*'


class SharedTexts:
    """The texts of a workbook while they are read; how they are pronounced is left out."""

    __slots__ = (
        *("_depth", "_limits", "_listed", "_plain", "_runs", "_size", "_spoken"),
        *("found", "texts"),
    )

    def __init__(self, limits: Limits) -> None:
        """Begin with none."""
        self._limits = limits
        self._listed = False
        self._plain = re.compile(_PLAIN)
        self.found: list[str] = []
        self.texts: list[str] = []
        self._runs: list[str] = []
        self._depth = self._size = 0
        self._spoken = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """Begin a text, or a run of it."""
        self._depth += 1
        if self._depth > self._limits.depth:
            refuse(self._limits, "depth", self._depth)
        word = _WORDS.get(name)
        if word == "t":
            self.texts.clear()
        elif word == "si":
            self._runs.clear()
        elif word == "rPh":
            self._spoken = True
        elif word == "sst":
            self._listed = self._depth == 1

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

    def begin_list(self, head: bytes) -> bool:
        """Tell whether texts follow that may be taken as they stand; `head` precedes them."""
        return b"<sst" in head and self.between_texts()

    def between_texts(self) -> bool:
        """Tell whether expat has read whole texts and nothing more."""
        return self._listed and self._depth == 1

    def take(self, written: str) -> bool:
        """Take a text of one run as it stands."""
        plain = self._plain.fullmatch(written)
        if plain is None:
            return False
        try:
            text = resolve(plain[1])
        except ValueError:
            return False
        self._keep(text)
        return True

    def _keep(self, text: str) -> None:
        if len(text) > self._limits.text_length:
            refuse(self._limits, "text_length", len(text))
        self.found.append(decode(text))
        self._size += len(text)
        if self._size > self._limits.texts_length:
            refuse(self._limits, "texts_length", self._size)
        if len(self.found) > self._limits.texts:
            refuse(self._limits, "texts", len(self.found))


def read_texts(parts: Parts, part: str | None) -> list[str]:
    """Read the texts that cells refer to by number."""
    texts = SharedTexts(parts.limits)
    if part is not None:
        listed = Pieces(b"<si>", b"</si>", texts.begin_list, texts.between_texts)
        through = partial(listed.handed_on, take=texts.take)
        parts.scanner.scan(part, texts.start, texts.end, texts.texts, through)
    return texts.found
