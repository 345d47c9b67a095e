"""What a submitted file may cost; the largest honest one seen stays far below each limit."""

from __future__ import annotations

MEBI = 1 << 20

FILE_SIZE = 256 * MEBI
MEMBERS = 10_000
MEMBER_SIZE = 512 * MEBI
PACKAGE_SIZE = 1024 * MEBI
RATIO = 200
RATIO_FROM = 8 * MEBI
SHEETS = 1_024
CELLS = 2_000_000
ROWS = 1_048_576
COLUMNS = 16_384
PROLOG = 64 << 10
"""A DOCTYPE stands before the root element, so only the beginning of a part is looked at."""
