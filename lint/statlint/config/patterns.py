"""Path patterns with named parts: data/{year}/{county}.xlsx."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from unicodedata import normalize

from statlint.dataclass import dataclass
from statlint.pattern import pattern_of
from statlint.values import Period, Text
from statlint.values.period_named import number_of, period_named

PERIODS = ("period", "year", "half", "quarter", "month")
"""The named parts that say for which period a file is."""
_KINDS = {"half": "H", "quarter": "Q", "month": "M"}
_YEAR = r"(?:19|20)\d\d"
_PARTS = {
    "year": _YEAR,
    "half": r"H?[12]|[上下](?:半年)?",
    "quarter": r"Q?[1-4](?:季度?)?|第?[一二三四](?:季度?)?",
    "month": r"M?(?:1[0-2]|0?[1-9])(?:月份?)?",
    "period": _YEAR + r"[^/]*?",
}
_ANY = r"[^/]+?"
_STEP = pattern_of(r"\{([^{}]*)\}|(\*\*/|\*)|([^{}*]+)|([{}])")


@dataclass(frozen=True, slots=True)
class PathPattern:
    """A pattern of the paths of files, made ready to be matched; `/` parts folders."""

    written: str
    names: tuple[str, ...]
    compiled: re.Pattern[str]

    def match(self, path: str) -> Mapping[str, str] | None:
        """Give the named parts of a path; None where it is none of these files."""
        found = self.compiled.fullmatch(normalize("NFC", path))
        return found.groupdict() if found and _is_period(found.groupdict()) else None

    @property
    def fixed(self) -> str:
        """The folder that all files are in; empty for the one the pattern starts from."""
        before = re.split(r"[{*]", self.written, maxsplit=1)[0]
        return before.rpartition("/")[0]


def _is_period(parts: Mapping[str, str]) -> bool:
    """Tell whether what stands for a period is one."""
    return "period" not in parts or period_named(parts["period"]) is not None


def period_of(parts: Mapping[str, str]) -> Period | None:
    """Give the period that named parts say; None where they say none."""
    if "period" in parts:
        return period_named(parts["period"])
    if "year" not in parts:
        return None
    year = int(parts["year"])
    for name, kind in _KINDS.items():
        if name in parts:
            return Period(year, kind, number_of(parts[name]))
    return Period(year)


def read_pattern(written: str) -> PathPattern:
    """Make a pattern of a text; raises PatternError."""
    written = normalize("NFC", written).replace("\\", "/").removeprefix("./")
    steps = list(_steps(written))
    names = tuple(dict.fromkeys(name for name, _ in steps if name))
    if (set(_KINDS) & set(names)) and "year" not in names:
        raise PatternError(Text("缺少 {year}", "lacks {year}"))
    return PathPattern(written, names, re.compile("".join(text for _, text in steps)))


class PatternError(ValueError):
    """Raised where a text is no pattern of paths."""

    def __init__(self, words: Text) -> None:
        """Keep what is wrong, in both languages."""
        super().__init__(words.en)
        self.words = words


def _steps(written: str) -> Iterator[tuple[str, str]]:
    """Go through what a pattern is made of: the name of a part, if it is one, and how it reads."""
    if written.startswith("/") or ".." in written.split("/") or re.match(r"[A-Za-z]:", written):
        raise PatternError(
            Text("应从设置文件所在的文件夹写起", "must start from the folder of the settings file")
        )
    seen: set[str] = set()
    open_before = ""
    for found in _STEP.finditer(written):
        name, star, text, brace = found.groups()
        if brace is not None or name == "":
            raise PatternError(
                Text("花括号不成对或为空", "has a brace that is empty or not closed")
            )
        if text is not None:
            open_before = ""
            yield "", re.escape(text)
            continue
        if star is None and not name.isidentifier():
            said = Text(f"{{{name}}} 不能作名称", f"has {{{name}}}, which is no name")
            raise PatternError(said)
        is_open = star == "*" or (star is None and name not in _PARTS)
        if is_open and open_before:
            raise PatternError(
                Text(
                    f"{open_before} 与 {found[0]} 之间没有分隔",
                    f"has nothing between {open_before} and {found[0]}",
                )
            )
        open_before = found[0] if is_open else ""
        if star is not None:
            yield "", "(?:[^/]+/)*" if star == "**/" else "[^/]*"
        elif name in seen:
            yield name, f"(?P={name})"
        else:
            seen.add(name)
            yield name, f"(?P<{name}>{_PARTS.get(name, _ANY)})"
