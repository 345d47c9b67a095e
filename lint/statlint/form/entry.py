"""One table of a form file: its values by key, each with its path, and the faults found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.schema import Fault, one_of
from statlint.values import Number, Text

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of a form file; a value of the wrong kind is a fault and read as if it were empty."""

    data: Mapping[str, object]
    path: str
    faults: list[Fault]

    def __contains__(self, key: str) -> bool:
        """Tell whether a key is given."""
        return key in self.data

    def at(self, key: str) -> str:
        """Give the path of one of its keys."""
        return f"{self.path}.{key}" if self.path else key

    def fault(self, key: str, zh: str, en: str) -> None:
        """Note a fault of one of its keys."""
        self.faults.append(Fault(self.at(key), Text(zh, en)))

    def text(self, key: str) -> str:
        """Give a text that must be there."""
        value = self.data.get(key)
        if isinstance(value, str):
            return value
        self._expected(key, "文字", "a text")
        return ""

    def text_or_none(self, key: str) -> str | None:
        """Give a text, or None where the key is not given."""
        return self.text(key) if key in self.data else None

    def said(self, key: str) -> Text | None:
        """Give a wording: one text for both languages, or one each."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            return Text(value, value)
        if isinstance(value, Mapping):
            inner = Entry(value, self.at(key), self.faults)
            return Text(inner.text("zh"), inner.text("en"))
        self._expected(key, "文字或 {zh, en}", "a text or {zh, en}")
        return None

    def label(self, key: str = "label") -> Text:
        """Give a printed label; `en` beside it is its translation."""
        printed = self.text(key)
        return Text(printed, self.text_or_none("en") or printed)

    def words(self, key: str) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self.data.get(key, [])
        if isinstance(value, list) and all(isinstance(word, str) for word in value):
            return tuple(value)
        self._expected(key, "文字列表", "a list of texts")
        return ()

    def word_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Give a list of lists of texts."""
        value = self.data.get(key, [])
        if isinstance(value, list):
            inner = Entry({str(place): words for place, words in enumerate(value)}, "", [])
            found = tuple(inner.words(place) for place in inner.data)
            if not inner.faults:
                return found
        self._expected(key, "文字列表的列表", "a list of lists of texts")
        return ()

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Give true or false."""
        value = self.data.get(key, default)
        if isinstance(value, bool):
            return value
        self._expected(key, "true 或 false", "true or false")
        return default

    def whole(self, key: str) -> int | None:
        """Give a whole number, or None where the key is not given."""
        value = self.data.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._expected(key, "整数", "a whole number")
        return None

    def number(self, key: str) -> Number | None:
        """Give an exact number, or None where the key is not given."""
        value = self.data.get(key)
        return value if isinstance(value, Decimal) and value.is_finite() else self.whole(key)

    def choice(self, key: str, choices: type[Choice], default: Choice) -> Choice:
        """Give one of a few words."""
        word = self.text(key) if key in self.data else default.value
        try:
            return choices(word)
        except ValueError:
            self.faults.append(Fault(self.at(key), one_of(word, choices)))
            return default

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Give the tables of a list of tables, each with its own path."""
        value = self.data.get(key, [])
        if isinstance(value, list) and all(isinstance(data, Mapping) for data in value):
            return tuple(
                Entry(data, f"{self.at(key)}[{place}]", self.faults)
                for place, data in enumerate(value)
            )
        self._expected(key, "表的列表", "a list of tables")
        return ()

    def _expected(self, key: str, zh: str, en: str) -> None:
        if key in self.data:
            self.fault(key, f"应为{zh}", f"must be {en}")
        else:
            self.fault(key, "缺少此项", "is missing")


def refuse_doubles(entries: Iterable[Entry], key: str = "key") -> None:
    """Note a fault for each entry whose key was used before."""
    seen: dict[str, str] = {}
    for entry in entries:
        name = entry.data.get(key)
        if not isinstance(name, str):
            continue
        if name in seen:
            entry.fault(
                key,
                f"「{name}」已在 {seen[name]} 使用",
                f'"{name}" is already used in {seen[name]}',
            )
        seen.setdefault(name, entry.path)
