"""Run the commands of a walkthrough for real and write what they say below them.

A page shows commands in blocks named `console`, each after `$ `; what stands below a command is
what it said when the page was last written. `<!-- cell FILE SHEET!CELL FIGURE -->` is what a clerk
does in a spreadsheet. All of it runs in one shell, in an office of 200 files that is made anew.

    just walkthrough
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from made_office import write_office
from scratch_repository import new_repository, scratch_environment, this_project

_BLOCK = re.compile(
    r"^```console\n(.*?)^```\n|^<!-- cell (\S+) (\S+)!(\S+) (\S+) -->\n", re.MULTILINE | re.DOTALL
)
_BEGIN, _END = "\x01", "\x02"
_DRIVE, _HOME = "/srv", "/home/clerk"
_OFFICE = "reports"
_SHELL = ("bash", "--noprofile", "--norc", "-c")
_ANY_DAY = "2025-03-03"
_TYPED = """\
import sys, openpyxl
path, sheet, cell, figure = sys.argv[1:]
book = openpyxl.load_workbook(path)
book[sheet][cell] = float(figure) if "." in figure else int(figure)
book.save(path)
"""


def rewritten(page: str, folder: Path, language: str) -> str:
    """Give a page with what its commands say now."""
    commands = list(commands_of(page))
    said = iter(_said(commands, folder, language))
    return _BLOCK.sub(lambda found: _block(found, said), page)


def commands_of(page: str) -> Iterator[str]:
    """Go through what is typed, block by block."""
    for found in _BLOCK.finditer(page):
        if found[1] is None:
            yield shlex.join([sys.executable, "-c", _TYPED, *found.groups()[1:]])
        else:
            yield from (line[2:] for line in found[1].splitlines() if line.startswith("$ "))


def _block(found: re.Match[str], said: Iterator[str]) -> str:
    if found[1] is None:
        next(said)
        return found[0]
    lines = [line for line in found[1].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{line}\n{next(said)}" for line in lines) + "```\n"


def _said(commands: list[str], folder: Path, language: str) -> list[str]:
    """Run commands in one shell, in the office; give what each of them said."""
    environment = _environment(folder, language)
    steps = "".join(
        f"printf '{_BEGIN}'\n{_there(command, folder)}\nprintf '{_END}'\n" for command in commands
    )
    done = subprocess.run(  # noqa: S603 - what the page says
        (*_SHELL, steps),
        cwd=folder / "home" / _OFFICE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    told = done.stdout.decode("utf-8", "replace")
    return [_as_shown(one, folder) for one in re.findall(f"{_BEGIN}(.*?){_END}", told, re.DOTALL)]


def _environment(folder: Path, language: str) -> dict[str, str]:
    """Make the office, a drive that this project lies on, and a person's home."""
    home = folder / "home"
    settled = {"STATLINT_LANG": language, "COLUMNS": "100", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment = scratch_environment(home, **settled)
    # What is installed here is not installed there, and what is measured here is not theirs.
    environment["PATH"] = environment["PATH"].partition(os.pathsep)[2]
    environment = {
        key: value for key, value in environment.items() if not key.startswith("COVERAGE_")
    }
    house = this_project(folder / "srv/git/statlint", environment)
    house.git("tag", "v0.1.0")
    office = new_repository(home / _OFFICE, environment)
    write_office(office.folder)
    office.git("add", "--all")
    office.commit()
    return environment


def _there(command: str, folder: Path) -> str:
    """Write a command for the place where it really runs."""
    return command.replace(f"{_DRIVE}/", f"{folder / 'srv'}/")


def _as_shown(said: str, folder: Path) -> str:
    """Write what was said as it would be said in the office, on no day in particular."""
    said = said.replace(str(folder / "srv"), _DRIVE).replace(str(folder / "home"), _HOME)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    said = said.replace(today.isoformat(), _ANY_DAY)
    lines = (line.rstrip() for line in said.splitlines())
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    """Rewrite pages; those in a folder `zh` speak Chinese."""
    for path in map(Path, sys.argv[1:]):
        language = "zh" if path.parent.name == "zh" else "en"
        with tempfile.TemporaryDirectory() as folder:
            page = rewritten(path.read_text(encoding="utf-8"), Path(folder).resolve(), language)
        path.write_text(page, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
