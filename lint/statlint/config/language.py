"""The language that the environment asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from statlint.values import Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_named(name: str) -> Language | None:
    """Read the name of a language (zh, zh_CN.UTF-8, en-GB); None for any other."""
    short = name.strip().lower()[:2]
    if short == "zh":
        return "zh"
    return "en" if short == "en" else None


def language_asked(environment: Mapping[str, str] = os.environ) -> Language | None:
    """Give the language that STATLINT_LANG asks for, if any."""
    return language_named(environment.get("STATLINT_LANG", ""))


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Give the language of the locale: Chinese for zh, English for all others."""
    names = (environment[name] for name in _LOCALE if environment.get(name))
    return language_named(next(names, "") or _system_locale()) or "en"


def _system_locale() -> str:
    if sys.platform != "win32":
        return ""
    # Windows sets no variable; its locale is called by name: Chinese (Simplified)_China.
    import locale

    name = locale.getlocale()[0] or ""
    return "zh" if name.startswith("Chinese") else name
