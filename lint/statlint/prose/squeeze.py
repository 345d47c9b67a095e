"""Text in plain signs: no white space within Chinese, half-width signs, simplified words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from statlint.dataclass import dataclass
from statlint.values import plain

_TRADITIONAL = (
    "條項個類號萬億佔別為爲計總餘與數較長減門網眾發佈製復複覆訴訟議無沒兩點約過達開辦"
    "結級場戶筆張冊種領頁間處資費請書報稱單組織務動態電應執許規財預決後會帶屬歸對實際"
    "滿續轉終構機關體產業專經營環歲"
)
_SIMPLIFIED = (
    "条项个类号万亿占别为为计总余与数较长减门网众发布制复复复诉讼议无没两点约过达开办"
    "结级场户笔张册种领页间处资费请书报称单组织务动态电应执许规财预决后会带属归对实际"
    "满续转终构机关体产业专经营环岁"
)
_FOLDS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_TONES = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ")
_LONGEST_SYLLABLE = 8
_LONGEST_GAP = 100


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text in plain signs; `at` gives the place of each sign, and of the end, as written."""

    text: str
    at: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Give where a piece stands in the text as written."""
        return self.at[start], self.at[end - 1] + 1 if end > start else self.at[start]


def squeeze(text: str) -> Squeezed:
    """Make plain what is written in many ways: １２ 條 is 12条, and no space is left between."""
    # One sign each for one, so that places stay; what `plain` drops is dropped below.
    alike = plain(text)
    if len(alike) != len(text):
        alike = "".join(map(_alike, text))
    alike = alike.translate(_FOLDS)
    if not any(_is_doubtful(sign) for sign in set(alike)):
        return Squeezed(alike, range(len(alike) + 1))
    kept = [at for at in range(len(alike)) if not alike[at].isspace() or _parts(alike, at)]
    kept = _without_syllables(alike, kept)
    shown = "".join(" " if alike[at].isspace() else alike[at] for at in kept)
    return Squeezed(shown, (*kept, len(text)))


@cache
def _alike(sign: str) -> str:
    return plain(sign) or "\u200b"


def _is_doubtful(sign: str) -> bool:
    return sign.isspace() or sign == "\u200b" or sign in _TONES


def _parts(text: str, at: int) -> bool:
    """Tell whether a space parts two words or numbers of Latin signs; of several the last one."""
    before = text[max(0, at - _LONGEST_GAP) : at].rstrip()[-1:]
    after = text[at + 1 : at + 2]
    if not (before.isascii() and after.isascii() and after.isalnum()):
        return False
    # 2019, 1,234 are two numbers.
    return before.isalnum() or after.isalpha() or (after.isdigit() and before in {".", ","})


def _without_syllables(text: str, kept: list[int]) -> list[int]:
    """Leave out signs without width, and the sounds that converters leave behind: 據(jù)."""
    gone: set[int] = {at for at in kept if text[at] == "\u200b"}
    opening = -1
    for at in kept:
        if text[at] == "(":
            opening = at
        elif text[at] == ")" and opening >= 0 and at - opening <= _LONGEST_SYLLABLE:
            inside = text[opening + 1 : at]
            if inside.isalpha() and _TONES & set(inside):
                gone.update(range(opening, at + 1))
    return [at for at in kept if at not in gone]
