"""Form files, good and bad, loaded from the fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.form import load_form
from statlint.values import Language

FORMS = Path(__file__).parents[3] / "fixtures" / "forms"
BAD = sorted(path.stem for path in (FORMS / "bad").glob("*.toml"))


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fault_is_named(name: str, language: Language) -> None:
    expected = (FORMS / "bad" / f"{name}.{language}.txt").read_text(encoding="utf-8").splitlines()
    with pytest.raises(FormError) as refused:
        load_form(FORMS / "bad" / f"{name}.toml", language=language)

    assert list(refused.value.faults) == expected


def test_the_path_stands_before_each_fault() -> None:
    path = FORMS / "bad" / "syntax.toml"
    with pytest.raises(FormError) as refused:
        load_form(path)

    assert str(refused.value).startswith(f"{path}: TOML: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "cannot be read (No such file or directory)", id="no file"),
        pytest.param(b"id = '\xff'", "is not UTF-8", id="another encoding"),
        pytest.param(b"a = " + b"[" * 99_999, "is nested too deeply", id="deep nesting"),
        pytest.param(b"#" * 4_000_001, "TOML: longer than 4000000 bytes", id="too long"),
    ],
)
def test_a_file_that_is_no_form(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "form.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FormError) as refused:
        load_form(path)

    assert refused.value.faults == (said,)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (FORMS / "good" / "population.toml").read_bytes())
    form = load_form(path)

    assert form == load_form(FORMS / "good" / "population.toml")
