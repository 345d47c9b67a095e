"""Where the page of a rule is published."""

from __future__ import annotations

from statlint.values import Language


def page_address(pages: str, code: str, name: str, language: Language) -> str:
    """Give the address of the page of a rule.

    In `pages` stand {code}, {name} and {lang} where they belong; where none does, the code is the
    last step of the address.
    """
    if not any(part in pages for part in ("{code}", "{name}")):
        pages = f"{pages.rstrip('/')}/{{code}}"
    parts = {"{code}": code, "{name}": name, "{lang}": language}
    for part, value in parts.items():
        pages = pages.replace(part, value)
    return pages
