"""Words in two languages, and labels made comparable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["zh", "en"]

# Full-width ASCII to ASCII, and the many spaces to one. Not NFKC: that turns 57¹ into 571.
_PLAIN: dict[int, int | None] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN |= {0x3000: 0x20, 0xA0: 0x20, 0x2007: 0x20, 0x2009: 0x20, 0x202F: 0x20}
_PLAIN |= {0x200B: None, 0xFEFF: None, 0x200E: None, 0x200F: None}

_DROPPED = re.compile(r"[\s\"'“”‘’「」『』《》〈〉·•.…_:;,、。]+")
_FOLDS = re.compile(r"[()\-–—/|\\>→]+")
"""What stands between the levels of a label that holds several."""
_ENUMERATOR = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、.．:]|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,3}(?:\.\d{1,3})*[、.．)](?!\d)|[①-⑳])"
)
_ANY_ENUMERATOR = re.compile(
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
    return text if text.isascii() else text.translate(_PLAIN)


def label_key(text: str) -> str:
    """Make a label comparable: no white space, quotes, punctuation or leading number."""
    squeezed = re.sub(r"\s+", "", plain(text)).replace("〔", "(").replace("〕", ")")
    squeezed = squeezed.replace("【", "(").replace("】", ")").replace("[", "(").replace("]", ")")
    previous = None
    while previous != squeezed:
        previous = squeezed
        squeezed = _ENUMERATOR.sub("", squeezed)
    return _DROPPED.sub("", squeezed).casefold()


def folded_key(text: str) -> str:
    """Make a label that holds several levels comparable: no numbers of levels, nothing between."""
    squeezed = re.sub(r"\s+", "", plain(text)).replace("〔", "(").replace("〕", ")")
    squeezed = squeezed.replace("【", "(").replace("】", ")").replace("[", "(").replace("]", ")")
    return _DROPPED.sub("", _FOLDS.sub("", _ANY_ENUMERATOR.sub("", squeezed))).casefold()
