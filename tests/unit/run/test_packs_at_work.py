"""Packs in a run: what their rules find is reported; what goes wrong in one stays in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import statlint
from packs import form_text, install_rules, rule_text
from statlint.config import Settings
from statlint.run import check_paths

TABLE = ",一月数,二月数\n甲类户,1,2\n乙类户,3,4\n".encode()


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that packages are looked for in."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_a_rule_of_a_pack_finds_is_reported(site: Path) -> None:
    install_rules(site, "finds", {"odd_file": ("QQ001", rule_text("QQ001", "odd_file"))})

    settings = Settings(language="zh", packs=("finds",))
    report = check_paths([("a.csv", TABLE)], settings)

    found = [one for one in report.findings if one.code == "QQ001"]
    assert [(one.name, one.message, one.advice) for one in found] == [
        ("odd-file", "文件异常", "请核对")
    ]
    assert report.packs == ("statlint_rules", "finds_rules")


@pytest.mark.parametrize(
    ("body", "error"),
    [
        pytest.param("yield 1 / 0", "ZeroDivisionError('division by zero')", id="it raises"),
        pytest.param("raise SystemExit(3); yield", "SystemExit(3)", id="it ends the program"),
        pytest.param(
            "return None", "TypeError(\"'NoneType' object is not iterable\")", id="no yield"
        ),
        pytest.param("yield 'odd'", "TypeError('odd-file yields str, not findings')", id="a text"),
        pytest.param("yield context.finding('gone')", "KeyError('gone')", id="no such message"),
        pytest.param(
            "yield context.finding('odd', severity='error')",
            "TypeError(\"odd-file yields a finding whose severity is 'error'\")",
            id="a severity in plain words",
        ),
        pytest.param(
            "from dataclasses import replace; yield replace(context.finding('odd'), code='B101')",
            "TypeError('odd-file yields a finding of B101, not of QQ001')",
            id="another rule's finding",
        ),
        pytest.param(
            "from dataclasses import replace; yield replace(context.finding('odd'), cell='A1')",
            "TypeError(\"odd-file yields a finding whose cell is 'A1'\")",
            id="a cell in plain words",
        ),
    ],
)
def test_a_crash_is_an_outcome(site: Path, body: str, error: str) -> None:
    # Modules stay loaded: each case has a pack of its own.
    text = rule_text("QQ001", "odd_file", body=body)
    install_rules(site, site.name, {"odd_file": ("QQ001", text)})

    with_pack = check_paths([("a.csv", TABLE)], Settings(packs=(site.name,)))
    without = check_paths([("a.csv", TABLE)], Settings())

    assert [(one.code, one.path, one.error) for one in with_pack.crashes] == [
        ("QQ001", "a.csv", error)
    ]
    assert with_pack.findings == without.findings
    assert (with_pack.outcomes.crashed, with_pack.outcomes.passed) == (1, without.outcomes.passed)


def test_own_forms_are_recognised_like_shipped_ones() -> None:
    Path("forms").mkdir()
    Path("forms/own.toml").write_text(form_text("own"), encoding="utf-8")

    (file,) = statlint.lint(("a.csv", TABLE), forms=[Path("forms")]).files

    assert [table.form for table in file.tables] == ["own"]


def test_of_forms_that_fit_alike_the_own_one_is_taken() -> None:
    shipped = Path(statlint.__file__).parents[2] / "rules/statlint_rules/forms"
    name = "cn-disclosure-annual-2021"
    text = (shipped / f"{name}.toml").read_text(encoding="utf-8")
    Path("forms").mkdir()
    own = text.replace(f'id = "{name}"', 'id = "own-report"', 1)
    Path("forms/own.toml").write_text(own, encoding="utf-8")
    source = shipped.parents[2] / "fixtures/submissions/suqian-2024-gbk.csv"

    (usual,) = statlint.lint(source).files
    (file,) = statlint.lint(source, forms=["forms"]).files

    assert {table.form for table in usual.tables} == {name}
    assert {table.form for table in file.tables} == {"own-report"}


def test_settings_of_one_folder_may_name_packs_of_their_own(site: Path) -> None:
    install_rules(site, "nearby", {"odd_file": ("QQ001", rule_text("QQ001", "odd_file"))})
    for name in ("a", "b"):
        Path(f"{name}.csv").write_bytes(TABLE)
    usual, near = Settings(), Settings(packs=("nearby",))

    report = check_paths(
        ["a.csv", "b.csv"], usual, settings_of=lambda path: near if "b" in path else usual
    )

    assert [one.path for one in report.findings if one.code == "QQ001"] == ["b.csv"]
    assert report.packs == ("statlint_rules", "nearby_rules")
    assert "QQ001" in report.rules
