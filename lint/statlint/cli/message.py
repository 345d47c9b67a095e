"""A message to somebody who may see no terminal: in a window, if the system has any."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence

from statlint.cli.terminal import complain, show

_ICON_WRONG, _ICON_FINE = 0x30, 0x40
"""Numbers of the signs of a message box (winuser.h)."""
_IN_FRONT = 0x10000
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_SCRIPT = """\
on run told
    display dialog (item 2 of told) with title (item 1 of told) buttons {"OK"} default button 1
end run
"""
"""For macOS; the texts are no part of it."""


def tell(title: str, text: str, *, is_wrong: bool = False) -> None:
    """Show a message: on the terminal, or in a window where there is none."""
    if sys.stdout.isatty() or not _in_window(title, text, is_wrong=is_wrong):
        if is_wrong:
            complain(text)
        else:
            show(f"{text}\n")


def _in_window(title: str, text: str, *, is_wrong: bool) -> bool:
    """Show a message in a window; tell whether there was one."""
    if sys.platform == "win32":
        import ctypes

        icon = _ICON_WRONG if is_wrong else _ICON_FINE
        ctypes.windll.user32.MessageBoxW(None, text, title, icon | _IN_FRONT)
        return True
    if sys.platform != "darwin" and not any(map(os.environ.get, _DISPLAYS)):
        return False
    return any(_shown_by(command) for command in _commands(title, text, is_wrong=is_wrong))


def _commands(title: str, text: str, *, is_wrong: bool) -> Iterator[Sequence[str]]:
    """Give calls of programs that show a message; no text is taken for anything else."""
    kind = "error" if is_wrong else "info"
    yield (
        "zenity",
        f"--{kind}",
        "--no-markup",
        "--width=480",
        f"--title={title}",
        f"--text={text}",
    )
    yield ("kdialog", "--title", title, "--error" if is_wrong else "--msgbox", text)
    yield ("osascript", "-e", _SCRIPT, title, text)


def _shown_by(command: Sequence[str]) -> bool:
    """Call a program, if it is there, and wait until its window is closed, in whatever way."""
    program = shutil.which(command[0])
    if program is None:
        return False
    subprocess.run((program, *command[1:]), capture_output=True, check=False)  # noqa: S603 - our own words
    return True
