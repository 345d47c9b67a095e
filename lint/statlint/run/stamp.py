"""Give each finding its fingerprint and the group of findings that share its cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePath

from statlint.confront import Instance
from statlint.finding import Diagnosis, Finding

_DIGEST = 10


def fingerprinted(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give each finding a fingerprint; those that would share one get an ordinal."""
    seen: dict[str, int] = {}
    for found in findings:
        digest = _digest(found)
        seen[digest] = seen.get(digest, 0) + 1
        ordinal = f"-{seen[digest]}" if seen[digest] > 1 else ""
        yield replace(found, fingerprint=digest + ordinal)


def _digest(found: Finding) -> str:
    """Hash what stays the same wherever the file lies and whatever language is spoken."""
    edit = found.edit.id if found.edit else None
    parts = (
        PurePath(found.path).name,
        found.table,
        found.line,
        found.head,
        found.code,
        edit,
        found.value,
        found.left,
        found.right,
    )
    text = "\x1f".join("" if part is None else " ".join(part.split()) for part in parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def diagnosed(
    findings: Sequence[Finding], groups: Sequence[Sequence[Instance]]
) -> tuple[list[Finding], list[Diagnosis]]:
    """Mark the findings of each group of edits; a finding alone needs no diagnosis."""
    group_of = {
        _place(instance): index for index, members in enumerate(groups) for instance in members
    }
    members: dict[int, list[Finding]] = {}
    for found in findings:
        index = group_of.get((found.edit.id, found.sheet, found.cell)) if found.edit else None
        if index is not None:
            members.setdefault(index, []).append(found)
    shared = [one for _, one in sorted(members.items()) if len(one) > 1]
    names = {id(found): f"d{number}" for number, one in enumerate(shared, 1) for found in one}
    marked = [replace(found, diagnosis=names.get(id(found))) for found in findings]
    return marked, [
        Diagnosis(
            f"d{number}", one[0].path, one[0].sheet, tuple(found.fingerprint for found in one)
        )
        for number, one in enumerate(shared, 1)
    ]


def _place(instance: Instance) -> tuple[str, str | None, object]:
    target = instance.target
    return instance.edit.id, target.sheet if target else None, target.cell if target else None
