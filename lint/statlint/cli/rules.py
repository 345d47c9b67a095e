"""Rules as a user names them: by code, beginning of a code, or name."""

from __future__ import annotations

from collections.abc import Iterable

import click

from statlint.cli.words import fault
from statlint.rule import AnyRule
from statlint.rule.registry import load_rules
from statlint.rule.select import selected
from statlint.schema import did_you_mean
from statlint.values import Language


def rules_named(word: str, language: Language) -> tuple[AnyRule, ...]:
    """Give the rules that a word names, preview rules too; none at all is wrong usage."""
    rules = load_rules()
    found = selected(rules, select=(word,), preview=True)
    if not found:
        known = [name for rule in rules for name in (rule.code, rule.name)]
        near = (did_you_mean(one, known).of(language) for one in (word, word.upper()))
        raise click.UsageError(
            fault("no such rule", language, name=word) + next(filter(None, near), "")
        )
    return found


def refuse_unknown(words: Iterable[str], language: Language) -> None:
    """Refuse words that name no rule: a slip in --select would check nothing, in silence."""
    for word in words:
        rules_named(word, language)
