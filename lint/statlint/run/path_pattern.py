"""One pattern of paths as git understands it, https://git-scm.com/docs/gitignore.

A library would know these patterns as well, but answers for a whole path: it cannot tell a thing
that is meant from one that only lies in a folder that is, and where a pattern takes something in
again the two differ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from statlint.dataclass import dataclass

_TRAILING_BLANKS = r"(?<!\\) +$"
_PARTS = (
    r"(?P<some_folders>(?:(?<=/)|^)\*{2,}/)|(?P<all_inside>(?:(?<=/)|^)\*{2,}$)|(?P<some>\*+)"
    r"|(?P<one>\?)|(?P<set>\[[!^]?\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*\])|\\(?P<escaped>.)"
    r"|(?P<wrong>\[|\\)|(?P<plain>.)"
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "alnum": "0-9A-Za-z",
        "alpha": "A-Za-z",
        "blank": r" \t",
        "digit": "0-9",
        "lower": "a-z",
        "punct": r"!-/:-@\[-`{-~",
        "space": r"\s",
        "upper": "A-Z",
        "xdigit": "0-9A-Fa-f",
    }
)
_IN_SET = r"\[:(?P<kind>[a-z]+):\]|\\(?P<escaped>.)|(?P<range>-)|(?P<plain>.)"


@dataclass(frozen=True, slots=True)
class PathPattern:
    """What a pattern means: things whose path, or whose name alone, is like `shape`.

    `negated` patterns take in again what others leave out.
    """

    shape: re.Pattern[str]
    whole_path: bool
    only_folders: bool
    negated: bool

    def means(self, path: str, *, is_folder: bool) -> bool:
        """Tell whether a thing itself is meant; its path is seen from the folder of the pattern."""
        if self.only_folders and not is_folder:
            return False
        text = path if self.whole_path else path.rpartition("/")[2]
        return self.shape.fullmatch(text) is not None


@cache
def read_pattern(line: str) -> PathPattern | None:
    """Read a line of a file such as .gitignore; None for a comment, or what means nothing."""
    if line.startswith("#"):
        return None
    text = re.sub(_TRAILING_BLANKS, "", line)
    negated = text.startswith("!")
    text = text.removeprefix("!")
    only_folders = text.endswith("/")
    text = text.removesuffix("/")
    shape = _shape(text.removeprefix("/")) if text else None
    return PathPattern(shape, "/" in text, only_folders, negated) if shape else None


def _shape(text: str) -> re.Pattern[str] | None:
    parts = []
    for token in re.finditer(_PARTS, text, re.DOTALL):
        part = _part(token)
        if part is None:
            return None
        parts.append(part)
    try:
        return re.compile("".join(parts), re.DOTALL)
    except re.error:  # a range from z to a
        return None


def _part(token: re.Match[str]) -> str | None:
    match token.lastgroup:
        case "some_folders":
            return "(?:.*/)?"
        case "all_inside":
            return ".*"
        case "some":
            return "[^/]*"
        case "one":
            return "[^/]"
        case "set":
            return _set(token["set"])
        case "wrong":
            return None
    return re.escape(token["escaped"] or token["plain"])


def _set(text: str) -> str | None:
    """Write a set of characters; None for one that names a kind which is not known."""
    inner = text[1:-1]
    negated = inner.startswith(("!", "^"))
    parts = []
    for token in re.finditer(_IN_SET, inner[1:] if negated else inner, re.DOTALL):
        if token["kind"]:
            if token["kind"] not in _KINDS:
                return None
            parts.append(_KINDS[token["kind"]])
        else:
            parts.append("-" if token["range"] else re.escape(token["escaped"] or token["plain"]))
    return f"(?!/)[{'^' if negated else ''}{''.join(parts)}]"
