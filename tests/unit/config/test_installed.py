"""Packs that are installed: found by their names, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs import install
from statlint.config.installed import InstalledPack, PackKind, find_pack, installed_packs
from statlint.errors import PackError
from statlint.values import Language


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that packages are looked for in."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def test_a_pack_is_found_by_its_name(site: Path) -> None:
    entries = {"statlint.rules": {"roads": "a.rules"}, "statlint.forms": {"roads": "a.forms:X"}}
    install(site, "a-pack", entries)

    assert find_pack("roads", PackKind.RULES, "en") == InstalledPack(
        "roads", "a.rules", "a-pack 1.0"
    )
    assert find_pack("roads", PackKind.FORMS, "en").package == "a.forms"


def test_our_own_rules_are_no_pack_of_others(site: Path) -> None:
    install(site, "statlint", {"statlint.rules": {"builtin": "statlint_rules"}})

    assert [pack.name for pack in installed_packs(PackKind.RULES)] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "rule-packs: 没有安装「road」；已安装的有：rivers、roads，是否应为 roads？"),
        (
            "en",
            'rule-packs: "road" is not installed; there are: rivers, roads; did you mean roads?',
        ),
    ],
)
def test_a_pack_that_is_not_there_is_refused(site: Path, language: Language, said: str) -> None:
    for name in ("roads", "rivers"):
        install(site, name, {"statlint.rules": {name: name}})

    with pytest.raises(PackError) as refusal:
        find_pack("road", PackKind.RULES, language)

    assert str(refusal.value) == said


def test_where_no_pack_is_there_none_is_proposed() -> None:
    with pytest.raises(PackError, match=r'^form-packs: "roads" is not installed$'):
        find_pack("roads", PackKind.FORMS, "en")


def test_one_name_for_two_packs_is_refused(site: Path) -> None:
    install(site, "a-pack", {"statlint.forms": {"roads": "a"}})
    install(site, "b-pack", {"statlint.forms": {"roads": "b"}})

    with pytest.raises(
        PackError, match=r'"roads" is the name of several packs: a-pack 1\.0, b-pack'
    ):
        find_pack("roads", PackKind.FORMS, "en")
