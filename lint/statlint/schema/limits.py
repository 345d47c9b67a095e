"""The schema of what a file may cost."""

from __future__ import annotations

from decimal import Decimal

from statlint.schema.rules import Rules
from statlint.schema.shapes import SIZE

_GREATEST = 1 << 50


def _size(says: str) -> Rules:
    bounds = {"min": 1, "max": _GREATEST}
    return {"type": ["text", "whole"], "regex": SIZE, **bounds, "meta": says}


def _count(says: str) -> Rules:
    return {"type": "whole", "min": 1, "max": _GREATEST, "meta": says}


LIMITS: Rules = {
    "file-size": _size("How large a file may be on disk."),
    "parts": _count("How many files a workbook may have inside."),
    "unpacked": _size("What all parts of a workbook may unpack to."),
    "part-size": _size("What one part of a workbook may unpack to."),
    "ratio": _count("How many times its packed size a part of more than 8 MiB may be."),
    "sheets": _count("How many sheets a workbook may have."),
    "cells": _count("How many filled cells a sheet may have."),
    "texts": _count("How many texts the cells of a workbook may share."),
    "styles": _count("How many formats of cells a workbook may have."),
    "merges": _count("How many merged ranges a sheet may have."),
    "text-length": _count("How many characters one text or tag may have."),
    "texts-length": _count("How many characters all texts that cells share may have."),
    "depth": _count("How deep the elements of a part may be nested."),
    "columns": _count("How many columns a sheet, or a line of a text, may have."),
    "line-length": _count("How many characters a line of a text may have."),
    "list-size": _size("How large a list in CSV may be that is read row by row."),
    "document-size": _size("How large a document in plain text or Markdown may be."),
    "paragraphs": _count("How many paragraphs a document may have."),
    "pages": _count("How many pages a PDF may have."),
    "archive-files": _count("How many files an archive of submissions may have."),
    "archive-unpacked": _size("What the files of an archive may unpack to."),
    "seconds": {
        "type": "number",
        "min": Decimal("0.001"),
        "max": Decimal(86_400),
        "check_with": "finite",
        "meta": "How many seconds of processor time one file may take.",
    },
    "memory": _size("How much memory reading one file may take."),
}
