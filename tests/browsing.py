"""What the tests with a browser share: the program behind the page, dragging, axe-core, pictures.

`STATLINT_CHROMIUM` names a browser of Chromium's kind that is not found by itself. Pictures of each
state go to the folder that `STATLINT_PICTURES` names.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parents[1]
PATIENCE = 60_000
"""Milliseconds that a state may take to come about on a loaded machine."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")
"""What a browser needs to be told in a container, as root, with little shared memory."""

expect.set_options(timeout=PATIENCE)


def chromium() -> str | None:
    """Find a browser of Chromium's kind."""
    named = os.environ.get("STATLINT_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@dataclass(frozen=True, slots=True)
class Served:
    """The program behind the page: where it answers, its process, where it keeps its cases."""

    address: str
    process: subprocess.Popen[str]
    folder: Path

    def kept(self) -> list[str]:
        """List the files of clerks that it holds at the moment: all but the lock of its folder."""
        held = (name for _, _, names in os.walk(self.folder) for name in names)
        return sorted(name for name in held if name != "lock")

    def end(self) -> None:
        """End it as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        if self.process.stdout and not self.process.stdout.closed:
            self.process.communicate(timeout=60)


def serve(folder: Path, *arguments: str) -> Served:
    """Start `statlint serve` with its temporary folder here, and wait for its address."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"TMPDIR": str(folder), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(  # noqa: S603 - this Python, with arguments of ours
        [sys.executable, "-m", "statlint", "serve", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    said = []
    for line in process.stdout or ():
        said.append(line)
        found = re.search(r"http://\S+", line)
        if found:
            return Served(found[0], process, folder)
    message = f"statlint serve ended: {''.join(said)}"
    raise RuntimeError(message)


def drag(page: Page, paths: Sequence[Path]) -> None:
    """Drag files from the desktop over the page."""
    page.evaluate(
        """() => {
            const input = document.createElement("input");
            Object.assign(input, { type: "file", multiple: true, id: "desktop", hidden: true });
            document.body.append(input);
        }"""
    )
    page.set_input_files("#desktop", paths)
    page.evaluate(
        """() => {
            const input = document.getElementById("desktop");
            window.held = new DataTransfer();
            for (const file of input.files) window.held.items.add(file);
            input.remove();
            window.dragged = (kind, at) => at.dispatchEvent(new DragEvent(
                kind, { dataTransfer: window.held, bubbles: true, cancelable: true }));
            window.dragged("dragenter", document.body);
            window.dragged("dragover", document.body);
        }"""
    )


def let_go(page: Page, role: str = "checked") -> None:
    """Let go what is dragged, over one of the targets that the page shows meanwhile."""
    target = page.locator(f"#over [data-role={role}]")
    expect(target).to_be_visible()
    target.evaluate(
        """(target) => {
            for (const kind of ["dragenter", "dragover", "drop"]) window.dragged(kind, target);
        }"""
    )


def drop(page: Page, paths: Sequence[Path], role: str = "checked") -> None:
    """Drag files over the page and let them go over a target."""
    drag(page, paths)
    let_go(page, role)


def checked(page: Page) -> Locator:
    """Wait until what was dropped is checked; give the rows of the files."""
    rows = page.locator("#list .file")
    expect(rows.first).to_be_visible()
    expect(page.locator("#progress")).to_be_hidden()
    return rows


def serious(page: Page) -> list[str]:
    """Ask axe-core for what keeps people with impairments out: rule, element."""
    script = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    page.evaluate(f"() => {{ {script} }}")
    found = cast("dict[str, Any]", page.evaluate("() => axe.run()"))
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep a picture of this state, where a folder for pictures is named."""
    folder = os.environ.get("STATLINT_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=whole)
