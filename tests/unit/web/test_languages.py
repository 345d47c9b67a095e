"""Which language an answer is in."""

from __future__ import annotations

import pytest

from statlint.values import Language
from statlint.web.languages import language_of


@pytest.mark.parametrize(
    ("query", "accepted", "usual", "language"),
    [
        ("", "zh-CN,zh;q=0.9,en;q=0.8", None, "zh"),
        ("", "en-GB,en;q=0.9,zh-CN;q=0.8", None, "en"),
        ("", "zh", None, "zh"),
        ("", "ZH-hant", None, "zh"),
        ("", "de,en;q=0.5", None, "en"),
        ("", "zh;q=0, en;q=0.1", None, "en"),
        ("", "en;q=x, zh;q=0.1", None, "zh"),
        ("", "en, zh", None, "zh"),
        ("", "", None, "en"),
        ("", "zh", "en", "en"),
        ("lang=zh", "en", "en", "zh"),
        ("lang=en", "zh", None, "en"),
        ("lang=fr", "zh", None, "zh"),
        ("lang=en&lang=zh", "en", None, "zh"),
        ("lang=%ff", "zh", None, "zh"),
    ],
)
def test_the_address_beats_the_command_which_beats_the_browser(
    query: str, accepted: str, usual: Language | None, language: Language
) -> None:
    headers = [(b"accept-language", accepted.encode())] if accepted else []
    scope = {"query_string": query.encode(), "headers": headers}

    assert language_of(scope, usual) == language
