"""One kind of hostile or broken input: how it is made, and what is to become of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A file that a stranger may hand in.

    `code` is the rule that speaks of it, None where it is checked as any other; `says` stands in
    its message. `settings` are laid over, where a limit would take long to reach.
    """

    name: str
    file: str
    content: Callable[[], bytes]
    code: str | None
    says: str = ""
    settings: tuple[str, ...] = ()
