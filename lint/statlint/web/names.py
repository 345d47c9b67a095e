"""Names of files that come from elsewhere, made safe for any disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 180
"""Bytes: room is left for what is put behind names of files made from them."""
_ENDING = 24
"""Bytes of the longest ending that a name keeps."""
_FORBIDDEN = frozenset('<>:"|?*')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE
)


def safe_name(written: str) -> str:
    """Give the name of a file without folders and what a disk may take amiss; empty for none.

    Left out are signs that control something (they may turn the order of others round), and what
    is no character.
    """
    last = re.split(r"[/\\]", written)[-1]
    plain = "".join(sign for sign in unicodedata.normalize("NFC", last) if _is_shown(sign))
    name = " ".join(plain.split()).lstrip(".").strip(" .")
    if not any(sign.isalnum() for sign in name):
        return ""
    short = _shortened(name)
    return f"_{short}" if _RESERVED.match(short) else short


def free_name(name: str, taken: Collection[str]) -> str:
    """Give a name that is not taken yet, upper and lower case being one."""
    folded = {one.casefold() for one in taken}
    stem, ending = parted(name)
    found, number = name, 2
    while found.casefold() in folded:
        found = f"{stem} ({number}){ending}"
        number += 1
    return found


def parted(name: str) -> tuple[str, str]:
    """Take a name apart before its ending."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _ENDING:
        return name, ""
    return stem, dot + ending


def _is_shown(sign: str) -> bool:
    return sign not in _FORBIDDEN and unicodedata.category(sign) not in {
        *("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"),
    }


def _shortened(name: str) -> str:
    stem, ending = parted(name)
    stem = stem.rstrip(" .")
    room = _LONGEST - len(ending.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + ending
