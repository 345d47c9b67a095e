"""Where others get statlint from."""

from __future__ import annotations

import pytest

from statlint import __version__
from statlint.starter.supply import Supply, installed_supply, read_supply, supply_noted

GIT = "https://git.example/stat/statlint.git"
OF_GIT = Supply(f"git+{GIT}@v0.1.0", GIT, "v0.1.0")


@pytest.mark.parametrize(
    ("written", "supply"),
    [
        ("statlint==0.1.0", Supply("statlint==0.1.0")),
        (" wheels/statlint.whl ", Supply("wheels/statlint.whl")),
        (
            "statlint @ https://files.example/statlint.whl",
            Supply("statlint @ https://files.example/statlint.whl"),
        ),
        (f"git+{GIT}@v0.1.0", OF_GIT),
        (f"statlint @ git+{GIT}@v0.1.0", OF_GIT),
        (
            "git+ssh://git@git.example/statlint@abc",
            Supply(
                "git+ssh://git@git.example/statlint@abc",
                "ssh://git@git.example/statlint",
                "abc",
            ),
        ),
        (f"git+{GIT}", None),
        ("git+ssh://git@git.example/statlint", None),
        ("git+ssh://git@git.example:22", None),
    ],
    ids=[
        "of an index",
        "a wheel",
        "an address",
        "of git",
        "of git, by name",
        "of git, with a user",
        "no revision",
        "a user and no revision",
        "a port and no revision",
    ],
)
def test_what_a_user_says(written: str, supply: Supply | None) -> None:
    assert read_supply(written) == supply


@pytest.mark.parametrize(
    ("noted", "supply"),
    [
        (None, Supply(f"statlint=={__version__}")),
        (
            {"url": GIT, "vcs_info": {"commit_id": "12ab", "requested_revision": "v0.1.0"}},
            OF_GIT,
        ),
        (
            {"url": GIT, "vcs_info": {"commit_id": "12ab", "requested_revision": "main"}},
            Supply(f"git+{GIT}@12ab", GIT, "12ab"),
        ),
        (
            {"url": "file:///srv/git/s", "vcs_info": {"commit_id": "12ab"}},
            Supply("git+file:///srv/git/s@12ab", "file:///srv/git/s", "12ab"),
        ),
        ({"url": "file:///home/clerk/statlint", "dir_info": {}}, Supply("statlint", known=False)),
        (
            {"url": "https://files.example/statlint.whl", "archive_info": {}},
            Supply("https://files.example/statlint.whl"),
        ),
    ],
    ids=["an index", "a version of git", "a branch of git", "git on a drive", "a folder", "a file"],
)
def test_what_pip_noted(noted: dict[str, object] | None, supply: Supply) -> None:
    assert supply_noted(noted) == supply


def test_what_is_tested_comes_from_a_folder() -> None:
    assert installed_supply() == Supply("statlint", known=False)


@pytest.mark.parametrize(
    ("requirement", "is_path"),
    [
        ("statlint==0.1.0", False),
        ("statlint @ git+https://git.example/x@v1", False),
        ("./wheels/statlint.whl", True),
        ("wheels/statlint.whl", True),
        ("statlint-0.1.0-py3-none-any.whl", True),
        ("https://files.example/statlint.whl", False),
        ("/srv/statlint", True),
        ("..\\statlint", True),
        ("C:\\statlint.whl", True),
    ],
)
def test_paths_are_told_from_names(requirement: str, *, is_path: bool) -> None:
    assert Supply(requirement).is_path == is_path
