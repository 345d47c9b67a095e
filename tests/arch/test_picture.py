"""The pictures of the README show what the command prints today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from picture import PICTURES, ROOT, picture

if TYPE_CHECKING:
    from statlint.values import Language


@pytest.mark.parametrize(("path", "language"), PICTURES.items())
def test_the_picture_is_up_to_date(
    path: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    assert (ROOT / path).read_text(encoding="utf-8") == picture(language)
