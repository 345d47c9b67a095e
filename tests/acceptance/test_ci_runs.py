"""The action for GitHub and the job for GitLab, run as they are written from a clean machine on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
import yaml

from ci_steps import Runner
from scratch_repository import ROOT, Repository, new_repository, scratch_environment, this_project

SUBMISSIONS = ROOT / "fixtures/submissions"
RIGHT = (SUBMISSIONS / "suqian-2024.xlsx").read_bytes()
WRONG = (SUBMISSIONS / "瑶海区2019年政府信息公开年报.xlsx").read_bytes()


@pytest.fixture
def house(tmp_path: Path) -> Repository:
    """Make a checkout of this project, as the runner of a job has one."""
    return this_project(tmp_path / "house", scratch_environment(tmp_path / "home"))


@pytest.fixture
def office(house: Repository, tmp_path: Path) -> Repository:
    """Make a repository with a right table, and a wrong one in a folder with a blank."""
    office = new_repository(tmp_path / "office", house.environment)
    office.add("right.xlsx", RIGHT)
    office.add("2019 年/瑶海区.xlsx", WRONG)
    office.commit()
    return office


def test_the_action(house: Repository, office: Repository, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    runner = Runner(office.folder, temporary, office.environment)

    def ended(**inputs: str) -> tuple[int, str, str]:
        """Run the action; give its status, how many errors it counts, and its annotations."""
        status = runner.run(house.folder, **inputs)
        lines = "".join(runner.said[-2:]).splitlines()
        told = "\n".join(line for line in lines if line.startswith("::error"))
        return status, runner.output(house.folder, "error"), told

    both = "right.xlsx\n2019 年/瑶海区.xlsx\n"
    right = ended(paths="right.xlsx", fail_level="warning", upload_sarif="false")
    status, errors, told = ended(args="--select B101 --lang 'zh'", upload_sarif="true")
    accepted = ended(paths=both, previous="right.xlsx", args="--exit-zero --select F")
    broken = ended(paths="right.xlsx\nnowhere.xlsx")

    assert right == (0, "0", "")
    assert (status, errors, told.count("\n")) == (1, "2", 1)
    assert "file=2019 年/瑶海区.xlsx" in told
    assert "自然人：各项合计 127，总计填 124，差额 3" in told
    assert "| 错误 | B101 unbalanced-total | 2019 年/瑶海区.xlsx | 年报!I48 |" in runner.summary()
    assert accepted == (0, "0", "")
    assert broken == (2, "", "")
    assert runner.used == [
        {"sarif_file": str(temporary / "statlint.code-scanning.sarif"), "category": "statlint"}
    ]


def test_the_action_without_a_python(house: Repository, office: Repository, tmp_path: Path) -> None:
    runner = Runner(office.folder, tmp_path, office.environment)

    assert runner.run(house.folder, python="python2.7 no-such-python") == 2
    assert runner.said == [
        "::error title=statlint::Python 3.11 or later is needed (actions/setup-python)\n"
    ]


def test_the_job_for_gitlab(house: Repository, office: Repository, tmp_path: Path) -> None:
    job = yaml.safe_load((house.folder / "templates/statlint.gitlab-ci.yml").read_bytes())
    office.run(sys.executable, "-m", "venv", str(tmp_path / "image"))
    image = os.pathsep.join((str(tmp_path / "image/bin"), office.environment["PATH"]))
    variables = {**job["statlint"]["variables"], "STATLINT_SOURCE": str(house.folder)}
    variables |= {"STATLINT_PATHS": "right.xlsx\n2019 年/瑶海区.xlsx", "CI_PROJECT_DIR": "."}
    script = "\n".join(job["statlint"]["script"])

    runner = Repository(office.folder, {**office.environment, **variables, "PATH": image})
    runner.run("sh", "-ec", script, status=1)
    quality = json.loads((office.folder / "gl-code-quality-report.json").read_bytes())

    assert {one["location"]["path"] for one in quality} == {"2019 年/瑶海区.xlsx"}
    assert (office.folder / "statlint-junit.xml").read_bytes().count(b"<testsuite ") == 2
