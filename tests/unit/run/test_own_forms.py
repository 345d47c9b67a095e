"""Forms that do not come with statlint: those of folders, and those of packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from packs import form_text, install, install_forms, write_package
from statlint.config import Settings
from statlint.errors import FormError, PackError
from statlint.run.own_forms import form_files
from statlint.run.pack import (
    form_named,
    forms_of,
    packages_of,
    plans_of,
    rules_of,
    shipped_forms,
    sources_of,
)
from statlint.values import Language


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that packages are looked for in."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str) -> None:
    for path in map(Path, paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(form_text(path.stem), encoding="utf-8")


def ids(settings: Settings) -> list[str]:
    """Give the ids of the forms that come before those of statlint."""
    found = [form.id for form in forms_of(settings)]
    assert [plan.form.id for plan in plans_of(settings)] == found
    return found[: -len(shipped_forms())]


def test_folders_are_looked_through_with_those_inside() -> None:
    write("forms/b.toml", "forms/a.toml", "forms/2024/c.toml", "more/d.toml")

    settings = Settings(forms=("forms", "more"))

    assert ids(settings) == ["a", "b", "c", "d"]


def test_other_files_are_no_forms() -> None:
    write("forms/a.toml", "forms/.b.toml", "forms/.git/c.toml", "forms/statlint.toml")
    write("forms/pyproject.toml", "forms/x.csv.statlint.toml", "forms/__pycache__/d.toml")
    Path("forms/readme.md").write_text("", encoding="utf-8")

    assert ids(Settings(forms=("forms",))) == ["a"]


def test_a_file_is_a_form_by_itself_and_comes_once() -> None:
    write("forms/a.toml", "b.toml")

    settings = Settings(forms=("b.toml", "forms", "forms/a.toml"))

    assert [path.as_posix() for path in form_files(settings)] == ["b.toml", "forms/a.toml"]


def test_packs_come_behind_folders(site: Path) -> None:
    write("forms/b.toml")
    install_forms(site, "county", {"a.toml": form_text("a")})

    settings = Settings(forms=("forms",), form_packs=("county", "county"))

    assert ids(settings) == ["b", "a"]


def test_a_form_is_found_by_its_id(site: Path) -> None:
    write("forms/own.toml", "other.toml")
    install_forms(site, "pack_of_ids", {"packed.toml": form_text("packed")})
    settings = Settings(forms=("forms",), form_packs=("pack_of_ids",))

    found = ["own", "packed", "other.toml", "cn-channels"]

    assert [form_named(name, settings).id for name in found] == [
        *("own", "packed", "other"),
        "cn-channels",
    ]


def test_a_form_that_is_not_there_is_refused_with_all_that_are() -> None:
    write("forms/own.toml")

    with pytest.raises(FormError, match="gone: no such form; there are: own, cn-applications, "):
        form_named("gone", Settings(forms=("forms",)))


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "nowhere: 没有这个文件夹"), ("en", "nowhere: there is no such folder")],
)
def test_a_folder_that_is_not_there_is_refused(language: Language, said: str) -> None:
    with pytest.raises(FormError) as refusal:
        forms_of(Settings(forms=("nowhere",), language=language))

    assert str(refusal.value) == said


def test_the_faults_of_a_form_are_told_with_their_place() -> None:
    write("forms/a.toml")
    broken = Path("forms/a.toml").read_text(encoding="utf-8").replace("key =", "kee =", 1)
    Path("forms/a.toml").write_text(broken, encoding="utf-8")

    with pytest.raises(FormError) as refusal:
        plans_of(Settings(forms=("forms",)))

    assert refusal.value.path == str(Path("forms/a.toml"))
    assert refusal.value.faults == (
        "table[0].kee: is not a known key; did you mean key?",
        "table[0].key: is missing",
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("a", "forms/b.toml: the id a is that of the form forms/a.toml", id="own"),
        pytest.param(
            "cn-channels", "forms/b.toml: the id cn-channels is that of the form ", id="ours"
        ),
    ],
)
def test_an_id_that_another_form_has_is_refused(name: str, said: str) -> None:
    write("forms/a.toml")
    Path("forms/b.toml").write_text(form_text(name), encoding="utf-8")

    with pytest.raises(FormError) as refusal:
        plans_of(Settings(forms=("forms",)))

    assert str(refusal.value).startswith(said)


@pytest.mark.parametrize(
    ("package", "said"),
    [
        pytest.param("no_forms_here", "there is no form (.toml) in the package", id="no form"),
        pytest.param("no_such_package", "there is no form (.toml) in the package", id="no package"),
        pytest.param("json.decoder", "there is no form (.toml) in the package", id="a module"),
        pytest.param("forms_that_raise.of", "in the package forms_that_raise.of", id="it raises"),
    ],
)
def test_a_pack_without_forms_is_refused(site: Path, package: str, said: str) -> None:
    write_package(site, "no_forms_here", {})
    write_package(site, "forms_that_raise", {"__init__.py": "1 / 0"})
    install(site, "raise", {"statlint.forms": {"raise": package}})

    with pytest.raises(PackError) as refusal:
        plans_of(Settings(form_packs=("raise",)))

    assert str(refusal.value).startswith("form-packs: ")
    assert said in str(refusal.value)


def test_forms_of_a_pack_are_read_without_running_it(site: Path) -> None:
    write_package(site, "pack_that_would_raise", {"__init__.py": "1 / 0", "a.toml": form_text("a")})
    install(site, "quiet", {"statlint.forms": {"quiet": "pack_that_would_raise"}})

    assert ids(Settings(form_packs=("quiet",))) == ["a"]


def test_the_sources_of_rules_and_forms_are_listed(site: Path) -> None:
    write("forms/own.toml")
    write_package(site, "sources", {"__init__.py": "1 / 0"})
    write_package(site / "sources", "rules", {"odd.py": "", "odd.zh.md": ""})
    write_package(site / "sources", "forms", {"a.toml": form_text("a")})
    (site / "sources/__pycache__").mkdir()
    (site / "sources/__pycache__/odd.pyc").write_bytes(b"")
    (site / "single.py").write_text("1 / 0", encoding="utf-8")
    rules = {"rules": "sources.rules", "single": "single"}
    install(site, "s", {"statlint.rules": rules, "statlint.forms": {"forms": "sources.forms"}})
    settings = Settings(forms=("forms",), packs=("rules", "single"), form_packs=("forms",))

    found = [site.joinpath(path).relative_to(site).as_posix() for path in sources_of(settings)]

    assert found == [
        *("forms/own.toml", "sources/forms/a.toml"),
        *("sources/__init__.py", "sources/forms/__init__.py", "sources/forms/a.toml"),
        *("sources/rules/__init__.py", "sources/rules/odd.py", "sources/rules/odd.zh.md"),
        "single.py",
    ]
    assert sources_of(Settings()) == ()


def test_without_packs_nothing_is_looked_up() -> None:
    settings = Settings()

    assert packages_of(settings) == ("statlint_rules",)
    assert {rule.module.partition(".")[0] for rule in rules_of(settings)} == {"statlint_rules"}
