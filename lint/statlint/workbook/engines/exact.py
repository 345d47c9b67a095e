"""Numbers and dates of a workbook, as Excel shows them: fifteen digits, no binary noise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

# Excel keeps fifteen significant digits; what a file holds beyond them is binary noise.
_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_SHORT = 15
_LONGEST_PLAIN = 21
_LARGEST_EXPONENT = 308
_NEXT = {str(digit): str(digit + 1) for digit in range(9)}
FORMAT_LIMIT = 255
"""Excel's own limit; a longer code is cut before anything looks at it."""


def exact_number(written: str) -> tuple[int | str, str] | None:
    """Read a stored number: its exact value and its text; None for what is no finite number.

    The value is an integer, or the text of a decimal fraction.
    """
    if len(written) <= _SHORT and written.isascii() and (plain := _plain(written)):
        return plain
    if rounded := without_noise(written):
        return (rounded if "." in rounded else int(rounded)), rounded
    try:
        value = _FIFTEEN.create_decimal(written.strip())
    except ArithmeticError:
        return None
    if not value.is_finite() or value.adjusted() > _LARGEST_EXPONENT:
        return None
    if value.adjusted() >= _LONGEST_PLAIN or (value.adjusted() <= -_LONGEST_PLAIN and value):
        return _scientific(value)
    if value == value.to_integral_value():
        whole = int(value)
        return whole, str(whole)
    text = format(value.normalize(), "f")
    return text, text


def _plain(written: str) -> tuple[int | str, str] | None:
    """Read at once what most figures are: a few digits, with a point or without."""
    if written.isdigit():
        whole = int(written)
        return whole, str(whole)
    before, _, after = written.partition(".")
    if not (before.isdigit() and after.isdigit()):
        return None
    digits = after.rstrip("0")
    if not digits:
        return int(before), str(int(before))
    text = f"{int(before)}.{digits}"
    return text, text


def without_noise(written: str) -> str | None:
    """Round a fraction of sixteen or seventeen digits at once; None for any other number.

    The nearest binary number lies within nine units of the seventeenth digit: where that could
    decide, what is written is rounded as it is.
    """
    before, _, after = written.partition(".")
    if not (before.isdigit() and after.isdigit() and written.isascii()):
        return None
    begun = written > "1"
    digits = "" if begun else after.lstrip("0")
    rest = written[_SHORT + 1 :] if begun else digits[_SHORT:]
    if not 0 < len(rest) <= len("00") or "40" <= rest <= "60" or not (begun or before == "0"):
        return None
    text = f"{float(written):.15g}"
    return None if "e" in text else text


def without_noise_in(written: Sequence[str]) -> list[str] | None:
    """Round many fractions of sixteen or seventeen digits as they are written, half up.

    None where any is written otherwise.
    """
    joined = ";".join(written)
    if _noisy().fullmatch(f"{joined};") is None:
        return None
    texts: list[str] = []
    # The point is among the signs that stay, and so are a sign and a nought before it.
    at = _SHORT + 1
    usual = "-" not in joined and ";0" not in joined and not joined.startswith("0")
    for one in written:
        if not usual:
            at = _SHORT + 1 + (one[0] in "-0") + one.startswith("-0")
        if one[at] < "5":
            texts.append(one[:at].rstrip("0").rstrip("."))
        elif (last := _NEXT.get(one[at - 1])) is not None:
            texts.append(one[: at - 1] + last)
        else:
            exact = exact_number(one)
            if exact is None:
                return None
            texts.append(exact[1])
    return texts


@cache
def _noisy() -> re.Pattern[str]:
    # Compiled where a workbook has such figures; most have none.
    begun = r"(?=[0-9.]{16}[0-9]{1,2};)[1-9][0-9]*\.[0-9]+;"
    return re.compile(rf"(?:-?(?:{begun}|0\.[1-9][0-9]{{15,16}};))+")


def _scientific(value: Decimal) -> tuple[int | str, str]:
    """Write a number that is too long for plain digits the way Excel does: 1E+30."""
    sign, digits, _ = value.normalize().as_tuple()
    mantissa = str(digits[0]) + ("." + "".join(map(str, digits[1:])) if len(digits) > 1 else "")
    exponent = value.adjusted()
    text = f"{'-' if sign else ''}{mantissa}E{exponent:+03d}"
    return (int(value) if exponent > 0 else text), text


def is_date_format(code: str) -> bool:
    """Tell whether a number format shows a date or a time; looks at Excel's 255 characters only."""
    position, code = 0, code[:FORMAT_LIMIT]
    while position < len(code):
        sign = code[position]
        if sign == ";":
            return False
        if sign == '"':
            position = _after(code, '"', position)
        elif sign == "[":
            end = _after(code, "]", position)
            if _is_elapsed(code[position + 1 : end - 1]):
                return True
            position = end
        elif sign in "\\_*":
            position += 2
        elif sign.lower() in "dmyhs":
            return True
        else:
            position += 1
    return False


def _after(code: str, closing: str, position: int) -> int:
    """Give the position after the next closing sign."""
    found = code.find(closing, position + 1)
    return len(code) if found < 0 else found + 1


def _is_elapsed(inside: str) -> bool:
    """Tell whether a bracket holds elapsed time: [h], [mm], [ss]."""
    letters = set(inside.lower())
    return len(letters) == 1 and letters <= set("hms")
