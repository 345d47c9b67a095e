"""What a number format leaves of a figure when it is shown."""

from __future__ import annotations

from statlint.pattern import pattern_of

_LONGEST = 255
_QUIET = pattern_of(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Parts of a format that show no digit: texts, spaces as wide as a sign, fillers, colours."""

_DIGITS = pattern_of(r"[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*")
_OTHER = pattern_of(r"[dmyhsDMYHSgGeE/@]")


def shown_decimals(number_format: str | None) -> int | None:
    """Give the decimals a format shows of a stored figure: 2 for 0.00 and 0%, -3 in thousands.

    None for General, for dates and fractions, and for all else that does not simply round.
    """
    code = _QUIET.sub("", (number_format or "")[:_LONGEST]).partition(";")[0]
    found = _DIGITS.search(code)
    if found is None or _OTHER.search(code):
        return None
    # A comma behind the last digit divides by a thousand.
    digits = found[0].rstrip(",")
    decimals = len(digits.partition(".")[2]) - 3 * (len(found[0]) - len(digits))
    return decimals + 2 * code.count("%")
