"""A settings file laid over others."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.config.model import FilePattern, IgnoredIn
from statlint.errors import SettingsError
from statlint.finding import Policy, Severity
from statlint.values import Language, Thresholds

LONG = "x" * 300 + ".toml"
TEAM = """\
lang = "zh"
select = ["B", "S"]
extend-select = ["T"]
ignore = ["S009"]
exclude = ["old/"]
unit-list = "units.csv"
thresholds = { factor = 0.1, same = 5 }
severity = { B = "warning", S = "error" }
justify = { author = true }
per-file-ignores = { "a*" = ["B"], "b*" = ["B"] }
"""
OWN = """\
extend = "../team.toml"
select = ["P"]
extend-select = ["U"]
extend-ignore = ["P201"]
extend-exclude = ["draft*"]
thresholds = { factor = 0.2 }
severity = { B = "error" }
justify = { longest-days = 30 }
per-file-ignores = { "b*" = ["S"] }
"""


def write(folder: Path, **files: str) -> Path:
    """Write settings files: a name for each, with a blank for each folder it is in."""
    for name, text in files.items():
        path = folder.joinpath(*name.split("__")).with_suffix(".toml")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_tables_are_laid_over_key_by_key_and_lists_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path, team=TEAM, own__statlint=OWN)
    team, own = str(tmp_path), str(tmp_path / "own")

    assert load_settings(tmp_path / "own" / "statlint.toml", Settings()) == Settings(
        language="zh",
        select=("P",),
        extend_select=("U",),
        ignore=("S009", "P201"),
        exclude=(FilePattern("old/", team), FilePattern("draft*", own)),
        due_file=f"{team}/units.csv",
        thresholds=Thresholds(factor=0.2, same=5),
        severities=(("B", Severity.ERROR), ("S", Severity.ERROR)),
        policy=Policy(by=True, days=30),
        ignored_in=(
            IgnoredIn(FilePattern("a*", team), ("B",)),
            IgnoredIn(FilePattern("b*", own), ("S",)),
        ),
    )


def test_rules_are_added_to_those_that_are_extended(tmp_path: Path) -> None:
    folder = write(
        tmp_path, a='extend-select = ["T"]', statlint='extend = "a.toml"\nextend-select = ["U"]'
    )

    assert load_settings(folder / "statlint.toml", Settings()) == Settings(extend_select=("T", "U"))


def test_the_later_of_a_list_is_laid_over_the_former(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a='select = ["A"]\nignore = ["A1"]',
        b='select = ["B"]',
        statlint='extend = ["a.toml", "b.toml"]',
    )

    assert load_settings(folder / "statlint.toml", Settings()) == Settings(
        select=("B",), ignore=("A1",)
    )


def test_what_is_extended_may_extend(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a="preview = true\ninfer = false",
        b='extend = "a.toml"\ninfer = true',
        statlint='extend = "b.toml"',
    )

    assert load_settings(folder / "statlint.toml", Settings()) == Settings(preview=True)


def test_one_file_may_be_reached_on_two_ways(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        a="preview = true",
        b='extend = "a.toml"',
        c='extend = "a.toml"',
        statlint='extend = ["b.toml", "c.toml"]',
    )

    assert load_settings(folder / "statlint.toml", Settings()) == Settings(preview=True)


@pytest.mark.parametrize(
    ("files", "place", "line", "fault"),
    [
        pytest.param(
            {"statlint": '\nextend = "none.toml"'},
            "statlint.toml",
            2,
            'extend: there is no settings file "{folder}/none.toml"',
            id="none",
        ),
        pytest.param(
            {"statlint": 'extend = "."'},
            "statlint.toml",
            1,
            'extend: there is no settings file "{folder}"',
            id="a folder",
        ),
        pytest.param(
            {"statlint": f'extend = "{LONG}"'},
            LONG,
            None,
            "cannot be read (File name too long)",
            id="what cannot be looked at",
        ),
        pytest.param(
            {"statlint": 'extend = [\n"a.toml",\n"statlint.toml"]', "a": ""},
            "statlint.toml",
            3,
            "extend[1]: comes back to this file itself",
            id="itself",
        ),
        pytest.param(
            {"statlint": 'extend = "a.toml"', "a": 'extend = "statlint.toml"'},
            "a.toml",
            1,
            "extend: comes back to this file itself",
            id="each other",
        ),
        pytest.param(
            {"statlint": 'extend = "a.toml"', "a": 'ignor = ["B"]'},
            "a.toml",
            1,
            "ignor: is not a known key; did you mean ignore?",
            id="a fault in what is extended",
        ),
    ],
)
def test_what_cannot_be_extended(
    tmp_path: Path, files: dict[str, str], place: str, line: int | None, fault: str
) -> None:
    write(tmp_path, **files)

    with pytest.raises(SettingsError) as error:
        load_settings(tmp_path / "statlint.toml", Settings())

    said = error.value
    assert (said.path, said.lines, said.faults) == (
        str(tmp_path / place),
        (line,),
        (fault.format(folder=tmp_path),),
    )


@pytest.mark.parametrize(
    ("language", "fault"),
    [
        pytest.param("zh", "extend：引用层次过多", id="Chinese"),
        pytest.param("en", "extend: goes too deep", id="English"),
    ],
)
def test_there_is_an_end_to_extending(tmp_path: Path, language: Language, fault: str) -> None:
    write(tmp_path, **{f"n{number}": f'extend = "n{number + 1}.toml"' for number in range(30)})

    with pytest.raises(SettingsError) as error:
        load_settings(tmp_path / "n0.toml", Settings(language=language))

    assert error.value.faults == (fault,)


def test_there_is_an_end_to_how_many_are_read(tmp_path: Path) -> None:
    twice = {
        f"n{number}": f'extend = ["n{number + 1}.toml", "n{number + 1}.toml"]'
        for number in range(15)
    }
    write(tmp_path, **twice, n15="")

    with pytest.raises(SettingsError, match=r"leads to too many settings files$"):
        load_settings(tmp_path / "n0.toml", Settings())
