"""How values are said in a message."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from statlint.pattern import pattern_of
from statlint.values import Language, Text

_SHOWN = 3
_LONGEST_FORMULA = 60
_WIDE = r"[^\x00-\x7f]"
_BREAK_IN_CHINESE = pattern_of(
    rf"(?<={_WIDE})\s*[\r\n]\s*|\s*[\r\n]\s*(?={_WIDE})|(?<=[()])\s*[\r\n]\s*"
)


def plain_number(number: int | Decimal) -> str:
    """Write a number in full, without exponent or needless zeros after the point."""
    if number == 0:
        return "0"
    written = format(number, "f") if isinstance(number, Decimal) else str(number)
    return written.rstrip("0").rstrip(".") if "." in written else written


def one_line(text: str) -> str:
    """Write a label of a file on one line, without control characters.

    A line break inside Chinese (a narrow head printed downwards) leaves no space.
    """
    joined = _BREAK_IN_CHINESE.sub("", text)
    return " ".join("".join(sign if sign.isprintable() else " " for sign in joined).split())


def _say_list(values: Sequence[object], language: Language) -> str:
    shown = [say(value, language) for value in values[:_SHOWN]]
    rest = len(values) - len(shown)
    if language == "zh":
        return "、".join(shown) + (f" 等 {len(values)} 处" if rest else "")
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def say(value: object, language: Language) -> str:
    """Say a value: a number in full, a text on one line, at most three of a list."""
    if value is None:
        return ""
    if isinstance(value, Text):
        return value.of(language)
    if isinstance(value, (int, Decimal)):
        return plain_number(value)
    if isinstance(value, (tuple, list)):
        return _say_list(value, language)
    return one_line(str(value))


def quoted(words: Text | str) -> Text:
    """Put a label in the quotes of each language, for a list of labels in a message."""
    said = Text(words, words) if isinstance(words, str) else words
    return Text(zh=f"「{one_line(said.zh)}」", en=f"“{one_line(said.en)}”")


def aside(words: Text | None) -> Text:
    """Put a word of detail in brackets at the end of a message; nothing where there is none."""
    if words is None:
        return Text("", "")
    return Text(zh=f"（{one_line(words.zh)}）", en=f" ({one_line(words.en)})")


def likewise(places: Sequence[object]) -> Text:
    """Add that the same holds for other cells; nothing where there are none."""
    if not places:
        return Text("", "")
    said = listed(places)
    return Text(zh=f"；{said.zh}同样", en=f"; likewise {said.en}")


def listed(places: Sequence[object]) -> Text:
    """List at most three cells, and say how many there are."""
    return Text(say(tuple(places), "zh"), say(tuple(places), "en"))


def abridged(formula: str | None) -> str:
    """Write a formula for a message; the end of a long one is left out."""
    text = one_line(formula or "")
    return text if len(text) <= _LONGEST_FORMULA else f"{text[: _LONGEST_FORMULA - 1]}…"
