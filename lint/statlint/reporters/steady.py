"""Marks that tell a finding again in the next run, whatever is found in other files.

The fingerprint of a finding does not name the folder, so that findings of files of one name are
numbered through a run: where one of them is put right, those behind it get other numbers. What is
counted file by file, with the path, stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from statlint.finding import Finding
from statlint.reporters.addresses import path_in_repository
from statlint.reporters.look import Look
from statlint.values.blake import blake2b

_DIGEST = 16


def with_marks(findings: Iterable[Finding], look: Look) -> Iterator[tuple[Finding, str]]:
    """Give each finding with its mark; findings come file by file."""
    for path, of_file in groupby(findings, key=lambda one: one.path):
        place = path_in_repository(path, look)
        seen: Counter[str] = Counter()
        for finding in of_file:
            told = finding.fingerprint.partition("-")[0]
            seen[told] += 1
            yield finding, _digest(place, told, str(seen[told]))


def _digest(*parts: str) -> str:
    text = "\x1f".join(parts).encode("utf-8", "surrogateescape")
    return blake2b(text, digest_size=_DIGEST).hexdigest()
