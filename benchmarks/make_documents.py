"""Make the documents of fixtures/documents again: `python benchmarks/make_documents.py`."""

from __future__ import annotations

from submissions.model import Submission
from submissions.office_files import by_libreoffice
from submissions.real_reports import FIXTURES, real_report
from submissions.web_pages import plain_report, web_page
from submissions.word_files import word_report

_FOLDER = FIXTURES.parent / "documents"
_NAME = "瑶海区2019年政府信息公开年报"
_BLOCKS = "all-kinds-of-blocks.fodt"


def documents() -> list[Submission]:
    """Make the documents that need no other program."""
    yaohai = real_report("yaohai-2019")
    return [web_page(yaohai, _NAME), plain_report(yaohai, _NAME), word_report(yaohai, _NAME)]


def by_others() -> list[Submission]:
    """Make those that LibreOffice writes, where it is installed."""
    handed_in = word_report(real_report("yaohai-2019"), _NAME)
    blocks = _FOLDER / _BLOCKS
    return [
        *by_libreoffice(handed_in.name, handed_in.data),
        *by_libreoffice(blocks.name, blocks.read_bytes()),
    ]


def main() -> None:
    """Write all documents."""
    for made in (*documents(), *by_others()):
        (_FOLDER / made.name).write_bytes(made.data)
        print(f"{made.name}: {len(made.data)} bytes")


if __name__ == "__main__":
    main()
