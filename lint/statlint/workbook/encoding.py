"""Which encoding a text file is written in; a doubtful answer says that it is one."""

from __future__ import annotations

import codecs

from statlint.dataclass import dataclass
from statlint.workbook.characters import SIMPLIFIED, TRADITIONAL

_SAMPLE = 16384
_WESTERN = "cp1252"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZERO_SHARE = 50
"""One zero among so many bytes: what a separator and a line end leave in UTF-16."""
_CLEAR_SCORE = 0.5
_CLEAR_LEAD = 0.15
_FEW_BREAKS = 200
"""A UTF-8 text with one broken place among so many characters is still UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in, and whether that is in doubt."""

    text: str
    encoding: str
    doubtful: bool = False
    other: int | None = None
    """The first line that is in another encoding than the others."""


def decode(content: bytes, configured: str | None = None) -> Decoded:
    """Decode a text file; what cannot be told takes the configured encoding."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    wide = wide_encoding(content[:_SAMPLE])
    if wide is not None:
        return _decode_marked(content, wide)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_chinese(content) or _decode_doubtful(content, configured)


def wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes; None for any other encoding."""
    for mark, encoding in _BOMS[1:]:
        if head.startswith(mark):
            return encoding
    even, odd = head[::2].count(0), head[1::2].count(0)
    # 一 is 4E00: a Chinese text has a few zeros on the other side too.
    if max(even, odd) * _ZERO_SHARE < len(head) or min(even, odd) * 2 > max(even, odd):
        return None
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    # Numbers of two bytes have zeros in the same places; a text has lines and no control signs.
    readable = all(sign.isprintable() or sign in "\t\r\n\f\u3000\ufeff" for sign in text[:-1])
    return encoding if readable else None


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    """Decode what its own mark or its zeros announce; broken places make it doubtful."""
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    try:
        return Decoded(content.decode(codec), encoding)
    except UnicodeDecodeError:
        return Decoded(content.decode(codec, "replace"), encoding, doubtful=True)


def _decode_chinese(content: bytes) -> Decoded | None:
    """Decode GB18030 or Big5 where one of them clearly reads as Chinese."""
    simplified = _strictly(content, "gb18030")
    # cp950 is Big5 as Windows writes it; Hong Kong adds characters of its own.
    traditional = _strictly(content, "cp950") or _strictly(content, "big5hkscs")
    scores = sorted(
        [
            (_score(simplified, "gbk", range(0xB0, 0xD8), SIMPLIFIED), "gb18030", simplified),
            (_score(traditional, "cp950", range(0xA4, 0xC7), TRADITIONAL), "big5", traditional),
        ],
        key=lambda scored: scored[0],
        reverse=True,
    )
    (best, encoding, text), (second, _, _) = scores
    if text is None or best < _CLEAR_SCORE or best - second < _CLEAR_LEAD:
        return None
    return Decoded(text, encoding)


def _strictly(content: bytes, codec: str) -> str | None:
    """Decode a text, or give None where any byte does not fit or nobody knows the encoding."""
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _score(text: str | None, codec: str, common_leads: range, common: frozenset[str]) -> float:
    """Measure how much a text reads as Chinese, from 0 to 1.

    Half of the measure is the share of the commonest characters, half the share of characters from
    the part of the code that holds everyday ones: names of places are rare in the first and not in
    the second.
    """
    if text is None:
        return 0
    foreign = [sign for sign in text[:_SAMPLE] if sign > "\x7f"]
    signs = [sign for sign in foreign if not _is_chinese_punctuation(sign)]
    if not signs:
        return 0
    everyday = sum(_lead(sign, codec) in common_leads for sign in signs)
    return (everyday + sum(sign in common for sign in signs)) / (2 * len(signs))


def _is_chinese_punctuation(sign: str) -> bool:
    """Tell full-width forms and punctuation, which both codes hold."""
    return (
        "\u3000" <= sign <= "\u303f" or "\uff00" <= sign <= "\uffef" or "\u2010" <= sign <= "\u206f"
    )


def _lead(sign: str, codec: str) -> int:
    """Give the first byte of a character's two; 0 where it has none, or four."""
    coded = sign.encode(codec, "ignore")
    # GBK puts its rare characters on second bytes below A1.
    return coded[0] if len(coded) == 2 and (codec != "gbk" or coded[1] > 0xA0) else 0  # noqa: PLR2004


def _decode_doubtful(content: bytes, configured: str | None) -> Decoded:
    """Decode what no test could tell: nearly UTF-8, as configured, or Western with doubt."""
    mended = content.decode("utf-8", "replace")
    breaks, foreign = mended.count("\ufffd"), sum(sign > "\x7f" for sign in mended)
    if breaks * _FEW_BREAKS < foreign or (configured is None and breaks * 20 < foreign):
        return Decoded(mended, "utf-8", doubtful=True)
    if configured is not None:
        text = _strictly(content, configured)
        if text is not None:
            return Decoded(text, configured)
    # Hardly a text is mixed, and all pay for what is imported.
    from statlint.workbook.mixed_lines import decode_mixed

    mixed = decode_mixed(content)
    if mixed is not None:
        return Decoded(mixed.text, "utf-8", doubtful=True, other=mixed.first)
    return Decoded(content.decode(_WESTERN, "replace"), _WESTERN, doubtful=True)
