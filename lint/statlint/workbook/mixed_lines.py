"""Texts put together from files in several encodings: each line is read in its own."""

from __future__ import annotations

from statlint.dataclass import dataclass

_WESTERN = "cp1252"
_MOST_BROKEN = 3
"""One broken place among so many characters: the line is in UTF-8, and damaged."""


@dataclass(frozen=True, slots=True)
class MixedLines:
    """A text whose lines are mostly in UTF-8, and the number of the first that is not."""

    text: str
    first: int


def decode_mixed(content: bytes) -> MixedLines | None:
    """Read a text line by line; None where hardly a line with other than ASCII is in UTF-8."""
    good = bad = first = 0
    texts = []
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            text = line.decode()
            good += not text.isascii()
        except UnicodeDecodeError:
            text = _other(line)
            first = first or number
            bad += 1
        texts.append(text)
    return MixedLines("\n".join(texts), first) if bad and good >= bad else None


def _other(line: bytes) -> str:
    """Read a line that is not in UTF-8: as damaged, in Chinese, or in a Western encoding."""
    mended = line.decode("utf-8", "replace")
    foreign = sum(sign > "\x7f" for sign in mended)
    if mended.count("\ufffd") * _MOST_BROKEN <= foreign:
        return mended
    try:
        chinese = line.decode("gb18030")
    except UnicodeDecodeError:
        return line.decode(_WESTERN, "replace")
    signs = [sign for sign in chinese if sign > "\x7f"]
    is_chinese = 2 * sum("\u3000" <= sign <= "\u9fff" for sign in signs) >= len(signs)
    return chinese if is_chinese else line.decode(_WESTERN, "replace")
