"""Find what is wrong in a system of edits, and what it should be."""

from __future__ import annotations

from statlint.diagnosis.model import Cause, System


def diagnose(system: System) -> tuple[Cause, ...]:
    """Give the cause of each component of failed edits, in the order of their first edit."""
    raise NotImplementedError
