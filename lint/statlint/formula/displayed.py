"""What a number format leaves of a figure when it is shown."""

from __future__ import annotations

import re

_LONGEST = 255
_QUIET = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""Parts of a format that show no digit: texts, spaces as wide as a sign, fillers, colours."""

_DIGITS = re.compile(r"[0#?,]*(?:\.(?P<decimals>[0#?]*))?(?P<thousands>,*)")
_OTHER = re.compile(r"[dmyhsDMYHSgGeE/@]")


def shown_decimals(number_format: str | None) -> int | None:
    """Give the decimals a format shows of the stored figure: 2 for 0.00 and for 0%, -3 for 0, .

    None for General, for dates and fractions, and for all else that does not simply round.
    """
    code = _QUIET.sub("", (number_format or "")[:_LONGEST]).partition(";")[0]
    if not re.search(r"[0#?]", code) or _OTHER.search(code):
        return None
    found = next((part for part in _DIGITS.finditer(code) if re.search(r"[0#?.]", part[0])), None)
    if found is None:
        return None
    whole, _, _ = found[0].partition(".")
    if found["decimals"] is None:
        thousands = len(whole) - len(whole.rstrip(","))
    else:
        thousands = len(found["thousands"])
    return len(found["decimals"] or "") + 2 * code.count("%") - 3 * thousands
