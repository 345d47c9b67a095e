"""What a file may cost before reading it stops."""

from __future__ import annotations

from statlint.dataclass import dataclass

_MEBI, _GIBI = 1 << 20, 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each thing a file may have; the largest honest one seen stays far below.

    Sizes are in bytes, texts in signs, times in seconds of processor time.
    """

    file_size: int = 256 * _MEBI
    """On disk; the largest of 3,535 honest workbooks has 14 MiB."""
    parts: int = 10_000
    """Files inside one workbook; at most 1,033 were seen."""
    unpacked: int = _GIBI
    """What all parts of a workbook unpack to; at most 108 MiB were seen."""
    part_size: int = 512 * _MEBI
    """What one part unpacks to."""
    ratio: int = 200
    """How many times its packed size a part of more than 8 MiB may be: at most 140 were seen."""
    sheets: int = 1_024
    cells: int = 3_000_000
    """Filled cells of one sheet. To read 20 million is safe, to keep them would take 8 GB: each
    takes some 430 bytes. Lists in CSV that are read row by row keep none, and have no such limit.
    """
    texts: int = 5_000_000
    """In the list that the cells of a workbook share."""
    styles: int = 100_000
    """Formats of cells; Excel itself opens no workbook with more than 65,490."""
    merges: int = 500_000
    """Merged ranges of one sheet."""
    text_length: int = 8 * _MEBI
    """Of one cell or tag; Excel's cells end at 32,767 signs."""
    texts_length: int = 256 * _MEBI
    """Of all texts together that the cells of a workbook share."""
    depth: int = 64
    """Elements of a part within each other; office programs need about ten."""
    columns: int = 16_384
    """Of one sheet or of one line of a text; Excel's sheets end there."""
    line_length: int = 8 * _MEBI
    """Of one line of a text."""
    list_size: int = 4 * _GIBI
    """Of a list in CSV that is read row by row and never held in memory."""
    document_size: int = 32 * _MEBI
    """Of a document in plain text or Markdown."""
    paragraphs: int = 200_000
    """Of one document; a report has some hundreds."""
    pages: int = 500
    """Of one PDF."""
    archive_files: int = 20_000
    """Files in an archive of submissions; a province has some thousands of units."""
    archive_unpacked: int = 8 * _GIBI
    """What they unpack to; they are unpacked one at a time."""
    seconds: float = 20.0
    """Of processor time for one file, and one more for each 4 MiB that it has on disk: what is read
    row by row takes as long as it is, and is no attack."""
    memory: int = 2 * _GIBI
    """For reading one file: address space, where it is read in a process of its own."""


SIZES = frozenset(
    "file_size unpacked part_size list_size document_size archive_unpacked memory".split()
)
"""Those in bytes: settings and messages give them a unit."""
USUAL = Limits()
"""What counts where settings say nothing."""
