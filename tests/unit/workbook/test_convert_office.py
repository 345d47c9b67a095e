"""LibreOffice runs alone, within bounds and in a folder of its own, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from statlint.errors import StatlintError
from statlint.workbook.convert_find import PLACE, find_libreoffice
from statlint.workbook.convert_office import Cost, Source, run_libreoffice
from statlint.workbook.convert_profile import write_profile
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are shell scripts here")

OLD = Source(".doc", "MS Word 97")
OUT = "mkdir made; "
SOON = 60
"""Seconds in which something must have come about, however busy the computer is."""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have private folders made where a test sees them."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def program(folder: Path, script: str) -> str:
    """Write a program that stands for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_what_the_program_writes_is_given_and_its_folder_is_gone(
    tmp_path: Path, scratch: Path
) -> None:
    soffice = program(tmp_path, OUT + "cat document.doc > made/document.docx")

    assert run_libreoffice(soffice, b"old", OLD) == b"old"
    assert list(scratch.iterdir()) == []


def test_the_program_is_told_what_to_do(tmp_path: Path, scratch: Path) -> None:
    words = OUT + 'for word in "$@"; do echo "$word"; done > made/document.docx'

    told = run_libreoffice(program(tmp_path, words), b"", OLD).decode().splitlines()

    folder = Path(told[-1]).parent
    assert folder.parent == scratch
    assert told == [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nofirststartwizard",
        "--infilter=MS Word 97",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "made"),
        str(folder / "document.doc"),
    ]


def test_the_program_knows_nothing_of_the_user(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "1")
    monkeypatch.setenv("http_proxy", "http://proxy")
    monkeypatch.setenv("DISPLAY", ":0")

    told = run_libreoffice(program(tmp_path, OUT + "env > made/document.docx"), b"", OLD).decode()

    known = dict(line.partition("=")[::2] for line in told.splitlines())
    assert known["HOME"].startswith(str(scratch))
    assert known["http_proxy"] == "http://127.0.0.1:9"
    assert "SECRET" not in known
    assert "DISPLAY" not in known


@pytest.mark.parametrize(
    ("script", "cost", "fault"),
    [
        pytest.param("exit 1", Cost(), Fault.DAMAGED, id="it fails"),
        pytest.param("exit 0", Cost(), Fault.DAMAGED, id="it writes nothing"),
        pytest.param("sleep 60", Cost(clock=0.5), Fault.TOO_LARGE, id="it takes too long"),
        pytest.param(
            "while :; do :; done", Cost(processor=1, clock=30), Fault.TOO_LARGE, id="it reckons on"
        ),
    ],
)
def test_a_conversion_that_fails_says_so(
    script: str, cost: Cost, fault: Fault, tmp_path: Path, scratch: Path
) -> None:
    with pytest.raises(Refusal) as caught:
        run_libreoffice(program(tmp_path, script), b"", OLD, cost)

    assert caught.value.fault is fault
    assert list(scratch.iterdir()) == []


def test_what_is_longer_than_the_bound_is_not_taken(tmp_path: Path, scratch: Path) -> None:
    # The bound holds for each file that is written; a file may be linked to a longer one.
    (tmp_path / "long").write_bytes(bytes(2000))
    script = OUT + f"ln -s {tmp_path}/long made/document.docx"

    with pytest.raises(Refusal) as caught:
        run_libreoffice(program(tmp_path, script), b"", OLD, Cost(size=1000))

    assert caught.value.fault is Fault.TOO_LARGE
    assert list(scratch.iterdir()) == []


def test_a_machine_that_starts_nothing_is_told_of(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))

    with pytest.raises(StatlintError, match="cannot be started"):
        run_libreoffice(program(tmp_path, ""), b"", OLD)

    assert list(scratch.iterdir()) == []


def test_one_converts_after_the_other(tmp_path: Path, scratch: Path) -> None:
    script = f"mkdir {tmp_path}/busy || exit 1; sleep 0.2; rmdir {tmp_path}/busy; "
    soffice = program(tmp_path, script + OUT + "cp document.doc made/document.docx")

    with ThreadPoolExecutor(3) as pool:
        made = [*pool.map(lambda at: run_libreoffice(soffice, b"%d" % at, OLD), range(3))]

    assert made == [b"0", b"1", b"2"]
    assert list(scratch.iterdir()) == []


def test_a_program_that_cannot_be_read_is_run(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("fcntl.flock", locked)
    soffice = program(tmp_path, OUT + "cp document.doc made/document.docx")

    assert run_libreoffice(soffice, b"a", OLD) == b"a"
    assert list(scratch.iterdir()) == []


def cuts_off() -> bool:
    """Tell whether this system lets a process leave the network."""
    tool = shutil.which("unshare")
    if tool is None:
        return False
    return subprocess.run([tool, "-rn", "true"], check=False).returncode == 0  # noqa: S603


@pytest.mark.skipif(not cuts_off(), reason="this system keeps its network to itself")
def test_the_program_has_no_network(tmp_path: Path, scratch: Path) -> None:
    script = OUT + "tail -n +3 /proc/net/dev | cut -d: -f1 > made/document.docx"

    devices = run_libreoffice(program(tmp_path, script), b"", OLD).split()

    assert devices == [b"lo"]
    assert list(scratch.iterdir()) == []


def ends(pipe: int) -> bool:
    """Wait until nobody has the other end of a pipe."""
    last = time.monotonic() + SOON
    while time.monotonic() < last:
        with suppress(BlockingIOError):
            return os.read(pipe, 1) == b""
        time.sleep(0.01)
    return False


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """Give a named pipe that a program may hold, and the number of its other end."""
    path = tmp_path / "held"
    os.mkfifo(path)
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    yield path, pipe
    os.close(pipe)


def test_what_a_program_started_ends_with_it(
    tmp_path: Path, scratch: Path, held: tuple[Path, int]
) -> None:
    path, pipe = held
    script = f"sleep 600 > {path} & sleep 600"

    with pytest.raises(Refusal):
        run_libreoffice(program(tmp_path, script), b"", OLD, Cost(clock=0.3))

    assert ends(pipe)
    assert list(scratch.iterdir()) == []


@pytest.mark.usefixtures("breakable")
def test_nothing_is_left_where_the_user_breaks_it_off(
    tmp_path: Path, scratch: Path, held: tuple[Path, int]
) -> None:
    path, pipe = held
    script = f"exec 9> {path}; sleep 600 & kill -INT $PPID; sleep 600"

    with pytest.raises(KeyboardInterrupt):
        run_libreoffice(program(tmp_path, script), b"", OLD)

    assert ends(pipe)
    assert list(scratch.iterdir()) == []


def test_a_profile_forbids_macros_links_and_java(tmp_path: Path) -> None:
    write_profile(tmp_path / "profile")

    root = ET.parse(tmp_path / "profile" / "user" / "registrymodifications.xcu").getroot()  # noqa: S314
    stated = {
        (item.attrib.popitem()[1].rpartition("/")[2], *prop.attrib.values()): prop[0].text
        for item in root
        for prop in item
    }
    assert stated["Scripting", "MacroSecurityLevel", "fuse"] == "3"
    assert stated["Scripting", "DisableMacrosExecution", "fuse"] == "true"
    assert stated["Scripting", "DisableActiveContent", "fuse"] == "true"
    assert stated["Update", "Link", "fuse"] in {"0", "2"}
    assert stated["VirtualMachine", "Enable", "fuse"] == "false"


def test_the_program_is_looked_for_where_programs_are(tmp_path: Path) -> None:
    soffice = program(tmp_path, "")

    assert find_libreoffice({"PATH": f"relative:{tmp_path}"}) == soffice


@pytest.mark.parametrize(
    ("named", "found"),
    [
        pytest.param("{}/soffice", True, id="a program"),
        pytest.param("{}/none", False, id="no program"),
        pytest.param("{}", False, id="a folder"),
        pytest.param("soffice", False, id="relative to where the user stands"),
        pytest.param("", False, id="forbidden"),
    ],
)
def test_the_environment_names_the_program_or_forbids_it(
    named: str, tmp_path: Path, *, found: bool
) -> None:
    soffice = program(tmp_path, "")

    place = find_libreoffice({"PATH": str(tmp_path), PLACE: named.format(tmp_path)})

    assert place == (soffice if found else None)
