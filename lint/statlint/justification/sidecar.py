"""From a sidecar to its entries, and to what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from statlint.dataclass import dataclass, replace
from statlint.justification.keys import read_entry
from statlint.justification.lines import starts_of
from statlint.justification.model import Entry
from statlint.schema import Fault, did_you_mean
from statlint.values import Text

ENTRIES = "justified"
_LARGEST = 4_000_000
# Older editors write Chinese as GBK unless they are told otherwise.
_NO_UTF8 = Text(
    "不是 UTF-8 编码：请用记事本打开，另存时编码选 UTF-8", "is not UTF-8: save it anew as UTF-8"
)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a sidecar: the line, from 1 (0: of no one line), and the fault."""

    line: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What one file of justifications says; entries with a fault are not among `entries`."""

    path: str
    entries: tuple[Entry, ...] = ()
    wrongs: tuple[Wrong, ...] = ()


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar; one that cannot be read has a fault, and no entries."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return _unreadable(str(path), Text(f"无法读取（{reason}）", f"cannot be read ({reason})"))
    return sidecar_of(str(path), content)


def sidecar_of(path: str, content: bytes) -> Sidecar:
    """Read the content of a sidecar."""
    import tomli

    from statlint.schema.toml_words import stopped

    if len(content) > _LARGEST:
        return _unreadable(path, Text("文件过大", "is too large"))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        stated = tomli.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return _unreadable(path, _NO_UTF8, line)
    except RecursionError:
        return _unreadable(path, Text("嵌套过深", "is nested too deeply"))
    except tomli.TOMLDecodeError as error:
        why = stopped(str(error), text)
        return _unreadable(path, why.at_column, why.line or 0)
    return _read(path, text, stated)


def _unreadable(path: str, words: Text, line: int = 0) -> Sidecar:
    return Sidecar(path, wrongs=(Wrong(line, Fault("", words)),))


def _read(path: str, text: str, stated: Mapping[str, Any]) -> Sidecar:
    tables = stated.get(ENTRIES, [])
    strange = [Wrong(0, fault) for fault in _strange(stated)]
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        said = Text("应写成 [[justified]]", "must be written as [[justified]]")
        return Sidecar(path, wrongs=(*strange, Wrong(0, Fault(ENTRIES, said))))
    entries, wrongs = _entries(tables, starts_of(text, len(tables)))
    return Sidecar(path, tuple(entries), (*strange, *wrongs))


def _strange(stated: Mapping[str, Any]) -> Iterator[Fault]:
    for key in stated:
        if key != ENTRIES:
            near = did_you_mean(key, (ENTRIES,))
            yield Fault(key, Text(f"没有这一项{near.zh}", f"is not a known key{near.en}"))


def _entries(
    tables: Sequence[Mapping[str, Any]], starts: Sequence[int]
) -> tuple[list[Entry], list[Wrong]]:
    entries, wrongs = [], []
    for at, (table, start) in enumerate(zip(tables, starts, strict=True)):
        read = read_entry(table, "" if start else f"{ENTRIES}[{at}].")
        if isinstance(read, Entry):
            entries.append(replace(read, starts=start))
        else:
            wrongs += [Wrong(start, fault) for fault in read]
    return entries, wrongs
