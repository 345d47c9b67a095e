"""Rules and edits as a user names them; a slip would check nothing, in silence."""

from __future__ import annotations

import click

from statlint.cli.words import fault
from statlint.config import Settings
from statlint.rule import AnyRule
from statlint.rule.registry import load_rules
from statlint.rule.select import selected
from statlint.run.pack import find_form, shipped_forms
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


def refuse_unknown(settings: Settings) -> None:
    """Refuse settings that name a rule or an edit that does not exist."""
    for word in (*settings.select, *settings.ignore):
        rules_named(word, settings.language)
    edits = (*settings.edits_on, *settings.edits_off)
    known = _known_edits(settings) if edits else ()
    for word in edits:
        if word not in known:
            near = did_you_mean(word, known).of(settings.language)
            raise click.ClickException(fault("no such edit", settings.language, name=word) + near)


def _known_edits(settings: Settings) -> list[str]:
    named = settings.form
    forms = [find_form(named, settings.language)] if named else shipped_forms()
    inside = [edit for form in forms for table in form.tables for edit in table.edits]
    edits = (*inside, *(edit for form in forms for edit in form.edits))
    return [name for edit in edits for name in edit.ids]
