"""A case: the files of one page, what is to be done with them, what came out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from statlint.choice import StrEnum
from statlint.dataclass import dataclass, field
from statlint.justification.home import SUFFIX
from statlint.values import Language, Text
from statlint.web.faults import Cannot, DeskFaultError, Json
from statlint.web.names import free_name

if TYPE_CHECKING:
    from asyncio import Task
    from concurrent.futures import Future


class Role(StrEnum):
    """What a file is for."""

    CHECKED = "checked"
    PREVIOUS = "previous"
    PARTS = "parts"
    REASONS = "reasons"


_FOLDERS = {Role.PREVIOUS: Text("上年", "previous"), Role.PARTS: Text("下级", "parts")}
"""Reports name a file as seen from the folder of the case."""


@dataclass(slots=True, eq=False)
class CaseFile:
    """One file of a case: its name among those of its role, and its size in bytes."""

    id: str
    name: str
    role: Role
    size: int

    def json(self) -> dict[str, Json]:
        """Tell of it."""
        return {"id": self.id, "name": self.name, "role": str(self.role), "bytes": self.size}


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for all files of a case; None: it is recognised."""

    language: Language = "zh"
    form: str | None = None
    period: str | None = None
    kind_of_unit: str | None = None


class WorkKind(StrEnum):
    """What is done for a page while it waits."""

    CHECK = "check"
    REASONS = "reasons"


@dataclass(slots=True, eq=False)
class AtWork:
    """What is being done: the task that sees to it, what processes were asked for."""

    kind: WorkKind
    task: Task[None] | None = None
    asked: list[Future[str]] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        """Whether no process has begun with it."""
        return not any(one.running() or one.done() for one in self.asked)


@dataclass(slots=True, eq=False)
class Case:
    """What one page has; all of it is in `folder`, and goes with it.

    `version` counts changes of files and choices, `seen` is that of the last finished `run`, the
    number of a check; `incoming` are bytes that are being sent. `heard` and `used` are when the
    page last said anything, and last wanted anything; `closing` is when it goes.
    """

    id: str
    folder: Path
    choices: Choices
    files: dict[str, CaseFile] = field(default_factory=dict)
    version: int = 0
    run: int = 0
    seen: int = -1
    incoming: int = 0
    work: AtWork | None = None
    error: DeskFaultError | None = None
    heard: float = field(default_factory=monotonic)
    used: float = field(default_factory=monotonic)
    closing: float | None = None
    is_closed: bool = False
    _count: int = 0
    _folders: dict[Role, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make its folders."""
        self._folders = {role: said.of(self.choices.language) for role, said in _FOLDERS.items()}
        for folder in (self.store, self.parts, self.runs, self.made):
            folder.mkdir(parents=True)
        for name in self._folders.values():
            (self.store / name).mkdir()

    @property
    def store(self) -> Path:
        """The files under their names; the folder that a check looks from."""
        return self.folder / "files"

    @property
    def parts(self) -> Path:
        """Files that have not come whole."""
        return self.folder / "incoming"

    @property
    def runs(self) -> Path:
        """What came out of checks, each in a folder by its number."""
        return self.folder / "runs"

    @property
    def made(self) -> Path:
        """What was made to be taken away."""
        return self.folder / "made"

    @property
    def size(self) -> int:
        """Bytes of all files, and of those that are on their way."""
        return sum(one.size for one in self.files.values()) + self.incoming

    @property
    def is_stale(self) -> bool:
        """Whether anything has changed since the last finished check."""
        return self.run > 0 and self.version != self.seen

    def file(self, number: str) -> CaseFile:
        """Give a file by its id; raises DeskFaultError."""
        if number not in self.files:
            raise DeskFaultError(Cannot.NO_FILE)
        return self.files[number]

    def of_role(self, role: Role) -> Iterator[CaseFile]:
        """Go through the files of one role."""
        return (one for one in self.files.values() if one.role is role)

    def seen_as(self, file: CaseFile) -> str:
        """Give the path of a file as seen from the store: its path in reports."""
        folder = self._folders.get(file.role)
        return f"{folder}/{file.name}" if folder else file.name

    def add(self, part: Path, name: str, role: Role) -> CaseFile:
        """Take in a file that has come whole; raises OSError."""
        self._count += 1
        file = CaseFile(f"f{self._count}", name, role, part.stat().st_size)
        if role is not Role.REASONS:
            file.name = free_name(name, self._taken(role))
        else:
            # Reasons for a file are one file, the one that came last.
            for other in list(self.of_role(role)):
                if other.name.casefold() == name.casefold():
                    self.remove(other)
        part.replace(self.store / self.seen_as(file))
        self.files[file.id] = file
        self.version += 1
        return file

    def renew(self, part: Path, file: CaseFile) -> None:
        """Put a file in the place of another, that keeps its name; raises OSError."""
        size = part.stat().st_size
        part.replace(self.store / self.seen_as(file))
        file.size = size
        self.version += 1

    def move(self, file: CaseFile, role: Role) -> None:
        """Give a file another role; raises OSError."""
        if Role.REASONS in {role, file.role} or role is file.role:
            return
        before = self.store / self.seen_as(file)
        name = free_name(file.name, self._taken(role))
        moved = CaseFile(file.id, name, role, file.size)
        before.replace(self.store / self.seen_as(moved))
        file.name, file.role = name, role
        self.version += 1

    def remove(self, file: CaseFile) -> None:
        """Delete a file; raises OSError."""
        (self.store / self.seen_as(file)).unlink(missing_ok=True)
        del self.files[file.id]
        self.version += 1

    def choose(self, choices: Choices) -> None:
        """Take other choices."""
        if choices != self.choices:
            self.choices = choices
            self.version += 1

    def reasons_of(self, file: CaseFile) -> Path:
        """Give the place of the reasons of a checked file."""
        return self.store / f"{file.name}{SUFFIX}"

    def results(self) -> Path:
        """Give the folder of what the last finished check found; raises DeskFaultError."""
        if not self.run:
            raise DeskFaultError(Cannot.NO_RESULTS)
        return self.runs / str(self.run)

    def _taken(self, role: Role) -> list[str]:
        """Name what lies in the folder of a role."""
        names = [one.name for one in self.of_role(role)]
        return names if role in self._folders else [*names, *self._folders.values()]
