"""`statlint justify --from`: reasons that were written into a marked copy."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
import tomli

from filled_copies import Filled, write_filled
from unit.cli.commanding import CLEAN, WRONG, run

ALLOWED = ("--config", 'justify.allow = ["B101"]')
SIDECAR = Path("a.csv.statlint.toml")
COPY = "a_审核结果.xlsx"
BOTH = {"J22": "as printed", "J42": "as agreed"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file of which the sum of a line and that of a column fail."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_bytes(WRONG)
    return tmp_path


def found(path: str = "a.csv") -> list[dict[str, str]]:
    """Check a file, and give what is found."""
    result = run("check", path, "--output-format", "json", *ALLOWED)
    return list(json.loads(result.stdout)["findings"])


def accepted(path: str = "a.csv") -> list[tuple[str, str]]:
    """Give the places of what is accepted, with the reasons."""
    return [
        (one["cell"], one["justified"]["reason"])  # type: ignore[index]  # where it is one
        for one in found(path)
        if one["justified"]
    ]


def fill_in(reasons: Mapping[str, str], *, copy: str = COPY, original: str = "a.csv") -> None:
    """Write a marked copy with reasons for what is found at some cells."""
    rows = [
        Filled(one["fingerprint"], one["code"], one["cell"], reasons.get(one["cell"]))
        for one in found(original)
    ]
    write_filled(Path(copy), original, rows)


def take(*words: str, copies: Sequence[str] = (COPY,), language: str = "en") -> tuple[int, str]:
    """Take what copies say; gives the status and all that is said."""
    named = [word for copy in copies for word in ("--from", copy)]
    result = run("justify", *named, *words, language=language)
    return result.exit_code, result.stdout + result.stderr


def test_what_is_filled_in_is_written_and_accepted() -> None:
    fill_in(BOTH)

    status, said = take(*ALLOWED, "--by", "王")

    assert status == 0
    assert said.splitlines()[0] == "a.csv.statlint.toml: 2 written"
    assert accepted() == [*BOTH.items()]
    kept = tomli.loads(SIDECAR.read_text(encoding="utf-8"))["justified"]
    assert [one["by"] for one in kept] == ["王", "王"]


def test_it_is_the_same_as_what_the_command_writes() -> None:
    run("justify", "a.csv", *ALLOWED, "--reason", "as printed", "--by", "王")
    by_hand = SIDECAR.read_bytes()
    fill_in(dict.fromkeys(BOTH, "as printed"))
    SIDECAR.unlink()

    take(*ALLOWED, "--by", "王")

    assert SIDECAR.read_bytes() == by_hand


def test_what_was_taken_is_not_taken_again() -> None:
    fill_in({"J22": "as printed"})
    take(*ALLOWED)
    before = SIDECAR.read_bytes()

    assert take(*ALLOWED) == (0, f"{COPY}: 1 explained alike before, 1 without an explanation\n")
    assert SIDECAR.read_bytes() == before


def test_another_reason_takes_the_place_of_the_first() -> None:
    fill_in({"J22": "as printed"})
    take(*ALLOWED)
    fill_in({"J22": "asked again"})

    assert take(*ALLOWED)[1].splitlines()[0] == "a.csv.statlint.toml: 1 written, 1 replaced"
    assert accepted() == [("J22", "asked again")]


def test_nothing_filled_in_is_said() -> None:
    fill_in({})

    assert take(*ALLOWED) == (0, f"{COPY}: nothing is filled in under explanation\n")
    assert take(*ALLOWED, language="zh") == (0, f"{COPY}：没有填写情况说明\n")
    assert not SIDECAR.exists()


def test_what_must_be_put_right_is_told_and_the_rest_is_taken() -> None:
    fill_in({"J22": "as printed", "J42": "—"})

    status, said = take(language="zh")

    assert (status, SIDECAR.exists()) == (1, False)
    assert said.splitlines() == [
        f"statlint: {COPY}：没有采用的情况说明 2 条：",
        "statlint:   第 8 行  B101  J22：须更正，不能以说明代替（as printed）",
        "statlint:   第 9 行  B101  J42：说明要写明原因，至少有一个字（—）",
    ]


def test_what_changed_or_is_gone_is_told() -> None:
    fill_in(BOTH)
    Path("a.csv").write_bytes(WRONG.replace(b",462,9,0,0,0,0,472,", b",462,9,0,0,0,0,473,"))
    status, said = take(*ALLOWED)
    assert (status, said.count("its figures have changed since")) == (1, 2)

    Path("a.csv").write_bytes(CLEAN)
    status, said = take(*ALLOWED)
    assert (status, said.count("it is not found any more")) == (1, 2)
    assert not SIDECAR.exists()


def test_a_renamed_file_is_named() -> None:
    fill_in(BOTH)
    Path("a.csv").rename("b.csv")
    assert take(*ALLOWED) == (
        2,
        (
            f"statlint: {COPY}: its file a.csv is not beside it; name it:"
            " statlint justify --from COPY FILE\n"
        ),
    )

    assert take("b.csv", *ALLOWED)[0] == 0
    assert accepted("b.csv") == [*BOTH.items()]


def test_a_file_in_an_archive_is_named() -> None:
    with ZipFile("county.zip", "w") as archive:
        archive.writestr("a.csv", WRONG)
    fill_in(BOTH)
    Path("a.csv").unlink()

    status, said = take("./county.zip/a.csv", *ALLOWED)

    assert (status, said.splitlines()[0]) == (0, "county.zip.statlint.toml: 2 written")
    kept = tomli.loads(Path("county.zip.statlint.toml").read_text(encoding="utf-8"))["justified"]
    assert [(one["file"], one["reason"]) for one in kept] == [
        ("a.csv", "as printed"),
        ("a.csv", "as agreed"),
    ]


def test_limits_of_the_settings_hold_for_copies() -> None:
    fill_in(BOTH)

    status, said = take(*ALLOWED, "--config", "limits.file-size = 1_000")

    assert (status, said.startswith(f"statlint: {COPY}: cannot be read (")) == (2, True)


def test_copies_of_several_files_are_taken_at_once() -> None:
    Path("2024").mkdir()
    Path("2024/b.csv").write_bytes(WRONG)
    fill_in({"J22": "one"})
    Path("b.csv").write_bytes(WRONG)
    fill_in({"J42": "other"}, copy="out.xlsx", original="b.csv")
    Path("a.csv").rename("2024/a.csv")

    assert take("2024", *ALLOWED, copies=(COPY, "out.xlsx"))[0] == 0
    assert accepted("2024/a.csv") == [("J22", "one")]
    assert accepted("2024/b.csv") == [("J42", "other")]
    assert accepted("b.csv") == []


def test_terms_of_the_settings_hold() -> None:
    fill_in(BOTH)
    author = ("--config", "justify.author = true")

    assert take(*ALLOWED, *author)[0] == 2
    assert not SIDECAR.exists()
    assert take(*ALLOWED, *author, "--by", "王", "--until", "30d")[0] == 0
    kept = tomli.loads(SIDECAR.read_text(encoding="utf-8"))["justified"]
    assert [(one["until"] - one["date"]).days for one in kept] == [30, 30]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--reason", "x"], "--from and --reason exclude each other", id="reason"),
        pytest.param(["--code", "B101"], "--from and --code exclude each other", id="code"),
        pytest.param(["--cell", "J22"], "--from and --cell exclude each other", id="cell"),
        pytest.param(["--prune"], "--from and --prune exclude each other", id="prune"),
        pytest.param(["a.csv", "b.csv"], "with --from name one file", id="two files"),
        pytest.param(["b.csv"], "b.csv: there is no such file", id="no file"),
        pytest.param(["--until", "soon"], "soon is no day", id="no day"),
    ],
)
def test_wrong_use_is_told(words: list[str], said: str) -> None:
    fill_in(BOTH)

    status, told = take(*ALLOWED, *words)

    assert (status, SIDECAR.exists()) == (2, False)
    assert said in told


def test_what_is_no_copy_is_told() -> None:
    assert take(copies=["a.csv"], language="zh") == (
        2,
        "statlint: a.csv: 不是 statlint 写出的审核结果：没有「情况说明」一栏\n",
    )


def test_a_copy_that_is_named_as_a_file_is_told() -> None:
    fill_in(BOTH)

    result = run("justify", COPY, "--reason", "as printed")

    assert (result.exit_code, result.stdout) == (0, "there is nothing to justify\n")
    assert result.stderr == (
        f"statlint: {COPY} is a file that statlint wrote; statlint justify --from takes what was"
        " filled in in a marked copy\n"
    )


def test_without_a_copy_files_must_be_named() -> None:
    result = run("justify")

    assert (result.exit_code, result.stderr) == (
        2,
        "statlint: PATHS is missing (see statlint justify --help)\n",
    )
