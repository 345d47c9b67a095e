"""Which files of a folder or an archive are taken, by their names alone."""

from __future__ import annotations

import os

ENDINGS = frozenset(
    ".xlsx .xlsm .xls .xlsb .ods .csv .tsv .txt .docx .docm .html .htm .mht .mhtml".split()
)
"""Of files that are read."""
TOLD_OF = frozenset({".rar", ".7z", ".et", ".ett", ".wps", ".doc", ".numbers", ".pages"})
"""Of files that may hold tables and seldom can be read; what to do about them is said."""
TEXTS = frozenset({".wps", ".doc", ".pages"})
"""Of files that may hold tables, and as well be mere texts beside them."""
TABLES = frozenset("csv tsv tab xlsx xlsm xltx xltm xlsb xls xlt et ett ods ots".split())
"""Of files that are tables whatever stands in them, without the dot."""
MARKDOWN = frozenset({"md", "markdown"})
"""Of texts in Markdown, without the dot: nothing else tells them from other texts."""
PAGES = frozenset({"html", "htm", "xhtml", "shtml"})
"""Of web pages, without the dot; some begin with a text before their first tag."""
ARCHIVE = ".zip"
"""Of files that are read as a folder."""

_LOCK_FILES = ("~$", ".~lock.")
_ASIDE = "__MACOSX"
"""The folder in which macOS puts what it knows of the files beside it."""
_OF_PAGES = ("_files", ".files")
"""What the folder is called in which a saved page keeps its pictures and frames."""


def is_taken(name: str) -> bool:
    """Tell whether a file is taken where nobody named it; `name` may have folders before it."""
    *folders, last = name.split("/")
    if last.startswith((".", *_LOCK_FILES)):
        return False
    if any(folder.startswith(".") or folder == _ASIDE for folder in folders):
        return False
    ending = os.path.splitext(last)[1].lower()  # noqa: PTH122 - a name, not a path
    if ending[1:] in PAGES and any(folder.lower().endswith(_OF_PAGES) for folder in folders):
        return False
    return ending in ENDINGS or ending in TOLD_OF or ending == ARCHIVE
