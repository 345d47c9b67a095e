"""A settings file to start with: what was found, and what is asked for most, as comments."""

from __future__ import annotations

import json
from collections.abc import Sequence

from statlint.starter.datasets import Proposed
from statlint.starter.words import say
from statlint.values import Language


def settings_text(datasets: Sequence[Proposed], language: Language) -> str:
    """Write the text of a settings file."""
    parts = [say("settings", language, lang=language)]
    if datasets:
        parts.append(say("data sets", language))
    return "\n".join([*parts, *(_dataset(one, language) for one in datasets)])


def _dataset(one: Proposed, language: Language) -> str:
    first, *others = map(str, one.periods)
    periods = say("periods", language, first=first, last=others[-1]) if others else first
    found = say(
        "found", language, count=one.count, units=len(one.units), s="s" * (len(one.units) > 1)
    )
    lines = [
        f"# {found}{periods}",
        "[[dataset]]",
        f"name = {_quoted(one.name)}",
        f"files = {_quoted(one.files)}",
        *([f"parts = [{', '.join(map(_quoted, one.parts))}]"] if one.parts else []),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a text as TOML does: a JSON text is one, but for a letter that TOML forbids."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
