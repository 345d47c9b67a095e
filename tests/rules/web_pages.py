"""The text of a report as a published page: a line is a paragraph, a table stands as it is."""

from __future__ import annotations

from statlint.workbook import Opening, open_workbook

NAME = "case.html"


def open_page(text: str, name: str = NAME) -> Opening:
    """Open a text as a web page; lines that begin with a tag are left as they are."""
    lines = (line.strip() for line in text.splitlines() if line.strip())
    body = "\n".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
    page = f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'
    return open_workbook(name, page.encode())
