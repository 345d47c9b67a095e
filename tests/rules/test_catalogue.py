"""The index, the modules, the cases and the names of rules keep in step."""

from __future__ import annotations

from pathlib import Path

import pytest

import statlint_rules
from rules.cases import FOLDER, cases_of
from rules.confronting import shipped_rules
from statlint.confront import Slack
from statlint.rule import AnyRule
from statlint.rule.card import index_text
from statlint.rule.registry import CARDS
from statlint.values import Flaw

PACK = Path(statlint_rules.__file__).parent
RULES = list(shipped_rules().values())


def named(rule: AnyRule) -> str:
    return rule.name


def test_the_index_names_every_module() -> None:
    modules = {
        f"statlint_rules.{path.parent.name}.{path.stem}"
        for path in PACK.glob("*/*.py")
        if path.stem != "__init__"
    }

    assert set(statlint_rules.RULES.values()) == modules


def test_the_cards_are_fresh() -> None:
    """`just rules` writes them."""
    assert (PACK / CARDS).read_text(encoding="utf-8") == index_text(RULES)


def test_codes_are_in_order_and_unique() -> None:
    codes = [rule.code for rule in RULES]

    assert list(statlint_rules.RULES) == codes == sorted(set(codes))


def test_every_case_file_belongs_to_a_rule() -> None:
    files = {path.stem for path in FOLDER.glob("*.toml")}

    assert files == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_code_level_and_names_agree(rule: AnyRule) -> None:
    module = rule.module.rpartition(".")[2]

    assert statlint_rules.RULES[rule.code] == rule.module
    assert int(rule.code[1]) == rule.level
    assert (rule.check.__name__, rule.name) == (module, module.replace("_", "-"))


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_has_cases_that_fail_and_cases_that_pass(rule: AnyRule) -> None:
    speaks = {
        any(rule.code in finding.split() for finding in case.findings)
        for case in cases_of(rule.name)
    }

    assert speaks == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_ids_of_cases_are_unique(rule: AnyRule) -> None:
    ids = [case.id for case in cases_of(rule.name)]

    assert ids == list(dict.fromkeys(ids))


def test_every_flaw_of_a_figure_and_every_slack_of_a_share_has_its_message() -> None:
    rules = shipped_rules()

    assert set(rules["not-a-figure"].messages) == {*map(str, Flaw), "no-results", "dates"}
    said = [
        *rules["wrong-share"].messages,
        *rules["shares-not-hundred"].messages,
        *rules["rank-against-score"].messages,
    ]
    assert {slack.value for slack in Slack} <= set(said)
