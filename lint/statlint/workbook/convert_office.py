"""One run of LibreOffice over one file: alone, bounded, without a network, and gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.errors import StatlintError
from statlint.values import Text
from statlint.values.limits import USUAL
from statlint.workbook.convert_profile import write_profile
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = """\
import os, sys
memory, seconds, size, root, *command = sys.argv[1:]
sys.path.insert(0, root)
from statlint.workbook.confine import limit_program
limit_program(int(memory), int(seconds), int(size))
os.execv(command[0], command)
"""
_PACKAGE_ROOT = str(Path(__file__).parents[2])
_OUTPUT = "docx:MS Word 2007 XML"
_KEPT = ("SYSTEMROOT", "PATH")
_FAILED = Text(
    "LibreOffice 打不开，无法转换",
    "LibreOffice cannot open it and so not convert it",
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one conversion may cost: memory and any file in bytes, seconds of both kinds."""

    memory: int = 4 << 30
    processor: int = 60
    clock: float = 90.0
    size: int = USUAL.file_size


@dataclass(frozen=True, slots=True)
class Source:
    """What a file is to LibreOffice: the ending and the filter that it is opened with."""

    ending: str
    filter: str


def run_libreoffice(
    program: str, content: bytes, source: Source, cost: Cost | None = None
) -> bytes:
    """Convert a file to .docx; raises Refusal where that fails or costs too much.

    Raises StatlintError where this machine starts no process.
    Whatever is written lies in one private folder, which is gone afterwards in every case.
    """
    with (
        TemporaryDirectory(prefix="statlint-", ignore_cleanup_errors=True) as folder,
        _alone(program),
    ):
        return _convert(program, content, source, cost or Cost(), Path(folder))


def _convert(program: str, content: bytes, source: Source, cost: Cost, folder: Path) -> bytes:
    written, made = folder / f"document{source.ending}", folder / "made" / "document.docx"
    written.write_bytes(content)
    write_profile(folder / "profile")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *"--headless --norestore --nologo --nodefault --nofirststartwizard".split(),
        f"--infilter={source.filter}",
        "--convert-to",
        _OUTPUT,
        "--outdir",
        str(made.parent),
        str(written),
    ]
    _run(command, folder, cost)
    if not made.is_file():
        raise Refusal(Fault.DAMAGED, _FAILED)
    if made.stat().st_size > cost.size:
        raise Refusal(Fault.TOO_LARGE, _too_long(cost))
    return made.read_bytes()


def _run(command: list[str], folder: Path, cost: Cost) -> None:
    """Run a command to its end or its bound; nothing of what it started is left."""
    begun = time.monotonic()
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found on this machine, our own words
            _bounded(command, cost),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        )
    except OSError as error:
        message = f"LibreOffice cannot be started: {error}"
        raise StatlintError(message) from error
    try:
        process.wait(cost.clock)
    except subprocess.TimeoutExpired:
        raise Refusal(Fault.TOO_LARGE, _too_long(cost)) from None
    finally:
        _end(process)
    if time.monotonic() - begun >= cost.processor and process.returncode:
        raise Refusal(Fault.TOO_LARGE, _too_long(cost))


def _bounded(command: list[str], cost: Cost) -> list[str]:
    if sys.platform == "win32":
        return command
    bounds = (str(cost.memory), str(cost.processor), str(cost.size))
    return [sys.executable, "-I", "-S", "-c", _START, *bounds, _PACKAGE_ROOT, *command]


def _environment(folder: Path) -> dict[str, str]:
    """Give what the program may know: nothing of the user, and no way to a screen or a network."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **kept,
        **dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TMP", "TEMP"), str(folder)),
        **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9"),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started; its group may outlive it."""
    if sys.platform == "win32":
        process.kill()
    else:
        import signal

        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _alone(program: str) -> Iterator[None]:
    """Wait until no other process of this kind converts: the program itself is what is locked."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with ExitStack() as stack:
        # Some programs may be run and not be read, some file systems know no locks: two at a time
        # are slow there, and right all the same.
        with suppress(OSError):
            file = stack.enter_context(Path(program).open("rb"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _too_long(cost: Cost) -> Text:
    seconds, size = f"{cost.clock:g}", cost.size >> 20
    return Text(
        f"LibreOffice 转换超过上限（{seconds} 秒、{size} MB）",
        f"LibreOffice took more than {seconds} s or {size} MB to convert it",
    )
