"""What pages may cost this machine: sizes in bytes, times in seconds."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.values.limits import USUAL

_GIBI = 1 << 30


@dataclass(frozen=True, slots=True)
class DeskBounds:
    """How much of each thing there may be; honest use stays far below."""

    file_bytes: int = USUAL.file_size
    case_bytes: int = _GIBI
    """Of all files of one page."""
    files: int = 300
    """Of one page: those that are checked, those beside them, reasons."""
    cases: int = 64
    """Pages at a time."""
    words_bytes: int = 1 << 18
    """Of what a page says in words: choices, reasons."""
    reason_signs: int = 2_000
    reasons: int = 500
    """That are sent at a time."""
    findings: int = 2_000
    """Of one file that a page shows; all are in the report."""
    all_findings: int = 20_000
    """Of all files of one page that it shows."""
    spare: int = 64 << 20
    """What must stay free on the disk."""
    chunk_seconds: float = 30.0
    """Between two pieces of a file that is sent."""
    head_seconds: float = 20.0
    """From the beginning of a connection to the end of the head of a request."""
    lapse: float = 600.0
    """Without a word of a page: browsers let pages in the background speak once a minute."""
    idle: float = 8 * 3600.0
    """Without anything done on a page that is open."""
    grace: float = 15.0
    """After a page said that it closes: it may be loaded anew."""
    unseen: float = 600.0
    """From the start of a server that nobody sees to its end, where no page ever comes."""
    unseen_again: float = 20.0
    """From the end of its last page to its own."""
    connections: int = 256
