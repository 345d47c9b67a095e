"""`statlint init`: what it writes, what it says, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from unit.cli.commanding import outcome, run

SETTINGS, HOOKS = "statlint.toml", ".pre-commit-config.yaml"
GITHUB, GITLAB = ".github/workflows/statlint.yml", ".gitlab-ci.yml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of four tables, where pre-commit is not installed."""
    for year in ("2023", "2024"):
        for unit in ("瑶海区", "包河区"):
            path = tmp_path / "data" / year / f"{unit}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("1,2\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def files(folder: Path) -> set[str]:
    """Give the files of a folder but for the tables."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".csv")
    return {path.relative_to(folder).as_posix() for path in found}


def test_it_says_what_it_wrote_and_what_comes_next(repository: Path) -> None:
    result = run("init", "--ci", "github", "--source", "statlint==0.1.0")

    assert result.exit_code == 0
    assert files(repository) == {SETTINGS, HOOKS, GITHUB}
    assert result.stdout == (
        f"{repository}: files that may hold tables: 4\n"
        "  write   statlint.toml                   1 data set\n"
        "  write   .pre-commit-config.yaml         the hook statlint: at each commit\n"
        "  write   .github/workflows/statlint.yml  at each push\n"
        "\n"
        "What comes next:\n"
        "  see what there is to be found\n"
        "      statlint check\n"
        "  note what cannot be put right at once, so that only what is new counts\n"
        "      statlint check --write-baseline\n"
        "  switch the hook on\n"
        "      pip install pre-commit && pre-commit install\n"
        "  have git keep the files\n"
        "      git add statlint.toml .pre-commit-config.yaml .github/workflows/statlint.yml\n"
    )


def test_the_second_time_nothing_is_written(repository: Path) -> None:
    run("init", "--source", "statlint==0.1.0")
    before = {name: (repository / name).read_bytes() for name in files(repository)}

    result = run("init", language="zh")

    assert {name: (repository / name).read_bytes() for name in files(repository)} == before
    assert result.stdout == (
        f"{repository}：4 个表格文件\n"
        "  保留    statlint.toml            已有，不改动\n"
        "  保留    .pre-commit-config.yaml  已有，不改动\n"
        "看不出用的是 GitHub 还是 GitLab，没有写 CI 任务；用 --ci github 或 --ci gitlab 指明\n"
    )


def test_a_dry_run_shows_the_files_and_writes_none(repository: Path) -> None:
    (repository / HOOKS).write_text("repos:\n- repo: x\n", encoding="utf-8")

    result = run("init", "--dry-run", "--source", "git+https://git.example/s@v1")

    assert files(repository) == {HOOKS}
    assert "  nothing is written; this is what would be\n" in result.stdout
    assert '      files = "data/{year}/{unit}.csv"\n' in result.stdout
    assert "      - repo: 'https://git.example/s'\n        rev: 'v1'\n" in result.stdout
    assert "      - repo: x\n" not in result.stdout


def test_what_it_cannot_add_is_shown(repository: Path) -> None:
    (repository / HOOKS).write_text("repos: [{repo: x}]\n", encoding="utf-8")
    (repository / GITLAB).write_text("test: {script: [x]}\n", encoding="utf-8")

    result = run("init")

    assert (repository / HOOKS).read_text(encoding="utf-8") == "repos: [{repo: x}]\n"
    assert "      include:\n        - local: .gitlab/statlint.gitlab-ci.yml\n" in result.stdout
    assert "      - repo: local\n        hooks:\n          - id: statlint\n" in result.stdout
    assert "please correct STATLINT_SOURCE in .gitlab/statlint.gitlab-ci.yml" in result.stdout


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["--ci", "none", "--no-hook"], {SETTINGS}),
        (["--ci", "gitlab"], {SETTINGS, HOOKS, GITLAB}),
        (["--ci", "gitlab", "--ci", "github", "data/2024"], {SETTINGS, HOOKS, GITLAB, GITHUB}),
    ],
    ids=["neither", "GitLab", "both, from a folder below"],
)
def test_what_is_asked_for(repository: Path, words: list[str], written: set[str]) -> None:
    said = run("init", *words).stdout

    assert files(repository) == written
    assert "No sign of GitHub or GitLab" not in said


def test_without_git_there_is_no_hook(repository: Path) -> None:
    (repository / ".git").rmdir()

    result = run("init", language="zh")

    assert files(repository) == {SETTINGS}
    assert "  不是 git 仓库：不写提交钩子\n" in result.stdout
    assert "git add" not in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "nowhere: no such file or folder"),
        (["data/2023/包河区.csv"], "data/2023/包河区.csv: no such file or folder"),
        (
            ["--source", "git+https://git.example/s"],
            (
                "--source: git+https://git.example/s names no revision; write git+ADDRESS@REVISION"
                " (see statlint init --help)"
            ),
        ),
    ],
    ids=["no such folder", "a file", "no revision"],
)
def test_what_cannot_be_done(repository: Path, words: list[str], said: str) -> None:
    assert outcome("init", *words) == (2, f"statlint: {said}\n")
    assert files(repository) == set()


def test_where_nothing_can_be_written_the_reason_is_told(repository: Path) -> None:
    (repository / ".github").write_text("", encoding="utf-8")

    status, said = outcome("init", "--ci", "github")

    assert status == 2
    assert said.startswith(f"statlint: {repository / GITHUB}: cannot be written (")
