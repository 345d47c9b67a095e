"""Forms that were found good are neither parsed nor checked again."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs import form_text
from statlint.config import Settings
from statlint.errors import FormError
from statlint.form import load_form
from statlint.run.kept_forms import KeptForms, kept_forms

SHIPPED = sorted((Path(__file__).parents[3] / "rules/statlint_rules/forms").glob("*.toml"))


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """Write a form."""
    path = tmp_path / "own.toml"
    path.write_text(form_text("own"), encoding="utf-8")
    return path


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_any_form_is_the_same_the_second_time(path: Path, tmp_path: Path) -> None:
    kept = KeptForms(tmp_path)

    first, second = kept.load(path, Settings()), kept.load(path, Settings())

    assert first == second == load_form(path)
    assert len(entries(tmp_path)) == 1


def test_what_is_kept_is_taken(form: Path, tmp_path: Path) -> None:
    kept = KeptForms(tmp_path)
    kept.load(form, Settings())
    (entry,) = entries(tmp_path)
    before = entry.stat().st_mtime_ns

    kept.load(form, Settings())

    assert entry.stat().st_mtime_ns == before


def test_a_change_is_seen(form: Path, tmp_path: Path) -> None:
    kept = KeptForms(tmp_path)
    kept.load(form, Settings())
    form.write_text(form_text("other"), encoding="utf-8")

    assert kept.load(form, Settings()).id == "other"
    assert len(entries(tmp_path)) == 2


def test_a_damaged_entry_counts_for_nothing(form: Path, tmp_path: Path) -> None:
    kept = KeptForms(tmp_path)
    first = kept.load(form, Settings())
    (entry,) = entries(tmp_path)
    entry.write_bytes(entry.read_bytes().replace(b'"own"', b'"odd"'))

    assert kept.load(form, Settings()) == first


def test_a_form_with_a_fault_is_not_kept(form: Path, tmp_path: Path) -> None:
    form.write_text("id = 1\n", encoding="utf-8")

    for _ in range(2):
        with pytest.raises(FormError):
            KeptForms(tmp_path).load(form, Settings())
    assert entries(tmp_path) == []


def test_the_user_has_a_folder_and_may_forbid_it(
    form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STATLINT_CACHE_DIR", raising=False)
    own = Settings(cache_folder=str(tmp_path / "kept"))

    kept_forms(own).load(form, own)
    kept_forms(Settings(cache=False, cache_folder=str(tmp_path / "none"))).load(form, own)

    assert len(entries(tmp_path / "kept/forms")) == 1
    assert not (tmp_path / "none").exists()
