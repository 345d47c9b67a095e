"""How Word prints the number of a paragraph: the numerals that lists are counted in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"))
_OLD_LEGAL = ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"))
_PLAIN = ("零一二三四五六七八九", ("", "十", "百", "千"))
_MYRIAD = 10_000
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LONGEST = 32_767
"""Word counts no further."""


def numeral(number: int, kind: str) -> str:
    """Write a number as a list of some kind prints it; what Word would not, in digits."""
    written = _KINDS.get(kind)
    if written is None or not 0 <= number <= _LONGEST:
        return str(number)
    return written(number)


def _counted(number: int, digits: str, places: tuple[str, ...]) -> str:
    """Write a number with the names of its places: 一百零三."""
    if number >= _MYRIAD:
        rest = number % _MYRIAD
        gap = digits[0] if 0 < rest < _MYRIAD // 10 else ""
        head = _counted(number // _MYRIAD, digits, places)
        return f"{head}万{gap}{_counted(rest, digits, places) if rest else ''}"
    text, passed = "", False
    for place, digit in zip(reversed(range(len(str(number)))), str(number), strict=True):
        if digit == "0":
            passed = bool(text)
            continue
        text += (digits[0] if passed else "") + digits[int(digit)] + places[place]
        passed = False
    return text or digits[0]


def _chinese(number: int) -> str:
    text = _counted(number, *_PLAIN)
    # Ten to nineteen begin with the ten.
    return text[1:] if text.startswith("一十") else text


def _by_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def _letters(number: int) -> str:
    """Write a, b, … z, aa, bb: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * ((number + 25) // 26)


def _signs(first: str, last: int, *, second: str = "") -> Callable[[int], str]:
    """Count in signs that follow each other in Unicode, as far as they reach."""

    def written(number: int) -> str:
        if 1 <= number <= last:
            return chr(ord(first) + number - 1)
        if second and last < number <= last + 15:  # ㉑ to ㉟
            return chr(ord(second) + number - last - 1)
        return str(number)

    return written


def _in_turn(signs: str) -> Callable[[int], str]:
    """Count in signs that begin again after the last."""
    return lambda number: signs[(number - 1) % len(signs)]


_CIRCLED = _signs("①", 20, second="㉑")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

_KINDS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": lambda number: _counted(number, *_LEGAL),
    "ideographLegalTraditional": lambda number: _counted(number, *_OLD_LEGAL),
    "ideographDigital": _by_digits,
    "taiwaneseDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "ideographTraditional": _in_turn("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _in_turn("子丑寅卯辰巳午未申酉戌亥"),
}
