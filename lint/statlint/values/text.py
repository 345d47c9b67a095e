"""Words in two languages, and labels made comparable."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.typed import Literal, TypeAlias

Language: TypeAlias = Literal["zh", "en"]

# Full-width ASCII to ASCII, and the many spaces to one. Not NFKC: that turns 57¹ into 571.
_PLAIN: dict[int, int | None] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN |= {0x3000: 0x20, 0xA0: 0x20, 0x2007: 0x20, 0x2009: 0x20, 0x202F: 0x20}
_PLAIN |= {0x200B: None, 0xFEFF: None, 0x200E: None, 0x200F: None}
_ROUND = str.maketrans("〔〕【】[]", "()()()")

# Most texts hold none of these signs: to look for one takes less than to search for patterns.
_ODD = frozenset(map(chr, _PLAIN))
_TELLING = _ODD | frozenset(
    "〔〕【】[]\"'“”‘’「」『』《》〈〉·•.…_:;,、。()-–—/|\\>→①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
"""Signs without one of which a label has no bracket, no number before it and no levels."""

_DROPPED = pattern_of(r"[\s\"'“”‘’「」『』《》〈〉·•.…_:;,、。]+")
_FOLDS = pattern_of(r"[()\-–—/|\\>→]+")
"""What stands between the levels of a label that holds several."""
_ENUMERATOR = pattern_of(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、.．:]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,3}(?:\.\d{1,3})*[、.．)](?!\d)|[①-⑳])"
)
_ANY_ENUMERATOR = pattern_of(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[、.．)](?!\d)|[①-⑳]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in Chinese and English."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """Give the wording in one language."""
        return self.zh if language == "zh" else self.en


def plain(text: str) -> str:
    """Turn full-width ASCII into ASCII and odd spaces into plain ones; drop zero-width marks."""
    return text if text.isascii() or _ODD.isdisjoint(text) else text.translate(_PLAIN)


def label_key(text: str) -> str:
    """Make a label comparable: no white space, quotes, punctuation or leading number."""
    return _joined(text) if _TELLING.isdisjoint(text) else _whole(_squeezed(text))


def folded_key(text: str) -> str:
    """Make a label that holds several levels comparable: no numbers of levels, nothing between."""
    return _joined(text) if _TELLING.isdisjoint(text) else _folded(_squeezed(text))


def label_keys(text: str) -> tuple[str, str]:
    """Make a label comparable as a whole, and as one that holds several levels."""
    if _TELLING.isdisjoint(text):
        key = _joined(text)
        return key, key
    squeezed = _squeezed(text)
    return _whole(squeezed), _folded(squeezed)


def _joined(text: str) -> str:
    return "".join(text.split()).casefold()


def _squeezed(text: str) -> str:
    """Leave out all white space, and write every bracket as a round one."""
    return "".join(plain(text).split()).translate(_ROUND)


def _whole(squeezed: str) -> str:
    previous = None
    while previous != squeezed:
        previous, squeezed = squeezed, _ENUMERATOR.sub("", squeezed)
    return _DROPPED.sub("", squeezed).casefold()


def _folded(squeezed: str) -> str:
    return _DROPPED.sub("", _FOLDS.sub("", _ANY_ENUMERATOR.sub("", squeezed))).casefold()
