"""Rules that are known from an index: what it tells, and when a rule is loaded."""

from __future__ import annotations

import json
import sys

import pytest

from statlint.errors import RulePackError
from statlint.rule import Occasion, Status
from statlint.rule.card import Card, index_text
from statlint.rule.registry import listed_rules, load_rules

PLAIN = Card("F900", "odd-file", "pack.odd_file", "Opening")
FULL = Card(
    "F901",
    "other",
    "pack.other",
    "Facts",
    Status.PREVIEW,
    ("F900",),
    needs_form=True,
    edition=3,
    when=(Occasion.BLANK, Occasion.MARK),
)


@pytest.mark.parametrize(
    ("card", "names"),
    [
        pytest.param(PLAIN, "code name module subject", id="as most rules are"),
        pytest.param(
            FULL,
            "code name module subject status requires needs_form edition when",
            id="with all that may be said",
        ),
    ],
)
def test_a_card_is_read_as_it_was_written(card: Card, names: str) -> None:
    written = json.loads(json.dumps(card.values()))

    assert list(written) == names.split()
    assert Card.read(written) == card


def test_what_is_listed_is_what_would_be_loaded() -> None:
    listed, rules = listed_rules(), load_rules()

    assert all(isinstance(one, Card) for one in listed)
    assert tuple(one.loaded() for one in listed) == rules
    assert [one.loaded() for one in rules[:2]] == [*rules[:2]]


def test_an_index_has_a_line_for_each_rule() -> None:
    rules = load_rules()[:3]
    lines = index_text(rules).splitlines()

    assert [json.loads(line.rstrip(","))["code"] for line in lines[1:-1]] == [
        rule.code for rule in rules
    ]


def test_a_rule_that_the_index_does_not_tell_of_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = sys.modules["statlint_rules"]
    monkeypatch.setitem(pack.RULES, "F099", "unit.cli.crashing")

    plain = [one.code for one in listed_rules() if not isinstance(one, Card)]

    assert plain == ["F099"]


def test_a_card_of_no_rule_is_refused() -> None:
    with pytest.raises(RulePackError, match="the rule F900 of the index cannot be loaded"):
        PLAIN.loaded()
