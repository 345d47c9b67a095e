"""The rules of a pack: each found through the index, and nothing taken on trust."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.errors import RulePackError
from statlint.rule.registry import load_rules

RULE = '''
from statlint.rule import Level, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening

ABOUT = {{"level": Level.FILE, "on": Opening, "severity": Severity.ERROR, "messages": {{}}}}

@rule(code="{code}", advice=Text("", ""), **ABOUT)
def {name}(opening, context):
    """Page."""
    yield from ()
'''


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder that modules are imported from."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def make_pack(folder: Path, name: str, index: str, **modules: str) -> None:
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(index, encoding="utf-8")
    for module, source in modules.items():
        (folder / name / f"{module}.py").write_text(source, encoding="utf-8")


def test_rules_come_in_the_order_of_their_codes(folder: Path) -> None:
    make_pack(
        folder,
        "ordered_pack",
        'RULES = {"S900": "ordered_pack.late_rule", "F900": "ordered_pack.early_rule"}',
        late_rule=RULE.format(code="S900", name="late_rule"),
        early_rule=RULE.format(code="F900", name="early_rule"),
    )

    assert [(rule.code, rule.name, rule.doc) for rule in load_rules("ordered_pack")] == [
        ("F900", "early-rule", "Page."),
        ("S900", "late-rule", "Page."),
    ]


@pytest.mark.parametrize(
    ("name", "index", "modules", "message"),
    [
        pytest.param(
            "pack_without_index",
            "",
            {},
            "pack_without_index has no index named RULES",
            id="no index",
        ),
        pytest.param(
            "pack_without_module",
            'RULES = {"S900": "pack_without_module.gone"}',
            {},
            "the rule S900 of the index cannot be loaded: No module named",
            id="a module that is not there",
        ),
        pytest.param(
            "pack_without_rule",
            'RULES = {"S900": "pack_without_rule.empty"}',
            {"empty": ""},
            "pack_without_rule.empty has no rule named empty",
            id="a module without its rule",
        ),
        pytest.param(
            "pack_of_two_codes",
            'RULES = {"S900": "pack_of_two_codes.odd"}',
            {"odd": RULE.format(code="S901", name="odd")},
            "the index says S900, but the rule in pack_of_two_codes.odd says S901",
            id="another code than the index says",
        ),
    ],
)
def test_an_inconsistent_pack_is_refused(
    folder: Path, name: str, index: str, modules: dict[str, str], message: str
) -> None:
    make_pack(folder, name, index, **modules)

    with pytest.raises(RulePackError, match=message):
        load_rules(name)


def test_a_pack_that_is_not_installed_is_refused() -> None:
    with pytest.raises(RulePackError, match="the pack no_such_pack cannot be loaded"):
        load_rules("no_such_pack")


def test_the_built_in_pack_is_the_one_loaded_by_itself() -> None:
    rules = load_rules()

    assert load_rules() is rules
    assert [rule.code for rule in rules] == sorted(rule.code for rule in rules)
