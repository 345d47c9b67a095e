"""What is done in a repository, by what is there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.starter import Action, Supply, look_around, plan, take
from statlint.values import Language

OURS = Supply("statlint==0.1.0")
SETTINGS, HOOKS = "statlint.toml", ".pre-commit-config.yaml"
GITHUB, GITLAB = ".github/workflows/statlint.yml", ".gitlab-ci.yml"
BESIDE = ".gitlab/statlint.gitlab-ci.yml"


def put(folder: Path, *names: str, **texts: str) -> None:
    for name in (*names, *texts):
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts.get(name, "1,2\n"), encoding="utf-8")


def planned(folder: Path, *, hook: bool = True) -> dict[str, Action]:
    seen = look_around(folder)
    return {step.path: step.action for step in plan(seen, OURS, seen.ci, "en", hook=hook)}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a folder that git keeps."""
    put(tmp_path, ".git/HEAD")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "actions"),
    [
        ([], {SETTINGS: Action.WRITE, HOOKS: Action.WRITE}),
        (
            [".github/CODEOWNERS"],
            {SETTINGS: Action.WRITE, HOOKS: Action.WRITE, GITHUB: Action.WRITE},
        ),
        ([".gitlab/x.yml"], {SETTINGS: Action.WRITE, HOOKS: Action.WRITE, GITLAB: Action.WRITE}),
        (
            [".gitlab-ci.yml"],
            {
                SETTINGS: Action.WRITE,
                HOOKS: Action.WRITE,
                BESIDE: Action.WRITE,
                GITLAB: Action.BY_HAND,
            },
        ),
        (
            [".gitlab-ci.yml", BESIDE],
            {
                SETTINGS: Action.WRITE,
                HOOKS: Action.WRITE,
                BESIDE: Action.KEEP,
                GITLAB: Action.BY_HAND,
            },
        ),
        ([".statlint.toml"], {".statlint.toml": Action.KEEP, HOOKS: Action.WRITE}),
        ([HOOKS], {SETTINGS: Action.WRITE, HOOKS: Action.BY_HAND}),
        (
            [SETTINGS, GITHUB],
            {SETTINGS: Action.KEEP, HOOKS: Action.WRITE, GITHUB: Action.KEEP},
        ),
    ],
    ids=[
        "nothing",
        "signs of GitHub",
        "signs of GitLab",
        "other jobs",
        "other jobs, and ours beside them",
        "settings of another name",
        "hooks that are none",
        "settings and a job",
    ],
)
def test_what_is_there_is_kept(
    repository: Path, names: list[str], actions: dict[str, Action]
) -> None:
    put(repository, *names)

    assert planned(repository) == actions


def test_what_is_ours_already_is_kept(repository: Path) -> None:
    hooks = {HOOKS: "repos:\n- repo: x\n  hooks:\n  - id: statlint\n"}
    put(repository, **hooks, **{GITLAB: "statlint: {}\n", "pyproject.toml": "[tool.statlint]\n"})

    assert planned(repository) == dict.fromkeys(("pyproject.toml", HOOKS, GITLAB), Action.KEEP)


def test_other_hooks_get_ours_beside_them(repository: Path) -> None:
    put(repository, **{HOOKS: "repos:\n- repo: x\n"})

    assert planned(repository)[HOOKS] is Action.ADD
    assert planned(repository, hook=False) == {SETTINGS: Action.WRITE}


def test_a_file_that_is_added_to_keeps_its_rights(repository: Path) -> None:
    put(repository, **{HOOKS: "repos:\n- repo: x\n"})
    (repository / HOOKS).chmod(0o600)

    for step in plan(look_around(repository), OURS, (), "en"):
        take(step, repository)

    assert (repository / HOOKS).read_text().startswith("repos:\n- repo: x\n- repo: local\n")
    assert (repository / HOOKS).stat().st_mode & 0o777 == 0o600


def test_a_folder_without_git_gets_settings(tmp_path: Path) -> None:
    assert planned(tmp_path) == {SETTINGS: Action.WRITE}


def test_a_folder_below_is_of_the_same_repository(repository: Path) -> None:
    put(repository, "data/2024/a.csv")

    assert look_around(repository / "data/2024").folder == repository


def test_what_git_ignores_is_no_table_of_the_repository(repository: Path) -> None:
    put(repository, "2024/a.csv", "2023/a.csv", "old/2022/a.csv", **{".gitignore": "old/\n"})

    assert look_around(repository).tables == ("2023/a.csv", "2024/a.csv")


@pytest.mark.parametrize(
    ("address", "ci"),
    [
        ("https://github.com/office/tables.git", ("github",)),
        ("git@gitlab.office.example:stat/tables.git", ("gitlab",)),
        ("https://clerk@gitlab.office.example/stat/tables", ("gitlab",)),
        ("https://git.example/github/tables.git", ()),
    ],
)
def test_a_remote_tells_the_ci(repository: Path, address: str, ci: tuple[str, ...]) -> None:
    put(repository, **{".git/config": f'[remote "origin"]\n\turl = {address}\n'})

    assert look_around(repository).ci == ci


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_settings_hold_what_was_found(repository: Path, language: Language) -> None:
    names = ("瑶海区", "包河区")
    put(repository, *(f"data/{year}/{name}.csv" for year in (2023, 2024) for name in names))
    put(repository, *(f"data/2024/{name}/{town}.csv" for name in names for town in "甲乙"))

    for step in plan(look_around(repository), OURS, (), language):
        take(step, repository)
    settings = load_settings(repository / SETTINGS, Settings())

    assert settings.language == language
    assert [(one.pattern.written, one.parts) for one in settings.datasets] == [
        ("data/{year}/{area}.csv", ("data-2",)),
        ("data/{year}/{area}/{unit}.csv", ()),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_off_is_right_once_it_is_on(repository: Path, language: Language) -> None:
    step = plan(look_around(repository), OURS, (), language)[0]
    lines = step.text.splitlines()
    examples = [
        line.removeprefix("# ") for line in lines if line.startswith("# ") and " = " in line
    ]
    put(repository, **{SETTINGS: "\n".join(examples)})

    settings = load_settings(repository / SETTINGS, Settings())

    assert len(examples) == 4
    assert (settings.ignore, settings.kind_of_unit) == (("U102",), "county")


def test_a_file_that_came_since_is_not_written_over(repository: Path) -> None:
    step = plan(look_around(repository), OURS, (), "en")[0]
    put(repository, SETTINGS)

    with pytest.raises(FileExistsError):
        take(step, repository)
