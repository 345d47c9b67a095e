"""The bytes of files, and what is no file."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from statlint.values import Text
from statlint.workbook import Fault, open_workbook
from statlint.workbook.no_access import CHANGING, NO_FILE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
NO_ACCESS = Fault.NO_ACCESS


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(path: str) -> tuple[Fault | None, Text | None]:
    opening = open_workbook(path)
    return opening.fault, opening.detail


def test_a_named_pipe_is_no_file_and_keeps_nobody_waiting() -> None:
    os.mkfifo("a.csv")

    assert said("a.csv") == (NO_ACCESS, NO_FILE)


def test_a_socket_is_no_file() -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a.csv")

        assert said("a.csv") == (NO_ACCESS, NO_FILE)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_file(path: str) -> None:
    assert said(path) == (NO_ACCESS, NO_FILE)


def test_a_pipe_of_the_shell_is_read() -> None:
    read, write = os.pipe()

    def write_all() -> None:
        os.write(write, b"a,1\n")
        os.close(write)

    Thread(target=write_all).start()

    workbook = open_workbook(f"/dev/fd/{read}").workbook

    os.close(read)
    assert workbook is not None
    assert [cell.text for cell in workbook.sheets[0].cells] == ["a", "1"]


def test_links_that_lead_in_a_circle() -> None:
    Path("a.csv").symlink_to("b.csv")
    Path("b.csv").symlink_to("a.csv")

    assert said("a.csv") == (
        NO_ACCESS,
        Text("链接绕成一圈，没有指向文件", "its links lead in a circle"),
    )


def test_a_folder_is_no_file() -> None:
    assert said(".") == (NO_ACCESS, Text("是文件夹，不是文件", "it is a folder, not a file"))


def test_a_path_longer_than_the_system_takes() -> None:
    assert said("a" * 5000) == (NO_ACCESS, Text("路径过长", "its path is too long"))


@pytest.fixture
def written_meanwhile(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """Have a file written to whenever it is looked at; what is added comes from a list."""
    fstat, more = os.fstat, list[bytes]()

    def look(number: int) -> os.stat_result:
        found = fstat(number)
        if more:
            with Path("a.csv").open("ab") as file:
                file.write(more.pop())
        return found

    monkeypatch.setattr(os, "fstat", look)
    yield more
    monkeypatch.undo()


def test_a_file_that_grows_once_is_read_again(written_meanwhile: list[bytes]) -> None:
    Path("a.csv").write_bytes(b"a,1\n")
    written_meanwhile.append(b"b,2\n")

    workbook = open_workbook("a.csv").workbook

    assert workbook is not None
    assert [cell.text for cell in workbook.sheets[0].cells] == ["a", "1", "b", "2"]


def test_a_file_that_grows_all_the_time_is_refused(written_meanwhile: list[bytes]) -> None:
    Path("a.csv").write_bytes(b"a,1\n")
    written_meanwhile += [b"b,2\n"] * 9

    assert said("a.csv") == (NO_ACCESS, CHANGING)
