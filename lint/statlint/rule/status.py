"""Where a rule is in its life."""

from __future__ import annotations

from statlint.choice import StrEnum


class Status(StrEnum):
    """Where a rule is in its life; preview rules run only when asked for."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
