"""The pages of rules in a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.reporters import Look
from statlint.reporters.rule_text import write_rules_text
from statlint.reporters.ruler import Ruler
from statlint.rule import AnyRule
from statlint.rule.docs import sections
from statlint.rule.registry import load_rules
from statlint.values import Language

ANSI = re.compile(r"\x1b\[[0-9;]*m")
RULES = {rule.code: rule for rule in load_rules()}


def shown(code: str, language: Language = "en", width: int = 80) -> list[str]:
    return write_rules_text([RULES[code]], Look(width=width), language).splitlines()


def examples(rule: AnyRule, language: Language) -> list[str]:
    """Give the lines of the examples of a page."""
    texts = "\n".join(text for _, text in sections(rule, language))
    return [line for block in texts.split("```")[1::2] for line in block.splitlines()[1:]]


@given(st.sampled_from(sorted(RULES)), st.sampled_from(["zh", "en"]), st.integers(60, 120))
def test_only_examples_are_wider_than_the_page(code: str, language: Language, width: int) -> None:
    lines = shown(code, language, width)

    wide = [line.strip() for line in lines if Ruler().width(line) > width]
    assert set(wide) <= {line.strip() for line in examples(RULES[code], language)}


def test_points_stand_under_each_other() -> None:
    lines = shown("R101")

    first = lines.index("  - A figure that was cut off in place of rounded is information.")
    assert lines[first - 1 : first + 5] == [
        "",
        "  - A figure that was cut off in place of rounded is information.",
        "  - One off in the last digit is information where the list of shares adds up to",
        "    exactly 100 so, else a warning.",
        "  - 100% of 0 cases, or growth from 0, is a warning: 0, —, / or nothing is right",
        "    there.",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param("zh", "  查出问题：", id="Chinese"),
        pytest.param("en", "  Found:", id="English"),
    ],
)
def test_an_example_says_what_it_is_of(language: Language, words: str) -> None:
    lines = shown("B101", language)

    at = lines.index(words)
    assert (lines[at + 2 : at + 4], lines[at + 5]) == (
        [["    男,11", "    女,21"], ["    Men,11", "    Women,21"]][language == "en"],
        "",
    )


def test_lines_of_chinese_are_joined_without_blanks() -> None:
    text = "".join(line.strip() for line in shown("B101", "zh", 160))

    assert "“—”之类的符号按 0 计" in text


def test_rules_are_parted_by_a_line() -> None:
    two = [RULES["B101"], RULES["D105"]]

    assert write_rules_text(two, Look(width=60), "en").splitlines().count("─" * 60) == 1


def test_colour_changes_nothing_but_colour() -> None:
    rules = [RULES["R101"]]

    painted = write_rules_text(rules, Look(width=80, colour=True), "zh")

    assert "\x1b[" in painted
    assert ANSI.sub("", painted) == write_rules_text(rules, Look(width=80), "zh")
