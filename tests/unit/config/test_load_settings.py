"""Settings files: found, read, checked, laid over what is usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.datasets import Dataset
from statlint.config.load import load_settings
from statlint.config.model import FilePattern, IgnoredIn
from statlint.config.patterns import read_pattern
from statlint.errors import SettingsError
from statlint.finding import Policy, Severity
from statlint.schema.check import find_faults
from statlint.schema.settings import SETTINGS_SCHEMA
from statlint.values import Language, Period, Thresholds
from statlint.values.demands import AtLeast, Demands
from statlint.values.limits import Limits

ALL = """\
extend = []
lang = "zh"
form = "cn-disclosure-annual-2021"
period = 2024
select = ["B", "D101"]
extend-select = ["T"]
ignore = ["F010"]
extend-ignore = ["S", "F010"]
per-file-ignores = { "old/**" = ["B101", "P"] }
severity = { B101 = "warning", P = "information" }
preview = true
fail-level = "warning"
unit-kind = "county"
blank = "missing"
edits-on = ["A10"]
edits-off = ["C2"]
encoding = "gb18030"
units = ["城关镇", "晓天镇"]
infer = false
previous = ["2023"]
parts = ["towns/a.csv"]
unit-list = "units.csv"
forms = ["own"]
rule-packs = ["more"]
form-packs = ["county"]
exclude = ["old/"]
extend-exclude = ["*.bak.csv"]
gitignore = false
baseline = "known.json"
cache = false
cache-folder = "kept"
pages = "https://example.org/rules"
jobs = 4
thresholds = { false-alarms = 0.1, fewest-units = 5, same = 100, least-change = 2 }
documents = { convert = true, sign-by = "01-31", at-least = [{ words = ["解读"], least = 2 }] }
limits = { file-size = "1 GiB", cells = 9, seconds = 1.5 }
justify = { allow = ["B"], forbid = ["B101"], author = true, longest-days = 90, excel = false }
dataset = [{ name = "towns", files = "{year}/{town}.csv" }]
"""


def written(folder: Path, text: str, name: str = "statlint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    assert load_settings(written(tmp_path, ALL), Settings()) == Settings(
        language="zh",
        form="cn-disclosure-annual-2021",
        period=Period(2024),
        select=("B", "D101"),
        extend_select=("T",),
        ignore=("F010", "S"),
        ignored_in=(IgnoredIn(FilePattern("old/**", str(tmp_path)), ("B101", "P")),),
        severities=(("B101", Severity.WARNING), ("P", Severity.INFORMATION)),
        preview=True,
        fail_level=Severity.WARNING,
        kind_of_unit="county",
        blank="missing",
        edits_on=("A10",),
        edits_off=("C2",),
        encoding="gb18030",
        units=("城关镇", "晓天镇"),
        infer=False,
        previous=(str(tmp_path / "2023"),),
        parts=(str(tmp_path / "towns/a.csv"),),
        due_file=str(tmp_path / "units.csv"),
        forms=(str(tmp_path / "own"),),
        packs=("more",),
        form_packs=("county",),
        exclude=(FilePattern("old/", str(tmp_path)), FilePattern("*.bak.csv", str(tmp_path))),
        gitignore=False,
        baseline=str(tmp_path / "known.json"),
        cache=False,
        cache_folder=str(tmp_path / "kept"),
        pages="https://example.org/rules",
        jobs=4,
        policy=Policy(allow=("B",), forbid=("B101",), by=True, days=90, excel=False),
        thresholds=Thresholds(false_alarms=0.1, fewest_units=5, same=100, least_change=2),
        datasets=(Dataset("towns", read_pattern("{year}/{town}.csv"), str(tmp_path), unit="town"),),
        convert=True,
        demands=Demands((AtLeast(("解读",), 2),), (1, 31)),
        limits=Limits(file_size=1 << 30, cells=9, seconds=1.5),
    )


def test_every_key_of_the_schema_is_tried() -> None:
    assert [line.partition(" ")[0] for line in ALL.splitlines()] == list(SETTINGS_SCHEMA)


def test_what_a_file_does_not_say_stays(tmp_path: Path) -> None:
    base = Settings(language="zh", select=("B",), fail_level=Severity.WARNING, encoding="gbk")

    assert load_settings(written(tmp_path, ""), base) == base


@pytest.mark.parametrize(
    ("written_period", "period"),
    [
        pytest.param("2024", Period(2024), id="a number"),
        pytest.param('"2024"', Period(2024), id="a year"),
        pytest.param('"2024-Q3"', Period(2024, "Q", 3), id="a quarter"),
        pytest.param('"2024-M12"', Period(2024, "M", 12), id="a month"),
    ],
)
def test_a_period_is_read(tmp_path: Path, written_period: str, period: Period) -> None:
    path = written(tmp_path, f"period = {written_period}\n")

    assert load_settings(path, Settings()).period == period


def test_the_path_of_a_form_starts_at_the_settings_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'form = "forms/own.toml"\n')

    assert load_settings(path, Settings()).form == str(tmp_path / "forms" / "own.toml")


def test_a_project_file_holds_settings_in_its_table(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[tool.ruff]\npreview = 1\n[tool.statlint]\nblank = "zero"\n', "pyproject.toml"
    )

    assert load_settings(path, Settings()) == Settings(blank="zero")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param(
            'ignor = ["B101"]\n',
            ("ignor: is not a known key; did you mean ignore?",),
            id="an unknown key",
        ),
        pytest.param(
            'fail-level = "warnin"\npreview = 1\n',
            (
                (
                    'fail-level: "warnin" is not one of error, warning, information;'
                    " did you mean warning?"
                ),
                "preview: must be true or false",
            ),
            id="two bad values",
        ),
        pytest.param(
            'unit-kind = "village"\n',
            (
                (
                    'unit-kind: "village" is not one of town, street, county, department, city,'
                    " province, ministry"
                ),
            ),
            id="a kind of unit",
        ),
        pytest.param(
            'select = "B101"\n', ("select: must be a list ([ … ])",), id="a text for a list"
        ),
        pytest.param(
            'encoding = "gb99"\n', ('encoding: there is no encoding "gb99"',), id="an encoding"
        ),
        pytest.param("period = 24\n", ("period: 24 is less than 1900",), id="a short year"),
        pytest.param(
            "period = true\n", ("period: must be a text in quotes or a whole number",), id="a flag"
        ),
    ],
)
def test_every_fault_is_named(tmp_path: Path, text: str, faults: tuple[str, ...]) -> None:
    path = written(tmp_path, text)

    with pytest.raises(SettingsError) as error:
        load_settings(path, Settings())

    assert (error.value.path, error.value.faults) == (str(path), faults)


@pytest.mark.parametrize(
    ("language", "fault"),
    [
        pytest.param("zh", "encoding：没有「gb99」这种编码", id="Chinese"),
        pytest.param("en", 'encoding: there is no encoding "gb99"', id="English"),
    ],
)
def test_faults_are_said_in_the_language_asked_for(
    tmp_path: Path, language: Language, fault: str
) -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(written(tmp_path, 'encoding = "gb99"'), Settings(language=language))

    assert error.value.faults == (fault,)


def test_a_period_that_is_no_period_is_a_fault() -> None:
    faults = find_faults({"period": "2024-Q5"}, SETTINGS_SCHEMA)

    assert [fault.path for fault in faults] == ["period"]


@pytest.mark.parametrize(
    ("data", "beginning"),
    [
        pytest.param(b"form = \n", "TOML, column 8: ", id="no TOML"),
        pytest.param("form = '表'".encode("gbk"), "is not UTF-8", id="another encoding"),
        pytest.param(b"a = " + b"[" * 5000, "is nested too deeply", id="a bomb"),
        pytest.param(b"#" * 1_000_001, "is larger than 1 MB", id="a file of another kind"),
        pytest.param(b"form = [", "TOML: ", id="an end before the end"),
        pytest.param(None, "cannot be read (No such file or directory)", id="no file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    tmp_path: Path, data: bytes | None, beginning: str
) -> None:
    path = tmp_path / "statlint.toml"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(SettingsError) as error:
        load_settings(path, Settings())

    assert [fault.startswith(beginning) for fault in error.value.faults] == [True]


def test_a_project_file_may_have_other_tools_only(tmp_path: Path) -> None:
    path = written(tmp_path, "tool = 1 # tool.statlint\n", "pyproject.toml")

    assert load_settings(path, Settings()) == Settings()


def test_our_part_of_a_project_file_must_be_a_table(tmp_path: Path) -> None:
    path = written(tmp_path, '[tool]\nstatlint = "tool.statlint"\n', "pyproject.toml")

    with pytest.raises(SettingsError) as error:
        load_settings(path, Settings())

    assert error.value.faults == ("tool.statlint: must be a table ([tool.statlint])",)
