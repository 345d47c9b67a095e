"""Signs that Word takes from fonts of its own: what a reader sees in place of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRIVATE = 0xF000
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": dict(
        zip(
            b"*+-\xa3\xa5\xb0\xb1\xb3\xb4\xb7\xb8\xb9\xbb\xd6abmpsDS",
            "*+-≤∞°±≥×·÷≠≈√αβμπσΔΣ",
            strict=True,
        )
    ),
    "wingdings": dict(
        zip(
            b"noq\xa8\xfb\xfc\xfd\xfel\xa1\xd8\xe0uv",
            "■□□□✗✓☒☑●○➢→◆❖",
            strict=True,
        )
    ),
    "wingdings 2": dict(zip(b"PRT\xa3*OQ", "✓☑☒□□✗☒", strict=True)),
}
_DIGITS = frozenset(range(0x30, 0x3A))


def sign(font: str, code: str) -> str:
    """Give the sign of a font by its code in hexadecimal; an unknown one stays as it is."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0 < number <= _LAST or number in _SURROGATES:
        return ""
    low = number - _PRIVATE if _PRIVATE <= number <= _PRIVATE + 0xFF else number
    known = _FONTS.get(font.lower(), {}).get(low)
    if known is not None:
        return known
    return chr(low) if low in _DIGITS and font.lower() == "symbol" else chr(number)
