"""Measure the local page under load: many uploads at once, hostile files, processes killed.

    python benchmarks/desk.py [--uploads 50] [--kinds]

A real server is started, and spoken to as browsers do. Nothing may be lost: every file has its
results, and those of honest files are what `statlint check` says. `--kinds` sends every kind of
hostile file besides (some minutes), each together with an honest one.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, TypeAlias

import httpx

from statlint import lint

ROOT = Path(__file__).parents[1]
HONEST = ROOT / "fixtures/submissions/suqian-2024-gbk.csv"
FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
PATIENCE = 600.0
"""Seconds to wait for anything."""
_WORST = "98m.ods"
"""A kilobyte that repeats 98 million cells: of all kinds the one that takes most memory."""
KILLED = 4
TOGETHER = 8
"""Kinds of hostile files that are sent at the same time."""
Upload: TypeAlias = "tuple[str, bytes]"
Found: TypeAlias = "dict[str, tuple[str, list[str]]]"
"""Of each path its status, and the codes of its findings."""


@dataclass(frozen=True)
class Server:
    """A server that runs: the address of its page, its number in the system."""

    address: str
    id: int

    @asynccontextmanager
    async def browser(self) -> AsyncIterator[httpx.AsyncClient]:
        """Give what speaks to it as a browser does."""
        origin = self.address.partition("/t/")[0]
        own = {"origin": origin, "sec-fetch-site": "same-origin"}
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(
            base_url=self.address, headers=own, timeout=PATIENCE, limits=limits
        ) as client:
            yield client

    def workers(self) -> list[int]:
        """Give the numbers of the processes that check files."""
        listed = subprocess.run(  # noqa: S603 - our own words
            ["ps", "-o", "pid=", "--ppid", str(self.id)],  # noqa: S607 - as it is installed
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(one) for one in listed.stdout.split()]

    def memory(self) -> int:
        """Give the most memory that it has had, in MiB."""
        status = Path(f"/proc/{self.id}/status").read_text(encoding="utf-8")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) >> 10 if found else 0


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server, and end it as Ctrl+C does."""
    command = [sys.executable, "-m", "statlint", "serve", "--lang", "zh"]
    paths = os.pathsep.join(str(ROOT / part) for part in ("lint", "rules"))
    with subprocess.Popen(  # noqa: S603 - our own words
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as running:
        assert running.stdout is not None  # noqa: S101 - it is asked for above
        address = next(one.strip() for one in running.stdout if "http://" in one)
        try:
            yield Server(address, running.pid)
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(PATIENCE)


async def page(client: httpx.AsyncClient, files: Sequence[Upload]) -> tuple[Found, float]:
    """Do what a page does with some files; gives what was found, and the seconds it took."""
    began = monotonic()
    begun = await client.post("cases", json={"language": "zh"})
    case = f"cases/{begun.raise_for_status().json()['case']}"
    for name, content in files:
        sent = await client.put(f"{case}/files", params={"name": name}, content=content)
        sent.raise_for_status()
    (await client.post(f"{case}/check")).raise_for_status()
    while True:
        state = (await client.get(case)).raise_for_status().json()
        if state["work"]["state"] == "idle":
            break
        await asyncio.sleep(0.5)
    if state["error"]:
        return {"": (state["error"]["code"], [])}, monotonic() - began
    results = (await client.get(f"{case}/results")).raise_for_status().json()
    took = monotonic() - began
    (await client.post(f"{case}/close?now=1")).raise_for_status()
    return found_in(results), took


def found_in(results: dict[str, Any]) -> Found:
    """Give what was found in each file."""
    return {
        one["path"]: (
            one["status"] if one["message"] is None else f"lost: {one['message']['en']}",
            [found["code"] for found in one["findings"]],
        )
        for one in results["files"]
    }


def expected(name: str, content: bytes) -> Found:
    """Give what the library finds."""
    report = lint((name, content), language="zh")
    (file,) = report.files
    return {name: (str(file.status), [one.code for one in report.findings])}


def bomb() -> Upload:
    """Give the worst file there is."""
    from hostile_files.all_kinds import all_kinds

    kind = next(one for _, one in all_kinds() if one.file == _WORST)
    return kind.file, kind.content()


async def many_pages(server: Server, uploads: int, *, kill: bool) -> str:
    """Send files of many pages at once, one of them hostile; some processes may be killed."""
    honest = [(HONEST.name, HONEST.read_bytes()), (FAULTY.name, FAULTY.read_bytes())]
    files = [honest[at % 2] for at in range(uploads - 1)]
    files.insert(uploads // 2, hostile_file())
    async with server.browser() as client:
        began = monotonic()
        killer = asyncio.create_task(killing(server)) if kill else None
        told = await asyncio.gather(*(page(client, [one]) for one in files))
        seconds = monotonic() - began
        killed = await killer if killer else 0
    wanted = {one[0]: expected(*one) for one in honest}
    lost = [
        found
        for file, (found, _) in zip(files, told, strict=True)
        if file[0] in wanted and found != wanted[file[0]]
    ]
    slowest = max(took for _, took in told)
    return (
        f"{uploads} pages at once, one hostile, {killed} processes killed: {len(lost)} lost,"
        f" {seconds:.1f} s, slowest {slowest:.1f} s"
    )


async def one_page(server: Server, uploads: int) -> str:
    """Send as many files from one page."""
    content = FAULTY.read_bytes()
    files = [(f"{at:02}-{FAULTY.name}", content) for at in range(uploads - 1)]
    files.insert(uploads // 2, hostile_file())
    async with server.browser() as client:
        found, seconds = await page(client, files)
    ((_, wanted),) = expected(*files[0]).values()
    sound = [one for one in files if found.get(one[0], ("", []))[0] == "checked"]
    lost = sum(Counter(found[name][1]) < Counter(wanted) for name, _ in sound)
    lost += len(files) - 1 - len(sound)
    return f"one page with {uploads} files, one hostile: {lost} lost, {seconds:.1f} s"


async def all_kinds_of(server: Server) -> str:
    """Send every kind of hostile file, each beside an honest one on its page."""
    from hostile_files.all_kinds import all_kinds

    honest = HONEST.read_bytes()
    gate = asyncio.Semaphore(TOGETHER)
    statuses: Counter[str] = Counter()
    lost: list[str] = []

    async def send(name: str, file: str, content: bytes) -> None:
        async with gate:
            found, _ = await page(client, [(HONEST.name, honest), (file, content)])
        if found.get(HONEST.name, ("", []))[0] != "checked":
            lost.append(name)
        statuses.update(status for path, (status, _) in found.items() if path != HONEST.name)

    began = monotonic()
    async with server.browser() as client:
        kinds = [(one.name, one.file, one.content()) for _, one in all_kinds()]
        await asyncio.gather(*(send(*one) for one in kinds))
    told = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    return (
        f"{len(kinds)} hostile kinds: honest neighbours lost {lost}, {told},"
        f" {monotonic() - began:.0f} s"
    )


def hostile_file() -> Upload:
    """Give a hostile file, made once."""
    if not _MADE:
        _MADE.append(bomb())
    return _MADE[0]


_MADE: list[Upload] = []


async def killing(server: Server) -> int:
    """Kill a process that checks files, and again the next ones; gives how many."""
    killed = 0
    while killed < KILLED:
        await asyncio.sleep(2)
        several = await asyncio.to_thread(server.workers)
        if several:
            os.kill(several[killed % len(several)], signal.SIGKILL)
            killed += 1
    return killed


async def measured(server: Server, uploads: int, *, kinds: bool) -> None:
    """Say what each kind of load does."""
    print(await many_pages(server, uploads, kill=False), flush=True)
    print(await many_pages(server, uploads, kill=True), flush=True)
    print(await one_page(server, uploads), flush=True)
    if kinds:
        print(await all_kinds_of(server), flush=True)
    print(f"the server itself had at most {server.memory()} MiB", flush=True)


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uploads", type=int, default=50)
    parser.add_argument("--kinds", action="store_true")
    asked = parser.parse_args()
    sys.path.insert(0, str(ROOT / "tests"))
    with serving() as server:
        asyncio.run(measured(server, asked.uploads, kinds=asked.kinds))


if __name__ == "__main__":
    main()
