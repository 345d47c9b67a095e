"""The steps of a composite action, run one after the other as a runner of GitHub runs them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
"""How `shell: bash` is said to be run."""


@dataclass(slots=True)
class Runner:
    """A runner: the folder that jobs work in, one for what is put aside, and what was said.

    A step named `install` is run once: what it installs is there for the runs after it.
    """

    workspace: Path
    temporary: Path
    environment: Mapping[str, str]
    said: list[str] = field(default_factory=list)
    used: list[Mapping[str, Any]] = field(default_factory=list)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)

    def run(self, action: Path, **inputs: str) -> int:
        """Run an action; give 0, or the status of the step that failed."""
        stated = yaml.safe_load((action / "action.yml").read_bytes())
        given = {key: value.get("default", "") for key, value in stated["inputs"].items()}
        given |= {key.replace("_", "-"): value for key, value in inputs.items()}
        for step in stated["runs"]["steps"]:
            names = {f"inputs.{key}": value for key, value in given.items()}
            names |= dict(self._outputs())
            if "install" in self.outputs and step.get("id") == "install":
                continue
            if not _holds(step.get("if", ""), names):
                continue
            status = self._step(step, names, action)
            if status:
                return status
        return 0

    def output(self, action: Path, name: str) -> str:
        """Give an output of an action that was run."""
        stated = yaml.safe_load((action / "action.yml").read_bytes())
        return _filled(stated["outputs"][name]["value"], dict(self._outputs()))

    def summary(self) -> str:
        """Give what the page of the job shows."""
        path = self.temporary / "summary"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _outputs(self) -> Iterator[tuple[str, str]]:
        for step, values in self.outputs.items():
            for key, value in values.items():
                yield f"steps.{step}.outputs.{key}", value

    def _step(self, step: Mapping[str, Any], names: Mapping[str, str], action: Path) -> int:
        if "uses" in step:
            self.used.append({key: _filled(text, names) for key, text in step["with"].items()})
            return 0
        given, script = self.temporary / "output", self.temporary / "script.sh"
        given.write_text("", encoding="utf-8")
        script.write_text(step["run"], encoding="utf-8")
        filled = {key: _filled(text, names) for key, text in step.get("env", {}).items()}
        own = {
            "GITHUB_ACTION_PATH": str(action),
            "GITHUB_OUTPUT": str(given),
            "GITHUB_STEP_SUMMARY": str(self.temporary / "summary"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temporary),
        }
        done = subprocess.run(  # noqa: S603 - the steps of our own action
            [*_BASH, str(script)],
            cwd=self.workspace,
            env={**self.environment, **own, **filled},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.said.append(done.stdout.decode("utf-8", "replace"))
        lines = given.read_text(encoding="utf-8").splitlines()
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        return done.returncode


def _filled(text: str, names: Mapping[str, str]) -> str:
    """Put in what expressions stand for; what no step has given is empty."""
    return _EXPRESSION.sub(lambda found: names.get(found[1], ""), text)


def _holds(condition: str, names: Mapping[str, str]) -> bool:
    """Tell whether all of some comparisons with a text hold; no others are understood."""
    for comparison in filter(None, condition.split(" && ")):
        name, sign, text = comparison.split(" ")
        if (names.get(name, "") == text.strip("'")) != (sign == "=="):
            return False
    return True
