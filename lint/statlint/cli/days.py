"""The last day of a reason, as the options say it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import click

from statlint.cli.words import fault
from statlint.values import Language

_DAYS = r"([0-9]{1,5})\s*(?:d|天|日)"


def read_until(written: str, today: date, language: Language) -> date:
    """Read 2026-12-31, or 90d for so many days from today on; raises UsageError."""
    days = re.fullmatch(_DAYS, written.strip())
    try:
        end = today + timedelta(days=int(days[1])) if days else date.fromisoformat(written.strip())
    except ValueError:
        raise click.UsageError(fault("no day", language, value=written)) from None
    if end < today:
        raise click.UsageError(fault("past day", language, value=end.isoformat()))
    return end
