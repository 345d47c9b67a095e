"""The line of a settings file that each of its keys stands in: the reader of TOML tells none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statlint.dataclass import dataclass, field
from statlint.schema import below

_END = ("", 0)
_DEEPEST = 20
"""How many steps down lines are told; no key of ours is as deep."""
_STOPS = frozenset("\n,]}")


def lines_of(text: str) -> Mapping[str, int]:
    """Give the lines of the keys and of the items of lists in a text that is TOML.

    They are named as faults name them: `thresholds.factor`, `dataset[1].files`, `select[0]`.
    """
    found = _Lines(list(_tokens(text)))
    try:
        found.read()
    except RecursionError:
        # As deep as this nothing is known by the schema; the faults go without lines.
        return {}
    return found.at


def line_in(lines: Mapping[str, int], path: str) -> int | None:
    """Give the line that an entry stands in, or what it should stand in."""
    while path:
        if path in lines:
            return lines[path]
        path = re.sub(r"(\[\d+\]|(^|\.)(\"[^\"]*\"|[^.\[\]\"]*)|.)$", "", path, count=1)
    return None


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Take a text apart: strings, words, signs and line breaks, each with its line."""
    step = re.compile(
        r"#[^\n]*"
        r'|"""(?:\\[\s\S]|[^\\])*?"{3,5}|' + r"'''[\s\S]*?'{3,5}"
        r'|"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'"
        r"|[\n\[\]{}=,.]|[^\s\[\]{}=,.#\"']+"
    )
    line = 1
    for found in step.finditer(text):
        token = found[0]
        if not token.startswith("#"):
            yield token, line
        line += token.count("\n")


def _name(token: str) -> str:
    """Give the name that a key is written for."""
    if token.startswith("'"):
        return token[1:-1]
    if not token.startswith('"'):
        return token
    if "\\" not in token:
        return token[1:-1]
    # Escapes are rare in keys: leave them to the one who knows them.
    import tomli

    return next(iter(tomli.loads(f"{token} = 1")))


@dataclass(slots=True)
class _Lines:
    """The lines that were found up to now, in a text that is taken apart."""

    tokens: list[tuple[str, int]]
    next: int = 0
    at: dict[str, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)

    def read(self) -> None:
        """Go through all tables and keys."""
        table = ""
        while self._token():
            match self._take()[0]:
                case "\n":
                    continue
                case "[":
                    table = self._table()
                case _:
                    self.next -= 1
                    self._entry(table)

    def _token(self) -> str:
        return self.tokens[self.next][0] if self.next < len(self.tokens) else ""

    def _take(self) -> tuple[str, int]:
        self.next += 1
        return self.tokens[self.next - 1] if self.next <= len(self.tokens) else _END

    def _table(self) -> str:
        """Read the name of a table, or of the next one of several."""
        several = self._token() == "["
        self.next += several
        path = ""
        while (token := self._take())[0] not in {"]", ""}:
            if token[0] != ".":
                path = self._within(path, token)
        self.next += several
        if several:
            path = path.removesuffix(self._last(path))
            self.items[path] = self.items.get(path, 0) + 1
            path += self._last(path)
        self.at.setdefault(path, self.tokens[self.next - 1][1])
        return path

    def _within(self, path: str, token: tuple[str, int]) -> str:
        """Go one step down: into the last one where a name is that of several tables."""
        if path.count(".") > _DEEPEST:
            return path
        inner = below(path, _name(token[0]))
        self.at.setdefault(inner, token[1])
        return inner + self._last(inner)

    def _last(self, path: str) -> str:
        base = re.sub(r"\[\d+\]$", "", path)
        return f"[{self.items[base] - 1}]" if base in self.items else ""

    def _entry(self, table: str) -> None:
        path = table
        while (token := self._take())[0] not in {"=", ""}:
            if token[0] != ".":
                path = self._within(path, token)
        self._value(path)

    def _value(self, path: str) -> None:
        match self._token():
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case _:
                while self._token() and self._token() not in _STOPS:
                    self.next += 1

    def _list(self, path: str) -> None:
        self.next += 1
        number = 0
        while (token := self._take())[0] not in {"]", ""}:
            if token[0] not in {"\n", ","}:
                self.next -= 1
                self.at[f"{path}[{number}]"] = token[1]
                self._value(f"{path}[{number}]")
                number += 1

    def _inline(self, path: str) -> None:
        self.next += 1
        while (token := self._take())[0] not in {"}", ""}:
            if token[0] not in {"\n", ","}:
                self.next -= 1
                self._entry(path)
