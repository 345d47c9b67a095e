"""Settings that were found good are neither parsed nor checked again."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.kept import KeptSettings, kept_settings
from statlint.config.load import load_settings
from statlint.config.nearest import SettingsTree
from statlint.errors import SettingsError

TEXT = 'select = ["B"]\n'
VALUES = {"select": ["B"], "thresholds": {"factor": Decimal("0.15")}, "per-file-ignores": {"é": []}}


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path)
    kept.keep(TEXT, "", VALUES)

    assert kept.find(TEXT, "") == VALUES


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param(TEXT + "# more\n", "", id="another text"),
        pytest.param(TEXT, "tool.statlint", id="the same text in a project"),
    ],
)
def test_anything_else_is_not_found(tmp_path: Path, text: str, inside: str) -> None:
    kept = KeptSettings(tmp_path)
    kept.keep(TEXT, "", VALUES)

    assert kept.find(text, inside) is None


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-4], id="cut off"),
        pytest.param(lambda content: content.replace(b"B", b"S"), id="changed by hand"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"\xff\n{}", id="no text"),
    ],
)
def test_a_damaged_entry_counts_for_nothing(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    kept = KeptSettings(tmp_path)
    kept.keep(TEXT, "", VALUES)
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(spoil(entry.read_bytes()))

    assert kept.find(TEXT, "") is None


def test_nothing_is_kept_without_a_folder() -> None:
    kept = KeptSettings(None)
    kept.keep(TEXT, "", VALUES)

    assert kept.find(TEXT, "") is None


def test_settings_that_want_nothing_kept_are_not(tmp_path: Path) -> None:
    KeptSettings(tmp_path).keep("cache = false", "", {"cache": False})

    assert list(tmp_path.iterdir()) == []


def test_the_oldest_go_where_there_are_many(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path)
    for number in range(201):
        kept.keep(f"# {number}", "", {})
        for entry in tmp_path.iterdir():
            os.utime(entry, (number, number)) if entry.stat().st_mtime > 1000 else None

    found = [number for number in range(201) if kept.find(f"# {number}", "") is not None]
    assert found == list(range(100, 201))


def test_the_user_has_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    kept_settings().keep(TEXT, "", VALUES)

    assert kept_settings().find(TEXT, "") == VALUES


def test_settings_are_the_same_the_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    path = tmp_path / "statlint.toml"
    path.write_text("thresholds.factor = 0.1\nunits = ['城关镇']\n", encoding="utf-8")
    first = load_settings(path, Settings())

    assert len(list((tmp_path / "kept" / "settings").iterdir())) == 1
    assert load_settings(path, Settings()) == first


def test_settings_with_a_fault_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    path = tmp_path / "statlint.toml"
    path.write_text("lang = 'fr'\n", encoding="utf-8")

    for _ in range(2):
        with pytest.raises(SettingsError):
            load_settings(path, Settings())
    assert list((tmp_path / "kept" / "settings").iterdir()) == []


def test_nothing_is_kept_where_nothing_shall_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATLINT_CACHE_DIR", str(tmp_path / "kept"))
    (tmp_path / "statlint.toml").write_text("infer = false", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    tree = SettingsTree(Settings(), words=["preview = true"], kept=False)

    assert tree.run == Settings(infer=False, preview=True)
    assert not (tmp_path / "kept").exists()
