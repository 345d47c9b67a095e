"""Give each finding its fingerprint and the group of findings that share its cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import PurePath

from statlint.confront import Instance
from statlint.finding import Diagnosis, Finding

_DIGEST = 10


def stamped(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Diagnosis, ...]]:
    """Give the findings of a run their fingerprints, and number its groups through all files.

    Findings that would share a fingerprint get an ordinal.
    """
    seen: Counter[str] = Counter()
    groups: dict[tuple[str, str], list[Finding]] = {}
    marked = []
    for found in findings:
        digest = _digest(found)
        seen[digest] += 1
        mark = digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
        stamped_one = replace(found, fingerprint=mark)
        if found.diagnosis:
            members = groups.setdefault((found.path, found.diagnosis), [])
            number = members[0].diagnosis if members else f"d{len(groups)}"
            stamped_one = replace(stamped_one, diagnosis=number)
            members.append(stamped_one)
        marked.append(stamped_one)
    return tuple(marked), tuple(_diagnosis(members) for members in groups.values())


def _diagnosis(members: Sequence[Finding]) -> Diagnosis:
    first = members[0]
    marks = tuple(found.fingerprint for found in members)
    return Diagnosis(first.diagnosis or "", first.path, first.sheet, marks)


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


def grouped(findings: Sequence[Finding], groups: Sequence[Sequence[Instance]]) -> list[Finding]:
    """Mark the findings of a file that share a cause; a finding alone needs no mark.

    What a formula says of a total belongs to the edit that fails there.
    """
    group_of = {
        _place(instance): index for index, members in enumerate(groups) for instance in members
    }
    at_total = {(sheet, cell): index for (_, sheet, cell), index in group_of.items()}
    marks = [
        group_of.get((found.edit.id, found.sheet, found.cell))
        if found.edit
        else at_total.get((found.sheet, found.cell))
        if found.left is not None
        else None
        for found in findings
    ]
    count = Counter(marks)
    return [
        replace(found, diagnosis=str(mark)) if mark is not None and count[mark] > 1 else found
        for found, mark in zip(findings, marks, strict=True)
    ]


def _place(instance: Instance) -> tuple[str, str | None, object]:
    target = instance.target
    return instance.edit.id, target.sheet if target else None, target.cell if target else None
