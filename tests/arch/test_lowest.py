"""The lowest versions that are tested are the lowest that are allowed."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def numbers(version: str) -> tuple[int, ...]:
    """Read a version, zeros at its end left out."""
    return tuple(int(part) for part in version.removesuffix(".0").split("."))


def test_the_lowest_allowed_versions_are_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # The readers of submitted files are tested with them, the solver is not.
    extras = project["optional-dependencies"]
    required = [*project["dependencies"], *extras["pdf"], *extras["web"]]
    allowed = dict(dependency.split(">=") for dependency in required)
    lines = (ROOT / "tests/lowest.txt").read_text(encoding="utf-8").splitlines()
    tested = dict(line.split("==") for line in lines if not line.startswith("#"))

    assert {name: numbers(version) for name, version in tested.items()} == {
        name: numbers(version) for name, version in allowed.items()
    }
