"""The words of an edit: numbers, names and signs, each with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.errors import StatlintError
from statlint.pattern import pattern_of
from statlint.values import Language, Text

LONGEST_EDIT = 4000
MOST_TOKENS = 400
_LONGEST_NUMBER = 30
_PART = r"[a-z][a-z0-9_]*"
_TOKEN = pattern_of(
    rf"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>{_PART}(?:\.{_PART})*)"
    r'|(?P<sign><=|>=|!=|[-+*/=<>(),:])|(?P<text>"[^"\r\n]*")',
)
_SPACE = pattern_of(r"[ \t\r\n]*")
_WORDS = frozenset({"and", "or", "not", "if", "then", "iff"})
# What people write from other languages, or with a Chinese input method.
_MEANT = {
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "＝": "=",
    "＋": "+",
    "－": "-",
    "−": "-",
    "×": "*",
    "÷": "/",
    "（": "(",
    "）": ")",
    "，": ",",
    "：": ":",
    "“": '"',
    "”": '"',
    "'": '"',
    "&": "and",
    "|": "or",
    "!": "not",
}


class EditSyntaxError(StatlintError):
    """Raised when the text of an edit is not in the edit language; says where and what is wrong."""

    def __init__(self, place: int, words: Text) -> None:
        """Keep the place (the first character is 1) and the sentence in both languages."""
        super().__init__(f"at character {place}: {words.en}")
        self.place = place
        self.words = words

    def say(self, language: Language) -> str:
        """Say in one language what is wrong, and where."""
        return self.text.of(language)

    @property
    def text(self) -> Text:
        """The whole sentence, place included."""
        place = self.place
        return Text(
            f"第 {place} 个字符处：{self.words.zh}", f"at character {place}: {self.words.en}"
        )


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    NAME = auto()
    WORD = auto()
    SIGN = auto()
    TEXT = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign of an edit and where it starts (the first character is 1)."""

    kind: Kind
    text: str
    place: int

    @property
    def shown(self) -> Text:
        """The token as it is quoted in a sentence."""
        if self.kind is Kind.END:
            return Text("结尾", "the end")
        quoted = self.text if self.kind is Kind.TEXT else f'"{self.text}"'
        return Text(f"「{self.text}」", quoted)


_CLOSED: Mapping[str, Kind] = MappingProxyType({"sign": Kind.SIGN, "text": Kind.TEXT})
"""What ends by itself, whatever stands behind it."""


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut an edit into tokens, the end included; raises EditSyntaxError."""
    if len(text) > LONGEST_EDIT:
        words = Text(f"超过 {LONGEST_EDIT} 个字符", f"longer than {LONGEST_EDIT} characters")
        raise EditSyntaxError(LONGEST_EDIT + 1, words)
    tokens: list[Token] = []
    position = _after_space(text, 0)
    while position < len(text):
        token = _token_at(text, position)
        tokens.append(token)
        if len(tokens) > MOST_TOKENS:
            words = Text(f"多于 {MOST_TOKENS} 个词", f"more than {MOST_TOKENS} words and signs")
            raise EditSyntaxError(token.place, words)
        position = _after_space(text, position + len(token.text))
    return (*tokens, Token(Kind.END, "", len(text) + 1))


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _token_at(text: str, position: int) -> Token:
    found = _TOKEN.match(text, position)
    if found is None:
        raise EditSyntaxError(position + 1, _unknown(text[position]))
    written = found[0]
    closed = _CLOSED.get(found.lastgroup or "")
    if closed:
        return Token(closed, written, position + 1)
    _refuse_tail(text, found.end())
    if found.lastgroup == "number":
        if len(written) > _LONGEST_NUMBER:
            raise EditSyntaxError(position + 1, Text("数字过长", "the number is too long"))
        return Token(Kind.NUMBER, written, position + 1)
    return Token(Kind.WORD if written in _WORDS else Kind.NAME, written, position + 1)


def _refuse_tail(text: str, end: int) -> None:
    """Refuse 3a, 1e5, r1A and r1. instead of reading two words without a space as two."""
    tail = text[end : end + 1]
    if tail.isalnum() or tail in {"_", "."}:
        raise EditSyntaxError(end + 1, _unknown(tail) if tail else Text("", ""))


def _unknown(sign: str) -> Text:
    meant = _MEANT.get(sign)
    if meant:
        return Text(f"不能写「{sign}」，请写 {meant}", f'"{sign}" is not known; write {meant}')
    if sign == '"':
        return Text('文字应以 " 结束，且不能换行', 'a text ends with " on the same line')
    if sign.isupper():
        return Text("名称只用小写字母", "names are written in small letters")
    return Text(f"不认识「{sign}」", f'"{sign}" is not known here')
