"""A desk to be asked by tests: its cases, the processes that work for it, a client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from statlint.run.workers.pool import Bounds
from statlint.web.app import Desk, app_of
from statlint.web.bounds import DeskBounds
from statlint.web.cases import Cases
from statlint.web.guard import Guard
from statlint.web.labour import Labour
from unit.web.serving import client_of, serving, until_idle

if TYPE_CHECKING:
    import httpx

SUBMISSIONS = Path(__file__).parents[3] / "fixtures/submissions"
CLEAN = (SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()
FAULTY_NAME = "瑶海区2019年政府信息公开年报.xlsx"
FAULTY = (SUBMISSIONS / FAULTY_NAME).read_bytes()
SMALL = ",一月数,二月数\n甲类户,1,2\n乙类户,3,4\n合计,4,7\n".encode()
"""A table with a wrong total."""


@dataclass(frozen=True)
class Asking:
    """A desk that is served, and a client that asks it."""

    desk: Desk
    client: httpx.Client
    port: int
    path: str

    def begin(self) -> str:
        """Begin a case; give its address."""
        told = self.client.post("cases", json={"language": "zh"})
        assert told.status_code == 201
        return f"cases/{told.json()['case']}"

    def put(self, case: str, name: str, content: bytes, **asked: str) -> dict[str, Any]:
        """Send a file, and give what is told of it."""
        told = self.client.put(f"{case}/files", params={"name": name, **asked}, content=content)
        assert told.status_code == 201, told.text
        file: dict[str, Any] = told.json()
        return file

    def check(self, case: str) -> dict[str, Any]:
        """Check a case, wait for it, and give its results."""
        assert self.client.post(f"{case}/check").status_code == 202
        assert until_idle(self.client, case)["error"] is None
        found: dict[str, Any] = self.client.get(f"{case}/results").json()
        return found

    def checked(self, files: Mapping[str, bytes]) -> tuple[str, dict[str, Any]]:
        """Begin a case with some files and check it; give its address and its results."""
        case = self.begin()
        for name, content in files.items():
            self.put(case, name, content)
        return case, self.check(case)


@contextmanager
def asking(
    home: Path, bounds: DeskBounds | None = None, tasks: Bounds | None = None
) -> Iterator[Asking]:
    """Serve a desk whose cases are in a folder; `tasks` bound what each task may cost."""
    found = bounds or DeskBounds()
    with closing(Labour(found, 2, tasks)) as labour:
        desk = Desk(Cases(home, found), labour, found)
        guard = Guard(app_of(desk), "token", None)
        with serving(guard) as port, client_of(port, guard.address) as client:
            yield Asking(desk, client, port, guard.address)


def code_of(told: httpx.Response) -> tuple[int, str]:
    """Give the status of a refusal, and what it is called."""
    return told.status_code, told.json()["error"]["code"]


def places(results: Mapping[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Give of each path the codes and places of its findings."""
    return {
        file["path"]: [(one["code"], one["where"]) for one in file["findings"]]
        for file in results["files"]
    }


def attachment(name: str) -> str:
    """Give the head of an answer that is to be kept as a file."""
    return f"attachment; filename*=utf-8''{quote(name)}"


def folder_of(asked: Asking, case: str) -> Path:
    """Give the folder of a case by its address."""
    return asked.desk.cases.get(case.removeprefix("cases/")).folder
