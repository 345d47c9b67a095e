"""The pages of rules for programs: the JSON of version 1."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps

from statlint import __version__
from statlint.rule import AnyRule
from statlint.rule.docs import family_of, page, sections, title
from statlint.values import Language

_VERSION = 1


def write_rules_json(rules: Iterable[AnyRule], language: Language) -> str:
    """Write what there is to know of rules, with their pages in one language."""
    written = {
        "version": _VERSION,
        "statlint": __version__,
        "language": language,
        "rules": [_rule(rule, language) for rule in rules],
    }
    return dumps(written, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: AnyRule, language: Language) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "title": title(rule, language),
        "family": family_of(rule).of(language),
        "severity": rule.severity.value,
        "level": int(rule.level),
        "status": rule.status.value,
        "since": rule.since,
        "edition": rule.edition,
        "pack": rule.module.partition(".")[0],
        "advice": rule.advice.of(language),
        "sections": [{"head": head, "text": text} for head, text in sections(rule, language)],
        "markdown": page(rule, language),
    }
