"""What is too much, too slow, or half: refused, told, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from statlint.dataclass import replace
from statlint.web.bounds import DeskBounds
from statlint.web.receive import disk_fault
from unit.web.desks import FAULTY, SMALL, Asking, asking, code_of
from unit.web.serving import raw

KIBI = 1024
BOUNDS = DeskBounds(
    file_bytes=8 * KIBI,
    case_bytes=12 * KIBI,
    files=4,
    cases=3,
    words_bytes=KIBI,
    chunk_seconds=1.0,
)


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asking]:
    """Give a desk that takes little."""
    with asking(tmp_path, BOUNDS) as asked:
        yield asked


def left(asked: Asking) -> list[str]:
    """Name what is left of files that did not come whole."""
    return [one.name for one in asked.desk.cases.home.glob("*/incoming/*")]


def sent(asked: Asking, case: str, head: str, body: bytes, *, ends: bool = False) -> bytes:
    """Put a file with a head of one's own; give the answer."""
    line = f"PUT {asked.path}{case}/files?name=a.csv HTTP/1.1"
    own = f"Host: 127.0.0.1:{asked.port}\r\nOrigin: http://127.0.0.1:{asked.port}"
    text = f"{line}\r\n{own}\r\n{head}\r\nConnection: close\r\n\r\n"
    return raw(asked.port, text.encode() + body, ends=ends)


def test_a_file_may_not_be_too_large(asked: Asking) -> None:
    case = asked.begin()
    url = f"{case}/files?name=a.csv"
    exact = asked.client.put(url, content=b"x" * 8 * KIBI)
    announced = sent(asked, case, "Content-Length: 99999999999", b"x")
    # In a case of its own: how pieces come together, the other limit would be met as well.
    other = f"{asked.begin()}/files?name=a.csv"
    in_pieces = asked.client.put(other, content=iter([b"x" * 5 * KIBI] * 2))

    assert exact.status_code == 201
    assert b"too-large" in announced
    assert code_of(in_pieces) == (413, "too-large")
    assert [one["bytes"] for one in asked.client.get(case).json()["files"]] == [8 * KIBI]
    assert left(asked) == []


def test_all_files_of_a_page_may_not_be_too_large_together(asked: Asking) -> None:
    case = asked.begin()
    asked.put(case, "a.csv", b"x" * 8 * KIBI)
    full = asked.client.put(f"{case}/files?name=b.csv", content=b"x" * (4 * KIBI + 1))
    asked.put(case, "b.csv", b"x" * 4 * KIBI)
    no_more = asked.client.put(f"{case}/files?name=c.csv", content=b"x")

    assert code_of(full) == code_of(no_more) == (413, "case-full")
    assert left(asked) == []


def test_there_may_not_be_too_many_files_or_pages(asked: Asking) -> None:
    case = asked.begin()
    files = [asked.put(case, "a.csv", SMALL) for _ in range(4)]
    fifth = asked.client.put(f"{case}/files?name=a.csv", content=SMALL)
    anew = asked.put(case, "a.csv", b"", replaces=files[0]["id"])
    asked.begin()
    asked.begin()
    fourth = asked.client.post("cases", json={})

    assert code_of(fifth) == (409, "too-many")
    assert anew["id"] == files[0]["id"]
    assert code_of(fourth) == (503, "too-many-pages")
    assert left(asked) == []


def test_a_file_that_does_not_come_on_is_given_up(asked: Asking) -> None:
    case = asked.begin()
    told = sent(asked, case, "Content-Length: 100", b"abc")

    assert told.startswith(b"HTTP/1.1 408")
    assert b"too-slow" in told
    assert asked.client.get(case).json()["files"] == []
    assert left(asked) == []


def test_a_file_that_is_cut_off_is_none(asked: Asking) -> None:
    case = asked.begin()
    told = sent(asked, case, "Content-Length: 100", b"abc", ends=True)
    odd = sent(asked, case, "Transfer-Encoding: chunked", b"zz\r\n")

    assert told == b""
    assert odd.startswith(b"HTTP/1.1 400")
    assert asked.client.get(case).json()["files"] == []
    assert left(asked) == []


def test_words_may_not_be_too_many(asked: Asking) -> None:
    case = asked.begin()
    told = asked.client.put(f"{case}/choices", content=b" " * (KIBI + 1))

    assert code_of(told) == (400, "bad-words")


def test_a_full_disk_is_told_before_it_is_full(tmp_path: Path) -> None:
    with asking(tmp_path, replace(BOUNDS, spare=1 << 62)) as asked:
        case = asked.begin()
        told = asked.client.put(f"{case}/files?name=a.csv", content=SMALL)

        assert code_of(told) == (507, "no-space")
        assert left(asked) == []


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "No space left on device"), "no-space"),
        (OSError(13, "Permission denied"), "no-write"),
        (OSError("odd"), "no-write"),
    ],
)
def test_what_a_disk_refuses_is_told(error: OSError, code: str) -> None:
    assert disk_fault(error).code == code


def test_a_folder_that_is_gone_is_told(asked: Asking) -> None:
    case = asked.begin()
    for one in asked.desk.cases.home.iterdir():
        (one / "incoming").rmdir()

    assert code_of(asked.client.put(f"{case}/files?name=a.csv", content=b"")) == (500, "no-write")


def test_of_very_many_findings_some_are_shown(tmp_path: Path) -> None:
    with asking(tmp_path, DeskBounds(findings=4, all_findings=6)) as asked:
        case, results = asked.checked({"a.xlsx": FAULTY, "b.xlsx": FAULTY})
        report = asked.client.get(f"{case}/report")

    shown = [(len(one["findings"]), one["more"]) for one in results["files"]]
    counted = [sum(one["counts"].values()) for one in results["files"]]
    assert shown == [(4, counted[0] - 4), (2, counted[1] - 2)]
    assert report.status_code == 200
