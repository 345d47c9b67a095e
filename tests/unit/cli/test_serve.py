"""`statlint serve`: what is said before the first page, and how it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from statlint.cli.desk import main as launch
from unit.cli.commanding import run
from unit.web.desks import SMALL
from unit.web.serving import PATIENCE, client_of, raw, until_idle

ROOT = Path(__file__).parents[3]
ALONE = """
from statlint.web.bounds import DeskBounds
from statlint.web.server import Asked, serve
bounds = DeskBounds(unseen=3, unseen_again=1)
serve(Asked(ends_alone=True, bounds=bounds), lambda address: print(address, flush=True))
"""
LAUNCHER = "from statlint.cli.desk import main; main(())"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")


@contextmanager
def started(
    folder: Path, *words: str, code: str | None = None, **around: str
) -> Iterator[subprocess.Popen[str]]:
    """Start a server, or a program, whose temporary folders are in a folder."""
    paths = os.pathsep.join(str(ROOT / part) for part in ("lint", "rules"))
    usual = ("-m", "statlint", "serve", "--lang", "en", *words)
    command = (sys.executable, *(usual if code is None else ("-c", code)))
    own = {"PYTHONPATH": paths, "TMPDIR": str(folder), "STATLINT_LANG": "en"}
    environment = {**os.environ, **own, **around}
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def address_of(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait until a server tells its address; give its port and path."""
    assert running.stdout is not None
    line = next(line for line in running.stdout if "http://" in line)
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/t/[-\w]{32}/)", line.strip())
    assert found is not None
    return int(found[1]), found[2]


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_serves_until_a_signal_and_leaves_nothing(
    tmp_path: Path, number: signal.Signals
) -> None:
    with started(tmp_path) as running:
        port, path = address_of(running)
        with client_of(port, path) as client:
            case = f"cases/{client.post('cases', json={}).json()['case']}"
            client.put(f"{case}/files?name=a.csv", content=SMALL)
            client.post(f"{case}/check")
            run = until_idle(client, case)["run"]
            there = list(tmp_path.glob("statlint-desk-*/*/files/a.csv"))
        stranger = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        refused = raw(port, stranger.encode())
        running.send_signal(number)
        said, complained = running.communicate(timeout=PATIENCE)

    assert (run, len(there)) == (1, 1)
    assert refused.startswith(b"HTTP/1.1 403")
    assert (running.returncode, complained) == (0, "")
    assert said.endswith("Ended; what was kept is deleted.\n")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_page_that_is_at_work_does_not_hold_up_the_end(tmp_path: Path) -> None:
    lines = b"a,b,c\n" + b"x,1,2\n" * 400_000
    with started(tmp_path) as running:
        port, path = address_of(running)
        with client_of(port, path) as client:
            case = f"cases/{client.post('cases', json={}).json()['case']}"
            client.put(f"{case}/files?name=a.csv", content=lines)
            client.post(f"{case}/check")
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=PATIENCE)

    assert running.returncode == 0
    assert list(tmp_path.iterdir()) == []


@posix
def test_what_a_server_leaves_that_is_killed_goes_with_the_next(tmp_path: Path) -> None:
    with started(tmp_path) as running:
        address_of(running)
        running.kill()
        running.wait(PATIENCE)
    left = list(tmp_path.iterdir())
    with started(tmp_path) as running:
        address_of(running)
        there = list(tmp_path.iterdir())
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=PATIENCE)

    assert (len(left), len(there)) == (1, 1)
    assert left != there
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started(tmp_path, "--port", str(port)) as running:
            _, complained = running.communicate(timeout=PATIENCE)

    assert running.returncode == 2
    assert complained.startswith(f"statlint: port {port} cannot be used: ")
    assert list(tmp_path.iterdir()) == []


@posix
def test_it_opens_a_browser_with_an_address_that_leads_there_once(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {seen}.part; mv {seen}.part {seen}\n')
    browser.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    with started(home, "--open", BROWSER=f"{browser} %s") as running:
        port, path = address_of(running)
        while not seen.exists():
            assert running.poll() is None
        opened = seen.read_text().removeprefix(f"http://127.0.0.1:{port}")
        with client_of(port) as client:
            first, again = client.get(opened), client.get(opened)

    assert path not in opened
    assert (first.status_code, first.headers["location"]) == (303, path)
    assert again.status_code == 403


@posix
@pytest.mark.parametrize("comes", [True, False], ids=["the last page closes", "none comes"])
def test_one_that_nobody_sees_ends_alone(tmp_path: Path, *, comes: bool) -> None:
    with started(tmp_path, code=ALONE) as running:
        port, path = address_of(running)
        if comes:
            with client_of(port, path) as client:
                case = f"cases/{client.post('cases', json={}).json()['case']}"
                assert client.post(f"{case}/close?now=1").status_code == 204
        running.communicate(timeout=PATIENCE)

    assert running.returncode == 0
    assert list(tmp_path.iterdir()) == []


@posix
def test_the_launcher_opens_the_page_and_ends_in_order(tmp_path: Path) -> None:
    with started(tmp_path, code=LAUNCHER, BROWSER="true %s") as running:
        address_of(running)
        running.send_signal(signal.SIGTERM)
        _, complained = running.communicate(timeout=PATIENCE)

    assert (running.returncode, complained) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "statlint.web.server", None)
    done = run("serve", language="en")
    monkeypatch.setenv("STATLINT_LANG", "zh")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit) as ended:
        launch(())

    said = "statlint: the page needs an extra: pip install 'statlint[web]'\n"
    assert (done.exit_code, done.stderr) == (2, said)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("statlint: 打开网页需要另装组件")


@pytest.mark.parametrize("written", ["65536", "-1", "x", "9" * 400, "１"])
def test_what_is_no_port_is_wrong_usage(written: str) -> None:
    done = run("serve", "--port", written, language="en")

    assert done.exit_code == 2
    assert f"{written} is no port: a whole number from 0 to 65535" in " ".join(done.stderr.split())
