"""Where an entry stands and what it is about, for a message."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.justification.judge import Explanations
    from statlint.justification.model import Entry


def where(explanations: Explanations, line: int) -> Text:
    """Name the sidecar, and the line of it where that is known."""
    name = PurePath(explanations.sidecar.path).name
    if not line:
        return Text(name, name)
    return Text(f"{name} 第 {line} 行", f"{name}, line {line}")


def subject(entry: Entry) -> Text:
    """Name the rule, line and head that an entry speaks of."""
    labels = [label for label in (entry.line, entry.head) if label]
    if not labels:
        # In Chinese a blank parts a code from what follows, not a closing quote.
        return Text(f"{entry.rule} ", entry.rule)
    zh = "".join(f"「{label}」" for label in labels)
    en = ", ".join(f"“{label}”" for label in labels)
    return Text(f"{entry.rule}{zh}", f"{entry.rule} {en}")


def of_entry(finding: Finding, entry: Entry) -> Finding:
    """Give a finding about an entry the table, line and head that the entry is about."""
    return replace(
        finding, table=entry.table or None, line=entry.line or None, head=entry.head or None
    )
