"""The baseline: what a repository had when the checks began, kept as JSON that compares well."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from statlint.dataclass import dataclass
from statlint.errors import BaselineError
from statlint.values import Language, Text

VERSION = 1
"""Grows with the form of the file, and where findings get other marks."""
_KEY = "statlint-baseline"
_BESIDE = "with-other-files"


@dataclass(frozen=True, slots=True)
class Known:
    """One finding that was there: its rule and the mark it is known by; the place is for readers.

    `beside` are the roles of the other files that its file was held against, where it may be for
    such that it was found: a run without them tells nothing of it. None where it needs no other.
    """

    mark: str
    rule: str
    place: str = ""
    beside: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What was found in one file, as often as it was found.

    `content` is the digest of the file when that was written, empty for one in an archive.
    """

    findings: tuple[Known, ...]
    content: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was found in the files of a folder, by their paths seen from there."""

    path: Path
    files: Mapping[str, KnownFile]

    @property
    def size(self) -> int:
        """How many findings there were."""
        return sum(len(file.findings) for file in self.files.values())


def read_baseline(path: Path, language: Language) -> Baseline:
    """Read a baseline; raises BaselineError where it cannot be used."""
    try:
        if path.is_fifo():
            # One that nobody writes to would keep us waiting.
            raise BaselineError(str(path), _UNREAD.of(language).format(error=_PIPE.of(language)))
        read: object = json.loads(path.read_text(encoding="utf-8-sig"))
        return Baseline(path, dict(_files(read)))
    except FileNotFoundError as error:
        raise BaselineError(str(path), _ABSENT.of(language)) from error
    except OSError as error:
        raise BaselineError(str(path), _UNREAD.of(language).format(error=error.strerror)) from error
    except json.JSONDecodeError as error:
        said = _NO_JSON.of(language).format(line=error.lineno)
        raise BaselineError(str(path), said) from error
    except (ValueError, RecursionError) as error:
        raise BaselineError(str(path), _NO_BASELINE.of(language)) from error


_ABSENT = Text(
    "没有这个基线文件；可由 --write-baseline 写出",
    "there is no such baseline; --write-baseline writes it",
)
_PIPE = Text("是管道，不是文件", "it is a pipe")
_UNREAD = Text("无法读取（{error}）", "cannot be read ({error})")
_NO_JSON = Text(
    "第 {line} 行不成 JSON（可能留有合并冲突的标记）",
    "line {line} is no JSON; perhaps a merge left its marks there",
)
_NO_BASELINE = Text(
    "不是本版本能读的基线文件；可由 --write-baseline 写出",
    "is no baseline that this version reads; --write-baseline writes one",
)


def _files(read: object) -> Iterator[tuple[str, KnownFile]]:
    """Go through the files of a baseline; raises ValueError where it is none."""
    if not isinstance(read, dict) or read.get(_KEY) != VERSION:
        raise ValueError
    for path, file in _named(read.get("files")):
        of_file = dict(_named(file))
        found = of_file.get("findings")
        if not isinstance(found, list):
            raise ValueError  # noqa: TRY004 - one fault for whatever is written there
        yield path, KnownFile(tuple(map(_known, found)), _text(of_file.get("content", "")))


def _known(read: object) -> Known:
    one = dict(_named(read))
    beside = one.get(_BESIDE)
    if not isinstance(beside, (list, type(None))):
        raise ValueError  # noqa: TRY004 - as above
    return Known(
        _text(one.get("mark")),
        _text(one.get("rule")),
        _text(one.get("place", "")),
        None if beside is None else tuple(map(_text, beside)),
    )


def _named(read: object) -> Iterable[tuple[str, object]]:
    if not isinstance(read, dict):
        raise ValueError  # noqa: TRY004 - as above
    return read.items()


def _text(read: object) -> str:
    if not isinstance(read, str):
        raise ValueError  # noqa: TRY004 - as above
    return read


def baseline_text(files: Mapping[str, KnownFile]) -> str:
    """Write a baseline, files by path, one finding a line, so that two versions compare well."""
    written = ",\n".join(_file_text(path, files[path]) for path in sorted(files))
    inside = f"\n{written}\n " if written else ""
    return f'{{\n "{_KEY}": {VERSION},\n "files": {{{inside}}}\n}}\n'


def _file_text(path: str, file: KnownFile) -> str:
    content = f'   "content": {_json(file.content)},\n' if file.content else ""
    findings = ",\n".join(f"    {{{', '.join(_pairs(one))}}}" for one in file.findings)
    return f'  {_json(path)}: {{\n{content}   "findings": [\n{findings}\n   ]\n  }}'


def _pairs(known: Known) -> Iterator[str]:
    yield f'"rule": {_json(known.rule)}'
    yield f'"place": {_json(known.place)}'
    yield f'"mark": {_json(known.mark)}'
    if known.beside is not None:
        yield f'"{_BESIDE}": [{", ".join(map(_json, known.beside))}]'


def _json(text: str) -> str:
    # Names of files may hold bytes that are no UTF-8: those are written as escapes.
    return json.dumps(text, ensure_ascii=not text.isprintable())
