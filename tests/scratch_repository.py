"""A git repository of a test's own, with nothing of the person or machine that runs the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = (
    "lint",
    "rules",
    "pyproject.toml",
    "README.md",
    "action.yml",
    "templates",
    ".pre-commit-hooks.yaml",
)
"""What of this project others install."""
_KEPT = ("PIP_", "SSL_", "REQUESTS_CA", "TMPDIR", "SYSTEMROOT", "COVERAGE_")
_FILE_URLS = ("-c", "protocol.file.allow=always")


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository in a folder, and the environment that all its commands get."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *words: str, status: int | None = 0) -> str:
        """Run a command there and give all that it says; its status must be that, if one is."""
        done = subprocess.run(  # noqa: S603 - git and what the tests install, with words of ours
            words,
            cwd=self.folder,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode("utf-8", "replace")
        assert status in {None, done.returncode}, f"{words} ended with {done.returncode}:\n{said}"
        return said

    def git(self, *words: str, status: int | None = 0) -> str:
        """Run git there."""
        return self.run("git", *_FILE_URLS, *words, status=status)

    def put(self, name: str, content: bytes | str) -> Path:
        """Write a file into the working tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def add(self, name: str, content: bytes | str) -> Path:
        """Write a file and stage it."""
        path = self.put(name, content)
        self.git("add", "--", name)
        return path

    def commit(self, *words: str, status: int = 0) -> str:
        """Commit what is staged; give what git and its hooks say."""
        return self.git("commit", "--quiet", "-m", "One more", *words, status=status)


def scratch_environment(home: Path, **more: str) -> dict[str, str]:
    """Give an environment with a home of its own and this Python's programs before all others."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in os.environ.items() if key.startswith(_KEPT)}
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A Clerk"), ("EMAIL", "clerk@office.example"))
    }
    return {
        **kept,
        **who,
        "HOME": str(home),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "LC_ALL": "C.UTF-8",
        "STATLINT_LANG": "en",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        # For an option that begins with no, pip takes 0 for yes: most of what is installed is
        # never imported, and need not be compiled.
        "PIP_NO_COMPILE": "0",
        **more,
    }


def new_repository(folder: Path, environment: Mapping[str, str]) -> Repository:
    """Make an empty repository."""
    folder.mkdir(parents=True)
    repository = Repository(folder, environment)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.git("config", "core.quotePath", "false")
    return repository


def this_project(folder: Path, environment: Mapping[str, str]) -> Repository:
    """Give a repository with what others install of this project, as it stands now."""
    own = Repository(ROOT, environment)
    asked = ("--cached", "--others", "--exclude-standard", "-z", "--", *PACKAGE)
    names = own.git("-c", "safe.directory=*", "ls-files", *asked)
    copy = new_repository(folder, environment)
    for name in names.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    copy.git("add", "--all")
    copy.commit()
    return copy
