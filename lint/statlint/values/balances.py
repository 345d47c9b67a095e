"""Words for what is there when a period begins, and when it ends."""

from __future__ import annotations

OPENING = (
    r"[期年月季]初|[上去]年(?:度?末|度?结转|余额|结余)|上[期月](?:末|结转|余额|结余)|结转自|"
    r"\bopening\b|\bbeginning\b|\bbrought forward\b|\bstart of\b"
)
"""A pattern for labels of what was carried over from the period before."""
CLOSING = (
    r"[期年月季]末|结转下|下[年期月]结转|结余|尚未|未[办审]?结|"
    r"\bclosing\b|\bend of\b|\bcarried forward\b"
)
"""A pattern for labels of what is left at the end."""
