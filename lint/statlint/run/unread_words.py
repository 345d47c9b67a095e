"""Why a text is no figure, and which it looks like, in the words of a clerk."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.rule import plain_number
from statlint.values import Number, Text
from statlint.values.misread import Misread, Spoilt, digits_of

_HOW: Mapping[Spoilt, Text] = MappingProxyType(
    {
        Spoilt.SPACES: Text("数字中间夹了空格", "spaces between the digits"),
        Spoilt.SEPARATORS: Text("分隔符用错", "misplaced separators"),
        Spoilt.STRAY: Text("夹了多余的「{signs}」", "“{signs}” too many"),
        Spoilt.INEXACT: Text("写成了约数", "not exact"),
        Spoilt.WORDS: Text("写成了汉字", "a numeral in words"),
        Spoilt.SCIENTIFIC: Text("写成了科学记数法", "in scientific notation"),
        Spoilt.OTHER: Text("不是数字", "no figure"),
    }
)
_LETTER = Text("{digit} 误写成字母 {sign}", "letter {sign} written for {digit}")
_SIGN = Text("{digit} 误写成「{sign}」", "“{sign}” written for {digit}")
_UNLIKE = Text(
    "不是数字，形似 {figure}，但与勾稽关系不符",
    "no figure; it looks like {figure}, which the edits contradict",
)


def spoilt_words(meant: Misread, proposed: Number) -> Text:
    """Say how a figure was spoilt; where another is proposed than it looks like, say that."""
    if meant.spoilt is not Spoilt.OTHER and meant.value != proposed:
        figure = plain_number(meant.value)
        return Text(_UNLIKE.zh.format(figure=figure), _UNLIKE.en.format(figure=figure))
    if meant.spoilt is Spoilt.LETTERS:
        pairs = zip(meant.signs, digits_of(meant.signs), strict=True)
        words = [_letter_words(sign, digit) for sign, digit in pairs]
        return Text("、".join(one.zh for one in words), ", ".join(one.en for one in words))
    how = _HOW[meant.spoilt]
    return Text(how.zh.format(signs=meant.signs), how.en.format(signs=meant.signs))


def _letter_words(sign: str, digit: str) -> Text:
    words = _LETTER if sign.isascii() and sign.isalpha() else _SIGN
    return Text(words.zh.format(sign=sign, digit=digit), words.en.format(sign=sign, digit=digit))
