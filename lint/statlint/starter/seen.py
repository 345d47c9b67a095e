"""What is there in a repository before statlint is at home in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from statlint.config.find import settings_in
from statlint.dataclass import dataclass
from statlint.run.passed_by import PassedBy
from statlint.run.paths import expand_paths
from statlint.starter.datasets import Proposed, propose_datasets

CI_KINDS = ("github", "gitlab")
HOOK_FILE = ".pre-commit-config.yaml"
GITHUB_FILE = ".github/workflows/statlint.yml"
GITLAB_FILE = ".gitlab-ci.yml"
SETTINGS_FILE = "statlint.toml"
_MARKS = {"github": (".github",), "gitlab": (GITLAB_FILE, ".gitlab")}
_REMOTE = r"^\s*url\s*=.*?[@/]([^/:@]+)[/:]"


@dataclass(frozen=True, slots=True)
class Seen:
    """A repository: its top folder, whether git keeps it, its settings file, hooks, CI, tables.

    `hooks` is the text of the file of hooks; `ci` are the kinds of CI that it shows signs of.
    """

    folder: Path
    is_git: bool
    settings: Path | None
    hooks: str | None
    ci: tuple[str, ...]
    tables: tuple[str, ...]
    datasets: tuple[Proposed, ...]

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return (self.folder / name).exists()

    def mentions_us(self, name: str) -> bool:
        """Tell whether a file speaks of statlint."""
        return "statlint" in (_text_of(self.folder / name) or "")


def look_around(folder: Path) -> Seen:
    """Look at the repository that a folder lies in; at the folder itself where git keeps none."""
    top = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)
    home = top or folder
    # What git ignores is no part of the repository, and no table of the office.
    passed_by = PassedBy(lambda _: ())
    tables = tuple(
        path.relative_to(home).as_posix() for path in expand_paths([home], passed_by=passed_by)
    )
    return Seen(
        folder=home,
        is_git=top is not None,
        settings=settings_in(home),
        hooks=_text_of(home / HOOK_FILE),
        ci=tuple(_kinds_of_ci(home)),
        tables=tables,
        datasets=propose_datasets(tables),
    )


def _kinds_of_ci(home: Path) -> Iterator[str]:
    """Give the kinds of CI that have files there; else those that a remote is named after."""
    by_files = [kind for kind in CI_KINDS if any((home / mark).exists() for mark in _MARKS[kind])]
    hosts = re.findall(_REMOTE, _text_of(home / ".git/config") or "", re.MULTILINE)
    by_host = [kind for kind in CI_KINDS if any(kind in host for host in hosts)]
    yield from by_files or by_host


def _text_of(path: Path) -> str | None:
    try:
        # As it is: the ends of lines are kept.
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
