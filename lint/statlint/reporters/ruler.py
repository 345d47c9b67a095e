"""Text measured, cut, padded and broken by the columns it takes on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import dataclass

_MARK = "…"
_NEVER_FIRST = frozenset(",.;:!?)]}%、。…”’」』》〉〕】，；：？！）％")
_NEVER_LAST = frozenset("([{“‘「『《〈〔【（")
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures text in terminal columns: a Chinese character takes two.

    `wide_signs` says that signs of ambiguous width (…, ≠, “) take two columns as well.
    """

    wide_signs: bool = False

    def width(self, text: str) -> int:
        """Count the columns that a text takes."""
        if text.isascii():
            return len(text)
        return sum(self._width_of(sign) for sign in text)

    def _width_of(self, sign: str) -> int:
        if sign < "\x7f":
            return 1
        if "\u4e00" <= sign <= "\u9fff":
            return 2
        # Most texts hold no other: the table of all signs is large.
        import unicodedata

        if unicodedata.category(sign) in _NO_WIDTH:
            return 0
        kind = unicodedata.east_asian_width(sign)
        return 2 if kind in "WF" or (kind == "A" and self.wide_signs) else 1

    def cut(self, text: str, room: int) -> str:
        """Cut a text to so many columns; what was cut is shown by …."""
        if self.width(text) <= room:
            return text
        kept = ""
        left = room - self.width(_MARK)
        for sign in text:
            left -= self._width_of(sign)
            if left < 0:
                break
            kept += sign
        return kept + _MARK

    def pad(self, text: str, room: int, *, right: bool = False) -> str:
        """Fill a text up with blanks to so many columns, at its end or (`right`) before it."""
        blanks = " " * max(0, room - self.width(text))
        return blanks + text if right else text + blanks

    def wrap(self, text: str, room: int, *, lead: int = 0) -> list[str]:
        """Break a text into lines of so many columns: at blanks, or between wide characters.

        `lead` columns of the first line are taken already.
        """
        if self.width(text) + lead <= room:
            return [text.strip()]
        lines: list[str] = []
        line = ""
        for piece in self._pieces(text, room):
            taken = 0 if lines else lead
            if (line or taken) and self.width(line + piece.rstrip()) + taken > room:
                lines.append(line.rstrip())
                line = ""
            line += piece if line else piece.lstrip()
        return [*lines, line.rstrip()] if line.strip() or not lines else lines

    def _pieces(self, text: str, room: int) -> Iterator[str]:
        """Take a text apart where a line may break; a piece that is too long is broken anywhere."""
        piece = ""
        for sign in text:
            if piece and (self._may_break(piece[-1], sign) or self.width(piece + sign) > room):
                yield piece
                piece = ""
            piece += sign
        yield piece

    def _may_break(self, last: str, sign: str) -> bool:
        if sign == " " or sign in _NEVER_FIRST or last in _NEVER_LAST:
            return False
        return last == " " or self._width_of(last) > 1 or self._width_of(sign) > 1
