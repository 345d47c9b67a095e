"""What a process is told of a case: plain words that go over a pipe, and back."""

from __future__ import annotations

import json
from typing import Any

from statlint.dataclass import dataclass, field, fields
from statlint.values import Language


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a case as seen from the folder they are in, and what was chosen for them.

    `run` is the number of the check; `checked` are paths with the ids of their files; `seconds` is
    what it may take, besides what any task may.
    """

    language: Language = "zh"
    run: int = 0
    checked: tuple[tuple[str, str], ...] = ()
    previous: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    form: str | None = None
    period: str | None = None
    kind_of_unit: str | None = None
    seconds: float = 0.0
    most: int = 0
    """Findings of one file that a page shows."""
    most_of_all: int = 0

    def written(self) -> str:
        """Write it."""
        return json.dumps({one.name: getattr(self, one.name) for one in fields(self)})

    @classmethod
    def read(cls, written: str) -> Plan:
        """Read it again."""
        told: dict[str, Any] = json.loads(written)
        told["checked"] = tuple((path, file) for path, file in told["checked"])
        told["previous"], told["parts"] = tuple(told["previous"]), tuple(told["parts"])
        return cls(**told)


@dataclass(frozen=True, slots=True)
class Given:
    """Reasons that were typed: the path and the fingerprint of a finding, and the text.

    `by` says whose they are, `until` for how long they hold (a day; empty: no end).
    """

    by: str = ""
    until: str = ""
    reasons: tuple[tuple[str, str, str], ...] = field(default=())

    def written(self) -> str:
        """Write them."""
        return json.dumps([self.by, self.until, self.reasons])

    @classmethod
    def read(cls, written: str) -> Given:
        """Read them again."""
        by, until, reasons = json.loads(written)
        return cls(by, until, tuple((path, mark, text) for path, mark, text in reasons))
