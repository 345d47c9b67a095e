"""What no setting changes: how large sheets are, and how much is kept of what matters little.

What a file may cost stands in values/limits.py.
"""

from __future__ import annotations

MEBI = 1 << 20

NAMES = 10_000
LINKS = 1_000
TARGET = 1_024
"""Signs of the place of another file; Windows takes 260."""
SILENCED = 10_000
SPREADS = 1_000
"""Formulas at one time that fill a range of cells; what goes beyond counts as typed in."""
CELLS = 2_000_000
"""Of one table of a document or a web page."""
ROWS = 1_048_576
COLUMNS = 16_384
PROLOG = 64 << 10
"""A DOCTYPE stands before the root element, so only the beginning of a part is looked at."""
PDF_OBJECTS = 50_000
"""Signs, lines and pictures of one page."""
LONGEST_IN_CELL = 32_767
"""Signs that a cell of Excel can hold; it cuts off what goes beyond when it saves the file."""
LONG_TEXTS = 1_000
"""Places of such texts that are kept of a sheet."""
