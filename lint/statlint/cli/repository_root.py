"""The repository that a command is run in: programs want paths as seen from its root."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.dataclass import replace
from statlint.reporters import Look

_OF_RUNNERS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where the services that run checks say they put the repository."""


def seen_from_root(look: Look) -> Look:
    """Let paths be told from the root of the repository, else from the working folder."""
    here = Path.cwd()
    root = _root(here)
    return replace(look, root=str(root), folder=here.relative_to(root).as_posix())


def _root(here: Path) -> Path:
    for variable in _OF_RUNNERS:
        named = os.environ.get(variable)
        if named and here.is_relative_to(Path(named).resolve()):
            return Path(named).resolve()
    return next((one for one in (here, *here.parents) if (one / ".git").exists()), here)
