"""The rules and edits that a settings file names."""

from __future__ import annotations

from statlint.config.named import edits_named_in, forms_named_in, rules_named_in

VALUES = {
    "lang": "zh",
    "select": ["B", "S"],
    "extend-ignore": ["B1"],
    "per-file-ignores": {"old/**": ["P", "T"]},
    "severity": {"S009": "error"},
    "justify": {"allow": ["B2"], "author": True},
    "edits-off": ["A1"],
}


def test_rules() -> None:
    assert list(rules_named_in(VALUES)) == [
        ("select[0]", "B"),
        ("select[1]", "S"),
        ("extend-ignore[0]", "B1"),
        ('per-file-ignores."old/**"[0]', "P"),
        ('per-file-ignores."old/**"[1]', "T"),
        ("severity.S009", "S009"),
        ("justify.allow[0]", "B2"),
    ]


def test_edits() -> None:
    assert list(edits_named_in(VALUES)) == [("edits-off[0]", "A1")]


def test_forms() -> None:
    datasets = [{"name": "a"}, {"name": "b", "form": "own.toml"}]

    assert list(forms_named_in({"form": "x", "dataset": datasets})) == [
        ("form", "x"),
        ("dataset[1].form", "own.toml"),
    ]
