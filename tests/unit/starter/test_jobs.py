"""The jobs of CI: as their makers' schemas ask, and installing what they are told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from statlint.starter.jobs import github_job, gitlab_job
from statlint.starter.supply import Supply
from statlint.values import Language

ROOT = Path(__file__).parents[3]
OURS = Supply("statlint @ git+https://git.example/o'neill@v1", "https://git.example/o'neill", "v1")
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
DATA_SETS = pytest.mark.parametrize("all_files", [True, False], ids=["no data sets", "data sets"])


def refused(schema: str, text: str, folder: Path) -> str:
    """Hold a file against the schema of those who read it; give what is wrong with it."""
    path = folder / "file.yml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - this Python, with words of ours
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@LANGUAGES
@DATA_SETS
def test_the_workflow_for_github(language: Language, tmp_path: Path, *, all_files: bool) -> None:
    text = github_job(OURS, language, all_files=all_files)
    job = yaml.safe_load(text)["jobs"]["statlint"]
    check = "statlint check . " if all_files else "statlint check "

    assert refused("vendor.github-workflows", text, tmp_path) == ""
    assert job["env"] == {"STATLINT_SOURCE": OURS.requirement}
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        'python -m pip install --quiet "$STATLINT_SOURCE"',
        f"{check}--output-format github",
    ]


@LANGUAGES
@DATA_SETS
def test_the_job_for_gitlab(language: Language, tmp_path: Path, *, all_files: bool) -> None:
    text = gitlab_job(OURS, language, all_files=all_files)
    job = yaml.safe_load(text)["statlint"]

    assert refused("vendor.gitlab-ci", text, tmp_path) == ""
    assert job["variables"]["STATLINT_SOURCE"] == OURS.requirement
    assert job["variables"]["STATLINT_PATHS"] == ("." if all_files else "")


def test_the_schema_would_tell(tmp_path: Path) -> None:
    text = github_job(OURS, "en", all_files=True).replace("runs-on", "run-on")

    assert "run-on" in refused("vendor.github-workflows", text, tmp_path)


def test_the_template_is_the_job_for_gitlab() -> None:
    template = ROOT / "templates/statlint.gitlab-ci.yml"

    text = gitlab_job(Supply("statlint"), "en", all_files=True)

    assert template.read_text(encoding="utf-8") == text


def test_the_action_is_what_github_takes(tmp_path: Path) -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")

    assert refused("vendor.github-actions", text, tmp_path) == ""
