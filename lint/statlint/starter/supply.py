"""Where others get the statlint from that runs here: an index, a git repository, nowhere yet."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from statlint import __version__
from statlint.dataclass import dataclass

_NAME = "statlint"
_RELEASE = r"v?\d+(\.\d+)+\S*"
"""How tags of versions are named; any other name, such as that of a branch, moves on."""
_PACKED = (".whl", ".tar.gz", ".zip")


@dataclass(frozen=True, slots=True)
class Supply:
    """What pip is told to install, and the git repository and revision that it comes from, if any.

    `known` is whether others can install it by that; not so where it came from a folder here.
    """

    requirement: str
    repository: str | None = None
    revision: str | None = None
    known: bool = True

    @property
    def is_path(self) -> bool:
        """Whether it is a file or folder, which means something only where it is seen from."""
        if "@" in self.requirement or "://" in self.requirement:
            return False
        return bool(set(self.requirement) & set("/\\")) or self.requirement.endswith(_PACKED)


def read_supply(written: str) -> Supply | None:
    """Read what a user says that pip installs; None for a git address without a revision."""
    address = written.strip().partition("@ ")[2].strip() or written.strip()
    if not address.startswith("git+"):
        return Supply(written.strip())
    repository, at, revision = address.removeprefix("git+").rpartition("@")
    # The sign also stands before the host: git@host:path, user@host/path.
    if not at or "/" in revision or ":" in revision:
        return None
    return _of_git(repository, revision)


def installed_supply() -> Supply:
    """Tell where the installed statlint came from, by what pip noted when it installed it.

    PEP 610: direct_url.json is there unless it came from an index.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        noted = distribution(_NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return _FROM_HERE
    return supply_noted(json.loads(noted or "null"))


def supply_noted(noted: Mapping[str, object] | None) -> Supply:
    """Read a note of pip on where something was installed from; there is none for an index."""
    if noted is None:
        return Supply(f"{_NAME}=={__version__}")
    address, versions = str(noted.get("url", "")), noted.get("vcs_info")
    if isinstance(versions, Mapping):
        asked, commit = (str(versions.get(key)) for key in ("requested_revision", "commit_id"))
        return _of_git(address, asked if re.fullmatch(_RELEASE, asked) else commit)
    return _FROM_HERE if address.startswith("file:") else Supply(address)


def _of_git(repository: str, revision: str) -> Supply:
    return Supply(f"git+{repository}@{revision}", repository, revision)


_FROM_HERE = Supply(_NAME, known=False)
