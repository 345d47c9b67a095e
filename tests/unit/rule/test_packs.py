"""The rules of packs beside our own: no code and no name twice, and nothing taken on trust."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from packs import install, install_rules, rule_text, write_package
from statlint.errors import PackError
from statlint.rule.packs import package_of, rules_with
from statlint.rule.registry import load_rules


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that packages are looked for in."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_rules_of_packs_stand_among_ours(site: Path) -> None:
    install_rules(site, "early", {"odd_file": ("AA001", rule_text("AA001", "odd_file"))})
    install_rules(site, "late", {"late_file": ("ZZ001", rule_text("ZZ001", "late_file"))})

    found = rules_with(("late", "early", "late"), "en")

    ours = [rule.code for rule in load_rules()]
    assert [rule.code for rule in found] == ["AA001", *ours, "ZZ001"]
    assert package_of("late", "en") == "late_rules"


def test_without_packs_the_rules_are_ours() -> None:
    assert rules_with((), "en") == load_rules()


ONE_OCCASION = 'level=Level.FILE, when="fault"'
ODD_OCCASION = 'level=Level.FILE, when=("fault",)'
OPENING = rule_text("QQ001", "odd_file")


@pytest.mark.parametrize(
    ("name", "modules", "said"),
    [
        pytest.param(
            "pack_of_our_code",
            {"odd_file": ("B101", rule_text("B101", "odd_file"))},
            "the code B101 is that of unbalanced-total (statlint_rules.balance.unbalanced_total)",
            id="a code of ours",
        ),
        pytest.param(
            "pack_of_our_name",
            {"unbalanced_total": ("QQ001", rule_text("QQ001", "unbalanced_total"))},
            "the name unbalanced-total is that of B101 (statlint_rules.balance.unbalanced_total)",
            id="a name of ours",
        ),
        pytest.param(
            "pack_of_odd_code",
            {"odd_file": ("q1", rule_text("q1", "odd_file"))},
            "the code q1 must be capital letters and three digits",
            id="what is no code",
        ),
        pytest.param(
            "pack_on_nothing",
            {"odd_file": ("QQ001", rule_text("QQ001", "odd_file", on="Text"))},
            "the rule QQ001 is on Text, which is no subject; there are: Confrontation, Facts, ",
            id="no subject",
        ),
        pytest.param(
            "pack_on_words",
            {"odd_file": ("QQ001", rule_text("QQ001", "odd_file", on='"Facts"'))},
            "the rule QQ001 is on 'Facts', which is no subject",
            id="a text for a subject",
        ),
        pytest.param(
            "pack_of_odd_level",
            {"odd_file": ("QQ001", OPENING.replace("level=Level.FILE", "level=0"))},
            "level of the rule QQ001 is of a wrong type",
            id="a plain number for a level",
        ),
        pytest.param(
            "pack_of_odd_severity",
            {"odd_file": ("QQ001", OPENING.replace("Severity.WARNING", "'warning'"))},
            "severity of the rule QQ001 is of a wrong type",
            id="a plain text for a severity",
        ),
        pytest.param(
            "pack_of_odd_occasion",
            {"odd_file": ("QQ001", OPENING.replace("level=Level.FILE", ODD_OCCASION))},
            "when of the rule QQ001 is of a wrong type",
            id="a plain text for an occasion",
        ),
        pytest.param(
            "pack_of_one_occasion",
            {"odd_file": ("QQ001", OPENING.replace("level=Level.FILE", ONE_OCCASION))},
            "when of the rule QQ001 is of a wrong type",
            id="an occasion by itself",
        ),
        pytest.param(
            "pack_of_odd_advice",
            {"odd_file": ("QQ001", OPENING.replace('Text("请核对", "see why")', "'see why'"))},
            "advice of the rule QQ001 is of a wrong type",
            id="advice in one language",
        ),
        pytest.param(
            "pack_of_odd_words",
            {"odd_file": ("QQ001", OPENING.replace('Text("文件异常", "the file is odd")', "'x'"))},
            "messages: odd of the rule QQ001 is of a wrong type",
            id="one language",
        ),
        pytest.param(
            "pack_without_words",
            {"odd_file": ("QQ001", OPENING.replace("messages=MESSAGES", "messages=()"))},
            "messages of the rule QQ001 is of a wrong type",
            id="no messages",
        ),
    ],
)
def test_a_pack_that_cannot_run_is_refused(
    site: Path, name: str, modules: dict[str, tuple[str, str]], said: str
) -> None:
    install_rules(site, name, modules)

    with pytest.raises(PackError, match=re.escape(f"rule-packs: {name}: {said}")):
        rules_with((name,), "en")


def test_all_that_is_wrong_with_a_rule_is_told_in_chinese(site: Path) -> None:
    text = rule_text("B1", "unbalanced_total", on="Text").replace("Severity.WARNING", "'x'")
    install_rules(site, "pack_of_all", {"unbalanced_total": ("B1", text)})

    with pytest.raises(PackError) as refusal:
        rules_with(("pack_of_all",), "zh")

    lines = str(refusal.value).splitlines()
    assert [
        line.removeprefix("rule-packs: pack_of_all: ").partition("；")[0] for line in lines
    ] == [
        "规则编号 B1 应为大写字母加三位数字",
        "规则 B1 的 severity 类型不对",
        "规则 B1 的检查对象 Text 不存在",
        "规则名称 unbalanced-total 已用于 B101（statlint_rules.balance.unbalanced_total）",
    ]


def test_two_packs_with_one_code_are_refused(site: Path) -> None:
    for name in ("first", "second"):
        install_rules(site, f"{name}_of_two", {name: ("QQ001", rule_text("QQ001", name))})

    with pytest.raises(PackError, match="second_of_two: the code QQ001 is that of first"):
        rules_with(("first_of_two", "second_of_two"), "en")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        pytest.param("pack_that_raises", "1 / 0", "ZeroDivisionError", id="it raises"),
        pytest.param("pack_that_ends", "raise SystemExit(0)", "SystemExit", id="it ends all"),
        pytest.param("pack_with_slip", "def", "SyntaxError", id="it is no Python"),
        pytest.param(
            "pack_of_later", "from statlint.rule import later", "ImportError", id="it asks for more"
        ),
    ],
)
def test_a_pack_that_cannot_be_loaded_is_refused(
    site: Path, name: str, text: str, said: str
) -> None:
    install_rules(site, name, {"odd_file": ("QQ001", text)})

    with pytest.raises(PackError, match=f"{name}: the pack {name}_rules cannot be loaded: {said}"):
        rules_with((name,), "en")


def test_an_inconsistent_pack_is_refused_by_its_name(site: Path) -> None:
    write_package(site, "pack_of_nothing", {})
    install(site, "nothing", {"statlint.rules": {"nothing": "pack_of_nothing"}})

    with pytest.raises(PackError, match="nothing: pack_of_nothing has no index named RULES"):
        rules_with(("nothing",), "en")
