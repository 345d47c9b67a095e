"""`statlint justify`: what it writes, what it refuses, and what a check makes of it."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
import tomli

import statlint_rules
from statlint.rule.registry import load_rules
from unit.cli.commanding import CLEAN, WRONG, run

DOCUMENT = (
    Path(__file__).parents[3] / "fixtures" / "documents" / "瑶海区2019年政府信息公开年报.docx"
)

ALLOWED = ("--config", 'justify.allow = ["B101"]')
SIDECAR = Path("a.csv.statlint.toml")
GIVEN = ("--reason", "as printed", "--by", "王")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file of which the sum of a line and that of a column fail."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_bytes(WRONG)
    return tmp_path


def justify(*words: str, language: str = "en") -> tuple[int, str]:
    """Justify what is wrong in a.csv; gives the status and all that is said."""
    result = run("justify", "a.csv", *words, language=language)
    return result.exit_code, result.stdout + result.stderr


def check(path: str = "a.csv", *words: str, language: str = "en") -> tuple[int, list[str]]:
    """Check a file; gives the status and each finding with where it is accepted."""
    result = run("check", path, "--output-format", "json", *ALLOWED, *words, language=language)
    report = json.loads(result.stdout)
    return result.exit_code, [
        f"{one['code']} {one['cell'] or '-'}" + (" accepted" if one["justified"] else "")
        for one in report["findings"]
    ]


def kept() -> list[dict[str, object]]:
    """Read the entries that were written."""
    return list(tomli.loads(SIDECAR.read_text(encoding="utf-8"))["justified"])


OPEN = ["B101 J22", "B101 J42"]
ACCEPTED = [f"{one} accepted" for one in OPEN]


def test_without_a_reason_it_lists_what_may_be_justified() -> None:
    status, said = justify(*ALLOWED)

    assert (status, SIDECAR.exists()) == (0, False)
    assert said.splitlines()[0] == "2 that may be justified:"
    assert [line[:16] for line in said.splitlines()[1:3]] == [
        f"  a.csv:{one[5:]}: B101"[:16] for one in OPEN
    ]


def test_a_reason_is_written_and_accepted() -> None:
    assert check() == (1, OPEN)

    status, said = justify(*ALLOWED, *GIVEN, "--until", "90d")

    today = date.today()  # noqa: DTZ011 - as the command reckons it
    assert status == 0
    assert said.splitlines()[0] == "a.csv.statlint.toml: 2 written"
    assert [
        (one["cell"], one["reason"], one["by"], one["date"], one["until"]) for one in kept()
    ] == [(cell[5:], "as printed", "王", today, today + timedelta(days=90)) for cell in OPEN]
    assert check() == (0, ACCEPTED)
    assert check("a.csv", language="zh") == (0, ACCEPTED)
    assert check("a.csv", "--isolated") == (0, ACCEPTED)


def test_what_must_be_put_right_is_refused() -> None:
    status, said = justify(*GIVEN, language="zh")

    assert (status, SIDECAR.exists()) == (1, False)
    assert said.splitlines()[0] == "statlint: 不能以说明代替、须更正的 2 处："


def test_only_what_is_named_is_justified() -> None:
    assert justify(*ALLOWED, *GIVEN, "--code", "unbalanced-total", "--cell", "J40:K50")[0] == 0
    assert check() == (1, ["B101 J22", "B101 J42 accepted"])


def test_a_cell_may_be_written_as_wide_as_chinese() -> None:
    assert justify(*ALLOWED, *GIVEN, "--cell", "Ｊ４２")[0] == 0
    assert [one["cell"] for one in kept()] == ["J42"]


def test_a_new_reason_takes_the_place_of_one_that_is_named() -> None:
    justify(*ALLOWED, *GIVEN)

    status, said = justify(*ALLOWED, "--reason", "asked again", "--cell", "$J$22")

    assert (status, said.splitlines()[0]) == (0, "a.csv.statlint.toml: 1 written, 1 replaced")
    assert [one["reason"] for one in kept()] == ["as printed", "asked again"]


def test_what_has_a_reason_is_not_asked_for_another() -> None:
    justify(*ALLOWED, *GIVEN)

    assert justify(*ALLOWED, "--reason", "again") == (0, "2 justified already\n")
    assert [one["reason"] for one in kept()] == ["as printed", "as printed"]


def test_changed_figures_bring_it_back_and_a_new_reason_replaces_the_old() -> None:
    justify(*ALLOWED, *GIVEN)
    Path("a.csv").write_bytes(WRONG.replace(b",462,9,0,0,0,0,472,", b",462,9,0,0,0,0,473,"))

    assert check() == (1, ["J004 -", "J004 -", *OPEN])
    assert justify(*ALLOWED, *GIVEN)[1].splitlines()[0] == (
        "a.csv.statlint.toml: 2 written, 2 replaced"
    )
    assert check() == (0, ACCEPTED)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "\n" + text, id="a row above"),
        pytest.param(lambda text: text.replace("\r\n", "\n"), id="line ends"),
        pytest.param(lambda text: text.replace(",472,", ",472.0,"), id="a zero behind the point"),
    ],
)
def test_what_does_not_matter_does_not_bring_it_back(change: object) -> None:
    justify(*ALLOWED, *GIVEN)
    assert callable(change)
    Path("a.csv").write_bytes(change(WRONG.decode("gbk")).encode("gbk"))

    status, told = check()

    assert (status, [one.rpartition(" ")[2] for one in told]) == (0, ["accepted", "accepted"])


def test_a_renamed_file_keeps_its_reasons() -> None:
    justify(*ALLOWED, *GIVEN)
    Path("2024").mkdir()
    Path("a.csv").rename("2024/乙.csv")
    SIDECAR.rename("2024/乙.csv.statlint.toml")

    assert check("2024") == (0, ACCEPTED)


def test_what_is_put_right_leaves_an_entry_that_is_pruned() -> None:
    justify(*ALLOWED, *GIVEN)
    Path("a.csv").write_bytes(CLEAN)
    assert check() == (0, ["J006 -", "J006 -"])

    status, said = justify("--prune")

    assert (status, SIDECAR.exists(), check()) == (0, False, (0, []))
    assert said.splitlines()[0] == "a.csv.statlint.toml: 2 stale taken out"
    assert said.splitlines()[1].endswith("not found any more  reason: as printed")
    assert said.splitlines()[-1] == "a.csv.statlint.toml: nothing is left in it, the file is gone"


def test_pruning_leaves_what_counts_and_what_people_wrote() -> None:
    justify(*ALLOWED, *GIVEN)
    SIDECAR.write_text("# Seen by the head.\n\n" + SIDECAR.read_text(encoding="utf-8"))
    before = SIDECAR.read_bytes()

    assert justify(*ALLOWED, "--prune") == (0, "")
    assert SIDECAR.read_bytes() == before


def test_a_reason_past_its_day_is_pruned_and_given_anew() -> None:
    justify(*ALLOWED, *GIVEN)
    text = SIDECAR.read_text(encoding="utf-8")
    SIDECAR.write_text(text.replace("date =", "until = 2020-01-01\ndate ="), encoding="utf-8")
    assert check() == (1, ["J005 -", "J005 -", *OPEN])

    status, said = justify(*ALLOWED, *GIVEN, "--prune")

    assert (status, said.count("held until 2020-01-01")) == (0, 2)
    assert check() == (0, ACCEPTED)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["--code", "B999"], "there is no rule B999", id="a rule"),
        pytest.param(["--cell", "表一!x"], "表一!x is no cell", id="a cell"),
        pytest.param(["--cell", " "], "is no cell", id="no cell"),
        pytest.param(["--reason", "—"], "a reason has at least one letter", id="an empty reason"),
        pytest.param([*GIVEN, "--until", "soon"], "soon is no day", id="a day"),
        pytest.param([*GIVEN, "--until", "2020-01-01"], "2020-01-01 is past", id="a past day"),
        pytest.param([*GIVEN, "--until", "999999d"], "999999d is no day", id="beyond the calendar"),
        pytest.param([*GIVEN, "--code", "P204"], "nothing of that kind is found", id="none"),
        pytest.param(["no.csv"], "no.csv: no such file or folder", id="a file"),
    ],
)
def test_wrong_usage_is_refused(words: list[str], said: str) -> None:
    status, told = justify(*ALLOWED, *words)

    assert (status, SIDECAR.exists()) == (2, False)
    assert said in told


def test_the_settings_may_ask_for_a_name_and_limit_the_time() -> None:
    asked = ("--config", 'justify = { allow = ["B"], author = true, longest-days = 30 }')

    assert "by whom" in justify(*asked, "--reason", "so it is")[1]
    assert "hold for 30 days" in justify(*asked, *GIVEN, "--until", "31d")[1]
    assert not SIDECAR.exists()
    assert justify(*asked, *GIVEN)[0] == 0
    today = date.today()  # noqa: DTZ011 - as the command reckons it
    assert {one["until"] for one in kept()} == {today + timedelta(days=30)}


PLACES = [
    pytest.param("paragraph 6", ["T107"], id="a paragraph"),
    pytest.param("第6段", ["T107"], id="a paragraph in Chinese"),
    pytest.param("table 1!C18", ["U102"], id="a cell of a table"),
    pytest.param("第 2 个表格!A1:F17", ["D105", "D105"], id="cells of a table in Chinese"),
    pytest.param("table 2!C18", [], id="a cell of another table"),
]


@pytest.mark.parametrize(("place", "codes"), PLACES)
def test_a_place_in_a_document_is_named_as_it_is_shown(place: str, codes: list[str]) -> None:
    shutil.copy(DOCUMENT, "a.docx")

    run("justify", "a.docx", *ALLOWED, *GIVEN, "--cell", place)

    sidecar = Path("a.docx.statlint.toml")
    text = sidecar.read_text(encoding="utf-8") if sidecar.exists() else ""
    assert re.findall(r'^rule = "(.+)"$', text, re.MULTILINE) == codes


def test_a_crashed_rule_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(statlint_rules.RULES, "F099", "unit.cli.crashing")
    load_rules.cache_clear()

    status, said = justify(*ALLOWED, *GIVEN)
    load_rules.cache_clear()

    assert (status, SIDECAR.exists()) == (2, False)
    assert "F099" in said


def test_pruning_says_why_each_is_taken_out() -> None:
    justify(*ALLOWED, *GIVEN)
    Path("a.csv").write_bytes(WRONG.replace(b",462,9,0,0,0,0,472,", b",462,9,0,0,0,0,473,"))
    SIDECAR.write_text(SIDECAR.read_text(encoding="utf-8") + "[[justified]]\nrule = 'B101'\n")

    status, said = justify("--prune", language="zh")

    assert (status, said.splitlines()[0]) == (0, "a.csv.statlint.toml：删去失效的说明 3 条")
    assert "已有变化：右值 472→473，差额 -1→-2，所填 472→473  原因：as printed" in said
    assert said.splitlines()[3] == "  B101  已查不出"


def test_a_file_written_in_another_way_is_left_to_people() -> None:
    SIDECAR.write_text("justified = []\n")

    status, said = justify(*ALLOWED, *GIVEN)

    assert (status, SIDECAR.read_text()) == (2, "justified = []\n")
    assert "without losing what is written there by hand" in said


def test_what_cannot_be_written_is_told() -> None:
    SIDECAR.mkdir()

    status, said = justify(*ALLOWED, *GIVEN)

    assert (status, "cannot be written" in said) == (2, True)


def test_files_of_an_archive_have_their_reasons_beside_it(folder: Path) -> None:
    with ZipFile("county.zip", "w") as archive:
        archive.write("a.csv", "towns/a.csv")
        archive.write("a.csv", "towns/b.csv")

    result = run("justify", "county.zip", *ALLOWED, *GIVEN, "--cell", "J22")

    sidecar = folder / "county.zip.statlint.toml"
    assert result.exit_code == 0
    entries = tomli.loads(sidecar.read_text(encoding="utf-8"))["justified"]
    assert [one["file"] for one in entries] == ["towns/a.csv", "towns/b.csv"]
    told = check("county.zip", "--ignore", "X")[1]
    assert [one for one in told if "J22" in one] == ["B101 J22 accepted"] * 2


def test_what_a_baseline_knows_needs_no_reason_and_may_get_one() -> None:
    run("check", "a.csv", *ALLOWED, "--write-baseline")

    assert justify(*ALLOWED, *GIVEN) == (0, "there is nothing to justify\n")
    assert justify(*ALLOWED, *GIVEN, "--cell", "J22")[0] == 0
    assert [one["cell"] for one in kept()] == ["J22"]


def test_the_overview_counts_what_was_accepted() -> None:
    Path("b.csv").write_bytes(CLEAN)
    run("justify", "a.csv", *ALLOWED, *GIVEN)

    result = run("check", ".", *ALLOWED, "--ignore", "X", "--output-format", "json")

    (overview,) = json.loads(result.stdout)["overview"]
    assert {line["path"]: line["counts"]["justified"] for line in overview["units"]} == {
        "a.csv": 2,
        "b.csv": 0,
    }


def test_its_own_file_stands_for_the_table() -> None:
    justify(*ALLOWED, *GIVEN)

    assert run("justify", str(SIDECAR), *ALLOWED).stdout == "2 justified already\n"


def test_there_may_be_nothing_to_justify() -> None:
    Path("a.csv").write_bytes(CLEAN)

    assert justify(*GIVEN, language="zh") == (0, "没有需要说明的问题\n")
