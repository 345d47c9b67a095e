"""What a submitted file may cost; the largest honest one seen stays far below each limit."""

from __future__ import annotations

MEBI = 1 << 20

FILE_SIZE = 256 * MEBI
MEMBERS = 10_000
MEMBER_SIZE = 512 * MEBI
PACKAGE_SIZE = 1024 * MEBI
RATIO = 200
RATIO_FROM = 8 * MEBI
NAMES = 10_000
LINKS = 1_000
TARGET = 1_024
"""Signs of the place of another file; Windows takes 260."""
SILENCED = 10_000
SPREADS = 1_000
"""Formulas at one time that fill a range of cells; what goes beyond counts as typed in."""
SHEETS = 1_024
CELLS = 2_000_000
STRINGS = 5_000_000
"""Texts that cells share."""
MERGES = 500_000
DEPTH = 64
"""Elements of a workbook within each other; it takes about ten."""
LONGEST_TEXT = 8 * MEBI
"""Of one cell, which holds 32,767 signs, or of one tag."""
ALL_TEXTS = 256 * MEBI
"""Signs of all texts that cells share."""
SECONDS = 20
"""Of processor time for one workbook of the xlsx family."""
ROWS = 1_048_576
COLUMNS = 16_384
PARAGRAPHS = 200_000
"""Of one document; a report has some hundreds."""
NESTED = 64
"""Tables of a web page within each other."""
TEXT = 32 * MEBI
"""Bytes of a document in plain text."""
PROLOG = 64 << 10
"""A DOCTYPE stands before the root element, so only the beginning of a part is looked at."""
ENTRIES = 20_000
"""Files in an archive of submissions; a province has some thousands of units."""
DIRECTORY = 8 * MEBI
"""Bytes of an archive's list of contents: 400 for each file."""
UNPACKED = 8192 * MEBI
"""What all files of an archive unpack to; they are unpacked one at a time."""
PDF_PAGES = 500
PDF_OBJECTS = 50_000
"""Signs, lines and pictures of one page."""
