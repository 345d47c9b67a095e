"""What is wrong with packs, told with the line of the settings that names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs import install_forms, install_rules, rule_text
from unit.cli.commanding import CLEAN, outcome, run


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a table, which packages are looked for in."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_bytes(CLEAN)
    return tmp_path


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param(
            'lang = "en"\nrule-packs = ["gone"]',
            'statlint.toml:2: rule-packs[0]: "gone" is not installed; there are: clashing',
            id="rules that are not installed",
        ),
        pytest.param(
            '\nform-packs = [\n"packed",\n"gone"]',
            'statlint.toml:4: form-packs[1]: "gone" is not installed; there are: packed',
            id="forms that are not installed",
        ),
        pytest.param(
            'rule-packs = ["clashing"]',
            "statlint.toml:1: rule-packs[0]: clashing: the code B101 is that of unbalanced-total"
            " (statlint_rules.balance.unbalanced_total)",
            id="a code of ours",
        ),
    ],
)
def test_packs_that_cannot_be_used_are_refused(site: Path, settings: str, said: str) -> None:
    install_forms(site, "packed", {"a.toml": ""})
    install_rules(site, "clashing", {"odd_file": ("B101", rule_text("B101", "odd_file"))})
    Path("statlint.toml").write_text(settings, encoding="utf-8")

    assert outcome("check", "a.csv") == (2, f"statlint: {said}\n")


def test_a_pack_of_the_command_line_has_no_line() -> None:
    assert outcome("check", "a.csv", "--config", 'rule-packs = ["gone"]') == (
        2,
        'statlint: --config: rule-packs[0]: "gone" is not installed\n',
    )


def test_a_pack_that_settings_extend_is_told_there() -> None:
    Path("team.toml").write_text('rule-packs = ["gone"]', encoding="utf-8")
    Path("statlint.toml").write_text('extend = "team.toml"', encoding="utf-8")

    assert outcome("check", "a.csv") == (
        2,
        'statlint: team.toml:1: rule-packs[0]: "gone" is not installed\n',
    )


def test_faults_of_settings_do_not_keep_a_rule_of_ours_from_being_explained() -> None:
    Path("statlint.toml").write_text('rule-packs = ["gone"]', encoding="utf-8")

    assert run("explain", "B101").exit_code == 0
    assert outcome("explain", "QQ001") == (2, 'statlint: rule-packs: "gone" is not installed\n')
    assert run("form", "list").exit_code == 0


def test_rules_of_packs_are_explained_and_listed(site: Path) -> None:
    install_rules(site, "shown", {"odd_file": ("QQ001", rule_text("QQ001", "odd_file"))})
    Path("statlint.toml").write_text('rule-packs = ["shown"]', encoding="utf-8")

    page, listed = run("explain", "odd-file").stdout, run("explain", "--all").stdout

    assert "QQ001 odd-file" in page
    assert [line.split() for line in listed.rstrip().splitlines()[-2:]] == [
        ["QQ"],
        ["QQ001", "odd-file", "warning", "Odd", "file"],
    ]


def test_a_crash_of_a_pack_is_told(site: Path) -> None:
    text = rule_text("QQ001", "odd_file", body="yield 1 / 0")
    install_rules(site, "crashing_here", {"odd_file": ("QQ001", text)})
    Path("statlint.toml").write_text('rule-packs = ["crashing_here"]', encoding="utf-8")

    assert outcome("check", "a.csv", "--exit-zero") == (
        2,
        "statlint: a.csv: rule QQ001 crashed: ZeroDivisionError('division by zero')\n",
    )
