"""Give each finding its fingerprint and the group of findings that share its cause."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from statlint.dataclass import dataclass, field, replace
from statlint.finding import Diagnosis, Finding
from statlint.values.blake import blake2b

_DIGEST = 10


@dataclass(slots=True, eq=False)
class Stamps:
    """The fingerprints that were given, and how many groups there are."""

    seen: Counter[str] = field(default_factory=Counter)
    groups: int = 0

    def stamp(
        self, findings: Sequence[Finding], causes: Mapping[tuple[str, str], Diagnosis]
    ) -> tuple[tuple[Finding, ...], tuple[Diagnosis, ...]]:
        """Give findings their fingerprints, and their causes numbers that go on from those before.

        `causes` are by path and number within the file. Findings that would share a fingerprint get
        an ordinal.
        """
        groups: dict[tuple[str, str], list[Finding]] = {}
        marked = []
        for found in findings:
            mark = self._mark(found)
            if not found.diagnosis:
                marked.append(replace(found, fingerprint=mark))
                continue
            members = groups.setdefault((found.path, found.diagnosis), [])
            number = members[0].diagnosis if members else f"d{self.groups + len(groups)}"
            members.append(replace(found, fingerprint=mark, diagnosis=number))
            marked.append(members[-1])
        self.groups += len(groups)
        diagnoses = (_diagnosis(members, causes.get(key)) for key, members in groups.items())
        return tuple(marked), tuple(diagnoses)

    def _mark(self, found: Finding) -> str:
        digest = _digest(found)
        self.seen[digest] += 1
        return digest if self.seen[digest] == 1 else f"{digest}-{self.seen[digest]}"


def stamped_as(findings: Sequence[Finding], name: str) -> Iterator[tuple[str, Finding]]:
    """Give findings of one file by the fingerprints that they have where it is called `name`.

    Without a name it is called as it is.
    """
    renamed = [replace(one, path=name) if name else one for one in findings]
    stamped = Stamps().stamp([replace(one, diagnosis=None) for one in renamed], {})[0]
    for mark, finding in zip(stamped, findings, strict=True):
        yield mark.fingerprint, finding


def _diagnosis(members: Sequence[Finding], cause: Diagnosis | None) -> Diagnosis:
    first = members[0]
    return replace(
        cause or Diagnosis("", "", None, ()),
        id=first.diagnosis or "",
        path=first.path,
        sheet=first.sheet,
        findings=tuple(found.fingerprint for found in members),
    )


def _digest(found: Finding) -> str:
    """Hash what stays the same wherever the file lies and whatever language is spoken."""
    edit = found.edit.id if found.edit else None
    parts = (
        os.path.basename(found.path),  # noqa: PTH119 - of texts: there may be many
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
