"""The names of lines and heads, as they are repeated."""

from __future__ import annotations

import re
from functools import cache

from statlint.table import Strip


@cache
def _numbering() -> re.Pattern[str]:
    return re.compile(r"\W*(?:\d+|[一二三四五六七八九十]+|[ivx]+|[a-z])[.、．)）:：]\s*|\s+")


def name_of(strip: Strip) -> str:
    """Give the own label of a strip without its number and blanks: 2. Females, 合 计."""
    text = strip.text.casefold()
    numbered = _numbering().match(text)
    return "".join(text[numbered.end() if numbered else 0 :].split())
