"""The language that the environment asks for."""

from __future__ import annotations

import locale
import sys

import pytest

from statlint.config.language import language_asked, language_named, language_of_locale
from statlint.values import Language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param("zh", "zh", id="Chinese"),
        pytest.param("zh_CN.UTF-8", "zh", id="a Chinese locale"),
        pytest.param("ZH-hant", "zh", id="traditional Chinese"),
        pytest.param("en_GB", "en", id="an English locale"),
        pytest.param("fr_FR", None, id="French"),
        pytest.param("", None, id="nothing"),
        pytest.param("C.UTF-8", None, id="no language"),
    ],
)
def test_a_language_has_many_names(name: str, language: Language | None) -> None:
    assert language_named(name) == language


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        pytest.param({}, None, id="not at all"),
        pytest.param({"STATLINT_LANG": "zh"}, "zh", id="Chinese"),
        pytest.param({"STATLINT_LANG": "fr"}, None, id="one that is not spoken"),
    ],
)
def test_the_variable_asks(environment: dict[str, str], asked: Language | None) -> None:
    assert language_asked(environment) == asked


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({}, "en", id="no locale"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "zh", id="Chinese"),
        pytest.param({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en", id="the first of them counts"),
        pytest.param({"LANG": "en_US", "LC_MESSAGES": "zh_CN"}, "zh", id="that of messages"),
        pytest.param({"LANG": "zh_CN", "LC_ALL": ""}, "zh", id="an empty one does not"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="English for all others"),
    ],
)
def test_the_locale_decides(environment: dict[str, str], language: Language) -> None:
    assert language_of_locale(environment) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param("Chinese (Simplified)_China", "zh", id="Chinese"),
        pytest.param("English_United Kingdom", "en", id="English"),
        pytest.param("German_Germany", "en", id="German"),
        pytest.param(None, "en", id="none"),
    ],
)
def test_a_system_without_variables_has_a_locale_of_its_own(
    name: str | None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "936"))

    assert language_of_locale({}) == language
