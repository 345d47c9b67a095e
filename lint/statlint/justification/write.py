"""Write entries into a sidecar; whatever else stands in it stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from statlint.dataclass import replace
from statlint.justification.home import SUFFIX
from statlint.justification.keys import name_of
from statlint.justification.lines import without
from statlint.justification.model import Entry
from statlint.justification.sidecar import sidecar_of
from statlint.values import Language, Text

_FOR_PEOPLE = (
    *("rule", "name", "file", "sheet", "place", "cell", "line", "head", "message"),
    *("reason", "by", "date", "until"),
)
_KNOWN_BY = (
    *("table", "edit", "edit-text", "origin"),
    *("left", "right", "difference", "value", "figures", "sentence", "about", "edition"),
    "with-other-files",
)
_WIDEST = 95
"""Signs of the longest line of a list, without indent and comma."""
_HEADING = Text(
    """\
# 填写说明：对 {name} 审核结果的说明，由 statlint justify 写入；reason、by、until 可以手工修改。
# 数据、规则或公式有了变化，或者过了期限，说明即失效，该处重新列出。""",
    """\
# Why findings in {name} are accepted. Written by statlint justify; reason, by and until may be
# changed by hand. A reason holds while figures, rule and edit stay as they are, until its day.""",
)


class UneditableError(ValueError):
    """Raised where a sidecar is written in such a way that it cannot be changed safely."""


def entry_text(entry: Entry) -> str:
    """Write an entry as TOML: first what people look for, then what the finding is known by."""
    return "\n".join(("[[justified]]", *_lines(entry, _FOR_PEOPLE), *_lines(entry, _KNOWN_BY)))


def changed(
    text: str,
    path: str,
    *,
    out: Sequence[Entry] = (),
    new: Sequence[Entry] = (),
    language: Language,
) -> str:
    """Take entries out of a sidecar and put new ones behind the others; raises UneditableError.

    `path` is that of the sidecar; without a text one is begun, with nothing left none stays.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n").removeprefix("\ufeff")
    before = sidecar_of(path, plain.encode())
    gone = _starts(out, before.entries)
    kept = without(plain, gone).rstrip("\n")
    own = _headings(path)
    if not new and kept.strip() in {"", own.zh, own.en}:
        return ""
    after = "\n\n".join((kept.strip("\n") or own.of(language), *map(entry_text, new))) + "\n"
    due = [_placeless(one) for one in before.entries if one.starts not in gone]
    due += [_placeless(one) for one in new]
    written = sidecar_of(path, after.encode())
    if [_placeless(one) for one in written.entries] != due:
        raise UneditableError
    return after.replace("\n", ends)


def _headings(path: str) -> Text:
    """Give what stands above the entries of a sidecar of our own."""
    name = PurePath(path).name.removesuffix(SUFFIX)
    return Text(_HEADING.zh.format(name=name), _HEADING.en.format(name=name))


def _starts(out: Sequence[Entry], entries: Sequence[Entry]) -> list[int]:
    """Find where entries begin now: others may have been written since they were read."""
    left = list(entries)
    starts = []
    for entry in map(_placeless, out):
        found = next((one for one in left if one.starts and _placeless(one) == entry), None)
        if found is None:
            raise UneditableError
        left.remove(found)
        starts.append(found.starts)
    return starts


def _placeless(entry: Entry) -> Entry:
    return replace(entry, starts=0)


def _lines(entry: Entry, keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        value = getattr(entry, name_of(key))
        if key == "edition":
            written = str(value) if value != 1 else ""
        elif key == "with-other-files":
            written = "" if value is None else f"[{', '.join(map(quoted, value))}]"
        elif key == "figures":
            written = _listed(value)
        elif key in {"date", "until"}:
            written = value.isoformat() if value else ""
        else:
            written = quoted(value) if value or key == "reason" else ""
        if written:
            yield f"{key} = {written}"


def _listed(figures: Sequence[str]) -> str:
    """Write a list in as many lines as it needs."""
    if not figures:
        return ""
    lines = [""]
    for one in map(quoted, figures):
        if lines[-1] and len(lines[-1]) + len(one) > _WIDEST:
            lines.append("")
        lines[-1] += f"{', ' if lines[-1] else ''}{one}"
    inside = ",\n  ".join(lines)
    return f"[{inside}]" if len(lines) == 1 else f"[\n  {inside},\n]"


def quoted(text: str) -> str:
    """Write a text of TOML on one line."""
    # What is no character cannot be written at all.
    sound = text.encode("utf-8", "replace").decode()
    return json.dumps(sound, ensure_ascii=False).replace("\x7f", "\\u007f")
