"""`statlint check` with a baseline: written, followed, shrunk; told in every report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unit.cli.commanding import CLEAN, WRONG, outcome, run

NAME = "statlint-baseline.json"
NOT_PUT_IN = (
    "statlint: 2 are new and were not put in: a baseline only shrinks; to begin anew, delete it"
    " first"
)
WORSE = WRONG.replace(b",3440,", b",3441,")
"""The same with a second slip."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository with a wrong report of last year and a clean one of this year."""
    monkeypatch.chdir(tmp_path)
    write("2023/a.csv", WRONG)
    write("2024/a.csv", CLEAN)
    Path("statlint.toml").write_text('select = ["B", "J"]\n')
    return tmp_path


def write(path: str, content: bytes) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_bytes(content)


def check(*words: str) -> tuple[int, str]:
    """Check all of it, and give the status and what stands on standard error."""
    return outcome("check", ".", *words)


def rules_held() -> dict[str, list[str]]:
    """Give the rules in the baseline, by file."""
    files = json.loads(Path(NAME).read_text(encoding="utf-8"))["files"]
    return {path: [one["rule"] for one in file["findings"]] for path, file in files.items()}


def codes(*words: str) -> list[tuple[str, str | None]]:
    """Give the findings of a run, with the grounds on which each is accepted."""
    findings = json.loads(run("check", *words, "--output-format", "json").stdout)["findings"]
    return [(one["code"], (one["justified"] or {}).get("grounds")) for one in findings]


def test_the_first_one_takes_in_all_and_lets_it_pass() -> None:
    assert check() == (1, "")

    assert check("--write-baseline") == (
        0,
        f"statlint: the baseline {NAME} is written; files: 1, findings: 2\n",
    )
    assert check() == (0, "")
    assert rules_held() == {"2023/a.csv": ["B101", "B101"]}


def test_what_is_known_is_counted_in_one_line_and_listed_for_programs() -> None:
    check("--write-baseline")

    told = run("check", ".", language="zh").stdout
    assert told.splitlines()[-3:-1] == [
        "错误 0  警告 0  提示 0  已知 2",
        f"已知的见基线 {NAME}，未列出",
    ]
    assert (told.count("B101"), told.count("  未发现错误和警告  已知 2\n")) == (0, 1)
    assert codes(".") == [("B101", "baseline"), ("B101", "baseline")]
    assert json.loads(run("check", ".", "--output-format", "json").stdout)["baseline"] == {
        "path": NAME,
        "known": 2,
        "new": 0,
        "gone": 0,
    }


def test_what_is_new_fails_and_is_not_taken_in() -> None:
    check("--write-baseline")
    write("2024/a.csv", WRONG)

    status, told = check("--write-baseline")

    assert (status, told.splitlines()) == (
        1,
        [
            f"statlint: the baseline {NAME}: 0 taken out, 2 left",
            NOT_PUT_IN,
        ],
    )
    assert rules_held() == {"2023/a.csv": ["B101", "B101"]}


def test_a_known_figure_that_is_changed_is_new() -> None:
    check("--write-baseline")
    write("2023/a.csv", WRONG.replace(b",472,", b",473,"))

    assert codes(".") == [("B101", None), ("B101", None), ("J007", None)]


def test_what_is_mended_is_told_and_taken_out() -> None:
    check("--write-baseline")
    write("2023/a.csv", CLEAN)

    assert codes(".") == [("J007", None)]
    assert check("--write-baseline") == (0, f"statlint: the baseline {NAME}: 2 taken out, 0 left\n")
    assert (rules_held(), codes(".")) == ({}, [])


def test_it_is_left_as_it_is_where_nothing_changed() -> None:
    check("--write-baseline")
    before = Path(NAME).stat().st_mtime_ns, Path(NAME).read_bytes()

    check("--write-baseline")

    assert (Path(NAME).stat().st_mtime_ns, Path(NAME).read_bytes()) == before


def test_rules_that_are_not_run_take_out_nothing() -> None:
    check("--write-baseline")
    write("2023/a.csv", CLEAN)

    assert codes(".", "--select", "D", "--select", "J") == []
    check("--select", "D", "--write-baseline")
    assert rules_held() == {"2023/a.csv": ["B101", "B101"]}


def test_other_files_take_out_nothing() -> None:
    check("--write-baseline")
    write("2023/a.csv", CLEAN)

    assert codes("2024") == []
    run("check", "2024", "--write-baseline")
    assert rules_held() == {"2023/a.csv": ["B101", "B101"]}


def test_a_renamed_file_keeps_what_is_known_of_it() -> None:
    check("--write-baseline")
    Path("2023/a.csv").rename("2023/b.csv")

    assert codes(".") == [("B101", "baseline"), ("B101", "baseline")]
    check("--write-baseline")
    assert rules_held() == {"2023/b.csv": ["B101", "B101"]}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param((".",), id="its folder"),
        pytest.param(("2023",), id="a folder in it"),
        pytest.param(("2023/a.csv",), id="a file"),
        pytest.param(("2023/a.csv", "2024/a.csv", "--select", "B101"), id="files with --select"),
        pytest.param(("--baseline", NAME, "2023"), id="named"),
    ],
)
def test_it_holds_whatever_is_named(words: tuple[str, ...]) -> None:
    check("--write-baseline")

    assert codes(*words) == [("B101", "baseline"), ("B101", "baseline")]


def test_it_holds_from_another_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    check("--write-baseline")
    monkeypatch.chdir("2023")

    assert codes("a.csv") == [("B101", "baseline"), ("B101", "baseline")]


def test_without_settings_it_is_looked_for_upwards(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("statlint.toml").unlink()
    check("--write-baseline", "--select", "B")
    monkeypatch.chdir("2023")

    assert codes("a.csv", "--select", "B") == [("B101", "baseline"), ("B101", "baseline")]


def test_it_is_looked_for_above_what_is_named(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("statlint.toml").unlink()
    check("--write-baseline", "--select", "B")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    named = codes(str(folder / "2023" / "a.csv"), "--select", "B")
    assert named == [("B101", "baseline"), ("B101", "baseline")]


def test_standard_input_is_known_by_the_name_it_is_given() -> None:
    check("--write-baseline")

    words = ("check", "-", "--stdin-filename", "2023/a.csv", "--fail-level", "information")
    assert run(*words, data=WRONG).exit_code == 0
    assert run(*words, data=WORSE).exit_code == 1


def test_a_settings_file_names_another() -> None:
    Path("statlint.toml").write_text('select = ["B", "J"]\nbaseline = "known.json"\n')

    assert check() == (
        2,
        "statlint: known.json: there is no such baseline; --write-baseline writes it\n",
    )
    assert check("--write-baseline")[0] == 0
    assert (Path("known.json").is_file(), Path(NAME).exists()) == (True, False)
    assert codes(".") == [("B101", "baseline"), ("B101", "baseline")]


def test_the_option_goes_before_the_settings() -> None:
    Path("statlint.toml").write_text('select = ["B", "J"]\nbaseline = "known.json"\n')
    check("--write-baseline", "--baseline", "other.json")

    assert (Path("other.json").is_file(), Path("known.json").exists()) == (True, False)
    assert codes(".", "--baseline", "other.json") == [("B101", "baseline"), ("B101", "baseline")]


def test_none_is_followed_where_none_is_wanted() -> None:
    check("--write-baseline")

    assert codes(".", "--no-baseline") == [("B101", None), ("B101", None)]


def test_what_the_settings_forbid_is_not_taken_in() -> None:
    Path("statlint.toml").write_text('select = ["B", "J"]\n[justify]\nforbid = ["B101"]\n')

    status, told = check("--write-baseline")

    assert (status, told.splitlines()) == (
        1,
        [
            f"statlint: the baseline {NAME} is written; files: 0, findings: 0",
            "statlint: 2 are not in it: the settings let nobody accept them",
        ],
    )


def test_what_is_forbidden_later_fails() -> None:
    check("--write-baseline")
    Path("statlint.toml").write_text('select = ["B", "J"]\n[justify]\nforbid = ["B101"]\n')

    assert codes(".") == [("B101", None), ("B101", None)]


def test_one_that_is_damaged_is_wrong_usage() -> None:
    Path(NAME).write_text("{\n<<<<<<< HEAD\n", encoding="utf-8")

    assert check() == (
        2,
        f"statlint: {NAME}: line 2 is no JSON; perhaps a merge left its marks there\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            (".", "--no-baseline", "--baseline", NAME),
            "--no-baseline goes neither with --baseline nor with --write-baseline",
            id="none and one",
        ),
        pytest.param(
            (".", "--no-baseline", "--write-baseline"),
            "--no-baseline goes neither with --baseline nor with --write-baseline",
            id="none and written",
        ),
        pytest.param(
            ("-", "--write-baseline"),
            "--write-baseline is for files and folders, not for standard input",
            id="standard input",
        ),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(words: tuple[str, ...], said: str) -> None:
    status, told = outcome("check", *words)

    assert (status, told) == (2, f"statlint: {said} (see statlint check --help)\n")


def test_no_report_is_written_over_it() -> None:
    check("--write-baseline")

    status, told = check("--output", NAME)

    assert (status, NAME in told) == (2, True)


def test_where_it_cannot_be_written_is_told() -> None:
    status, told = check("--write-baseline", "--baseline", "none/known.json")

    assert (status, told.splitlines()[0].startswith("statlint: none/known.json: ")) == (2, True)
