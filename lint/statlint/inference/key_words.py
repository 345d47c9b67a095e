"""Keys made of Chinese labels, by the words of statistics tables: 年末余额 is year_end_balance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.values import plain

_FILE = "key_words.txt"
_LEFT_OUT = "-"
_MOST_WORDS = 5
_LONGEST = 48
_KNOWN = 0.7
"""The part of a label that must be known: less would be called after the wrong thing."""
_COUNTED = "[一二三四五六七八九十]{1,3}"
_NUMBERED = rf"(?:表\s*[\d.\-]+|{_COUNTED}[、.]|\((?:{_COUNTED}|\d+)\)|\d{{1,2}}[.、](?!\d))"
_ASIDE = r"\([^()]*\)"
_JOINED, _APART = "、", r"[\s,.:;·/%‰*#\"'()<>\[\]]+"
"""Signs that are dropped, and signs that part words."""
_BETWEEN = " -~—至"
_PLACE = r"[镇乡村县市区州]$|街道$"
_SEASONS: Mapping[str, str] = MappingProxyType({"一": "1", "二": "2", "三": "3", "四": "4"})
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"(\d+)[-~—至](\d+)岁", "age_{0}_{1}"),
    (r"(\d+)岁(?:及其?以上|以上)", "age_{0}_up"),
    (r"(\d+)岁(?:及其?以下|以下)", "age_to_{0}"),
    (r"((?:19|20)\d\d)年?[-~—至]((?:19|20)\d\d)年?", "y{0}_{1}"),
    (r"((?:19|20)\d\d)(?:年度?(?![末底初]))?", "y{0}"),
    (r"(\d{1,2})月?[-~—至](\d{1,2})月份?", "m{0}_{1}"),
    (r"(\d{1,2})月份?", "m{0}"),
    (r"第?([一二三四1-4])季度", "q{0}"),
    (r"前三季度", "q1_3"),
    (r"上半年", "h1"),
    (r"下半年", "h2"),
    (r"([A-Za-z][A-Za-z0-9]*)", "{0}"),
    (r"(\d+)", "n{0}"),
)


@dataclass(frozen=True)
class KeyWords:
    """What words of labels are called in keys; empty for words that are left out."""

    words: Mapping[str, str]

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.words), default=0)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(pattern), said) for pattern, said in _PATTERNS]

    def key_of(self, label: str, *, partly: bool = False) -> str:
        """Make a key of a label; empty where too much of it is unknown.

        With `partly` what is known is enough.
        """
        text = re.sub(rf"^{_NUMBERED}\s*", "", plain(label).strip())
        text = (re.sub(_ASIDE, "", text) or text).replace(_JOINED, "")
        text = re.sub(_APART, " ", text).strip()
        if self._is_place(text):
            return ""
        found: list[str] = []
        unknown = 0
        for word in self._pieces(text):
            if word is None:
                unknown += 1
            elif word and word not in found:
                found.append(word)
        length = len(text.replace(" ", ""))
        if not found or (not partly and length - unknown < _KNOWN * length):
            return ""
        return _joined(found)

    def _is_place(self, text: str) -> bool:
        """Tell whether a label is the name of a place, whose signs mean nothing: 东城镇."""
        named = text not in self.words and re.search(_PLACE, text) is not None
        return named and self._word_at(text, 0)[0] <= 1

    def _pieces(self, text: str) -> Iterator[str | None]:
        """Take a label apart, the longest words first; None for each sign that none has."""
        at = 0
        while at < len(text):
            size, word = self._word_at(text, at)
            if size:
                at += size
                yield word
            else:
                if text[at] not in _BETWEEN:
                    yield None
                at += 1

    def _word_at(self, text: str, at: int) -> tuple[int, str]:
        for pattern, said in self._patterns:
            match = pattern.match(text, at)
            if match:
                parts = [_SEASONS.get(part, part).lower() for part in match.groups()]
                return match.end() - at, said.format(*parts)
        for size in range(min(self._longest, len(text) - at), 0, -1):
            word = self.words.get(text[at : at + size])
            if word is not None:
                return size, word
        return 0, ""


def _joined(words: list[str]) -> str:
    """Join words to a key; what is too long loses its last words."""
    kept = words[:_MOST_WORDS]
    while len(kept) > 1 and len("_".join(kept)) > _LONGEST:
        del kept[-1]
    return "_".join(kept)[:_LONGEST].rstrip("_")


def read_key_words() -> KeyWords:
    """Read the words from the file beside this module: only who writes a form needs them."""
    package = __name__.rpartition(".")[0]
    words: dict[str, str] = {}
    for line in files(package).joinpath(_FILE).read_text(encoding="utf-8").splitlines():
        key, *said = line.split()
        if key != "#":
            words |= dict.fromkeys(said, "" if key == _LEFT_OUT else key)
    return KeyWords(MappingProxyType(words))
