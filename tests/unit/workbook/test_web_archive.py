"""Web pages saved as one file."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring

import pytest

from statlint.workbook import Container, Fault, open_workbook
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.engines.web_archive import read_web_archive

PAGE = "<p>统计期限</p><table><tr><td>规章<td>1<tr><td>文件<td>2</table>"
PICTURE = "--x\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n"


def part(content: bytes, packed: str, charset: str = "utf-8", more: str = "") -> str:
    """Write one page as a part of a file."""
    return (
        f"--x\r\nContent-Type: text/html; charset={charset}\r\n{more}"
        f"Content-Transfer-Encoding: {packed}\r\n\r\n{content.decode('ascii')}\r\n"
    )


def archive(*parts: str, kind: str = "multipart/related") -> bytes:
    """Write a file of parts."""
    head = f'MIME-Version: 1.0\r\nContent-Type: {kind}; start="<b>"; boundary="x"\r\n\r\n'
    return "".join([head, *parts, "--x--\r\n"]).encode()


def texts(content: bytes) -> list[str]:
    """Give the texts of the paragraphs, and the names of the tables."""
    document = read_web_archive(content)["document"]
    return [block if isinstance(block, str) else block[1] for block in document]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            archive(PICTURE, part(encodestring(PAGE.encode()), "quoted-printable")), id="quoted"
        ),
        pytest.param(
            archive(part(b64encode(PAGE.encode("gb18030")), "base64", "gb2312"), PICTURE),
            id="base64, GBK",
        ),
        pytest.param(
            archive(
                part(b64encode(b"<p>a"), "base64"),
                part(b64encode(PAGE.encode()), "base64", more="Content-ID: <b>\r\n"),
            ),
            id="the part that is named as the start",
        ),
        pytest.param(
            b"\xef\xbb\xbf" + archive(part(b64encode(PAGE.encode()), "base64")), id="after a mark"
        ),
        pytest.param(archive(part(b64encode(PAGE.encode()), "base64"))[:-9], id="cut at its end"),
    ],
)
def test_reads_the_page_of_a_file(content: bytes) -> None:
    assert texts(content) == ["统计期限", "table 1"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(archive(PICTURE), id="a picture alone"),
        pytest.param(b"MIME-Version: 1.0\r\n\r\n<p>a", id="a mail"),
    ],
)
def test_refuses_a_file_without_a_page(content: bytes) -> None:
    with pytest.raises(Refusal) as caught:
        read_web_archive(content)

    assert caught.value.fault is Fault.UNSUPPORTED


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("a.mht", None, id="as announced"),
        pytest.param("a.doc", None, id="as Word saves it"),
        pytest.param("a.xls", Fault.UNSUPPORTED, id="a workbook by its name"),
    ],
)
def test_opens_such_a_file(name: str, fault: Fault | None) -> None:
    opening = open_workbook(name, archive(part(b64encode(PAGE.encode()), "base64")))

    assert (opening.container, opening.fault) == (Container.MHTML, fault)
