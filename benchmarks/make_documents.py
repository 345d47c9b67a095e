"""Make the documents of fixtures/documents again: `python benchmarks/make_documents.py`."""

from __future__ import annotations

from submissions.model import Submission
from submissions.office_files import by_libreoffice
from submissions.real_reports import FIXTURES, real_report
from submissions.web_pages import plain_report, web_page
from submissions.word_files import word_report

_FOLDER = FIXTURES.parent / "documents"
_NAME = "瑶海区2019年政府信息公开年报"


def documents() -> list[Submission]:
    """Make all documents; one of them only where LibreOffice is installed."""
    yaohai = real_report("yaohai-2019")
    handed_in = word_report(yaohai, _NAME)
    again = by_libreoffice(handed_in)
    made = [web_page(yaohai, _NAME), plain_report(yaohai, _NAME), handed_in]
    return [*made, again] if again else made


def main() -> None:
    """Write all documents."""
    for made in documents():
        (_FOLDER / made.name).write_bytes(made.data)
        print(f"{made.name}: {len(made.data)} bytes")


if __name__ == "__main__":
    main()
