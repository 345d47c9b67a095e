"""The example pack, built, installed and run: what its README says of it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACK = ROOT / "docs/example-pack"
SETTINGS = 'rule-packs = ["county"]\nform-packs = ["county"]\n'
ROUND = (
    "公路,里程,其中：硬化路面\n县道,1200,1007\n乡道,3400,2950\n村道,5600,4410\n合计,10200,8367\n"
)
BROKEN = ROUND.replace("3400", "3403")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the pack and install it into a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    words = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation")
    subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, *words, "--target", folder, PACK], check=True
    )
    return folder


@pytest.fixture
def run(site: Path, tmp_path: Path) -> Run:
    """Run Python in a folder with a table and settings, the pack beside statlint."""
    (tmp_path / "roads.csv").write_text(ROUND, encoding="utf-8")
    (tmp_path / "statlint.toml").write_text(SETTINGS, encoding="utf-8")
    path = os.pathsep.join(map(str, (site, ROOT / "lint", ROOT / "rules")))

    def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - this Python, with words of our own
            [sys.executable, "-m", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": path, "STATLINT_LANG": "zh", "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_rule_and_form_are_taken(run: Run) -> None:
    done = run("statlint", "check", "roads.csv", "--output-format", "json")

    report = json.loads(done.stdout)
    assert [table["form"] for file in report["files"] for table in file["tables"]] == [
        "county-roads"
    ]
    assert [(one["cell"], one["code"], one["message"]) for one in report["findings"]] == [
        ("B2", "CT101", "里程：4 个数都是 100 的整数倍")
    ]
    assert (done.returncode, done.stderr) == (0, "")


def test_the_edits_of_its_form_are_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "roads.csv").write_text(BROKEN, encoding="utf-8")

    done = run("statlint", "check", "roads.csv", "--output-format", "json")

    found = json.loads(done.stdout)["findings"]
    assert [(one["cell"], one["code"], one["edit"]["id"]) for one in found] == [
        ("B5", "B101", "total")
    ]
    assert done.returncode == 1


def test_nothing_of_it_is_known_where_no_settings_name_it(run: Run) -> None:
    done = run("statlint", "check", "roads.csv", "--isolated", "--output-format", "json")

    report = json.loads(done.stdout)
    assert [table["form"] for file in report["files"] for table in file["tables"]] != [
        "county-roads"
    ]
    assert [one["code"] for one in report["findings"] if one["code"].startswith("CT")] == []


@pytest.mark.parametrize(
    ("option", "codes"),
    [
        pytest.param(("--select", "CT"), ["CT101"], id="its family is selected"),
        pytest.param(("--select", "C"), None, id="no other family is"),
        pytest.param(("--ignore", "only-round-figures"), [], id="its name is ignored"),
    ],
)
def test_its_rule_is_named_like_others(
    run: Run, option: tuple[str, str], codes: list[str] | None
) -> None:
    done = run("statlint", "check", "roads.csv", *option, "--output-format", "json")

    found = json.loads(done.stdout)["findings"] if done.stdout else None
    assert (None if found is None else [one["code"] for one in found]) == codes


def test_its_form_is_asked_for_by_its_id(run: Run) -> None:
    done = run("statlint", "check", "roads.csv", "--form", "county-roads", "-q")

    assert (done.returncode, "CT101" in done.stdout) == (0, True)


def test_its_page_is_shown(run: Run) -> None:
    chinese = run("statlint", "explain", "CT101").stdout
    english = run("statlint", "explain", "only-round-figures", "--lang", "en").stdout

    assert "一栏的数全是整百数" in chinese
    assert "检查什么" in chinese
    assert "All figures of a column are round" in english
    assert "CT101" in run("statlint", "explain", "--all").stdout


def test_its_form_is_shown(run: Run) -> None:
    listed = run("statlint", "form", "list").stdout
    shown = run("statlint", "form", "show", "county-roads").stdout
    matched = run("statlint", "form", "match", "roads.csv").stdout

    assert listed.startswith("county-roads  农村公路里程表  1 张表，2 条关系\n")
    assert "公路里程合计" in shown
    assert matched.startswith("roads.csv\n  county-roads  A1:C5")


def test_its_own_tests_pass(run: Run) -> None:
    done = run("pytest", "-q", "-p", "no:cacheprovider", PACK / "tests")

    assert done.stdout.splitlines()[-1].startswith("4 passed")
