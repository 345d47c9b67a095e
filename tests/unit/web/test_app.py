"""What a page asks for: itself, a case, files, choices."""

from __future__ import annotations

import pytest

from statlint import __version__
from statlint.web.pages import assets
from unit.web.desks import (
    SMALL,
    Asking,
    code_of,
    folder_of,
)


def test_the_page_speaks_the_language_that_is_asked_for(asked: Asking) -> None:
    chinese = asked.client.get("", headers={"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"})
    english = asked.client.get("?lang=en", headers={"accept-language": "zh-CN"})

    assert chinese.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="zh-CN"' in chinese.text
    assert '<html lang="en"' in english.text


def test_a_page_is_told_what_is_read_and_what_is_too_much(asked: Asking) -> None:
    told = asked.client.get("about?lang=zh").json()

    assert (told["version"], told["language"]) == (__version__, "zh")
    assert told["limits"]["file_bytes"] == 256 << 20
    assert {".xlsx", ".csv", ".ods", ".docx", ".zip"} <= set(told["endings"])
    assert "政府信息公开工作年度报告（2021年版）" in [form["title"] for form in told["forms"]]
    assert [one["id"] for one in told["kinds_of_unit"]][:3] == ["town", "street", "county"]


def test_assets_come_with_their_kinds(asked: Asking) -> None:
    for name, (content, kind) in assets().items():
        found = asked.client.get(f"assets/{name}")
        assert (found.content, found.headers["content-type"]) == (content, kind)
    assert code_of(asked.client.get("assets/none.js")) == (404, "not-found")
    assert code_of(asked.client.get("assets/..%2f__init__.py")) == (404, "not-found")


def test_a_new_case_has_nothing(asked: Asking, case: str) -> None:
    idle = {"state": "idle", "kind": None, "done": 0, "total": 0, "name": None, "ahead": 0}

    assert asked.client.get(case).json() == {
        "case": case.removeprefix("cases/"),
        "language": "zh",
        "files": [],
        "choices": {"form": None, "period": None, "kind_of_unit": None},
        "work": idle,
        "run": 0,
        "stale": False,
        "error": None,
    }
    for wanted in ("results", "drawn?number=0", "marked", "report", "reasons", "all"):
        assert code_of(asked.client.get(f"{case}/{wanted}")) == (404, "no-results")
    assert code_of(asked.client.post(f"{case}/check")) == (409, "nothing-to-check")


def test_files_have_roles_and_names_of_their_own(asked: Asking, case: str) -> None:
    put = asked.put
    files = [
        put(case, "表.csv", SMALL),
        put(case, "表.csv", SMALL),
        put(case, "表.csv", SMALL, role="previous"),
        put(case, "表.csv", SMALL, role="parts"),
        put(case, "上年", SMALL),
        put(case, "../../表.CSV", b""),
        put(case, "表.csv.statlint.toml", b"", role="checked"),
        put(case, "表.csv.statlint.toml", b"# anew", role="reasons"),
    ]

    assert [(one["name"], one["role"], one["bytes"]) for one in files] == [
        ("表.csv", "checked", 60),
        ("表 (2).csv", "checked", 60),
        ("表.csv", "previous", 60),
        ("表.csv", "parts", 60),
        ("上年 (2)", "checked", 60),
        ("表 (3).CSV", "checked", 0),
        ("表.csv.statlint.toml", "reasons", 0),
        ("表.csv.statlint.toml", "reasons", 6),
    ]
    assert asked.client.get(case).json()["files"] == [*files[:6], files[7]]
    folder = folder_of(asked, case) / "files"
    found = sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*.*"))
    assert found == sorted(
        ["表.csv", "表 (2).csv", "上年/表.csv", "下级/表.csv", "表 (3).CSV", "表.csv.statlint.toml"]
    )


def test_a_file_changes_its_role_its_content_and_goes(asked: Asking, case: str) -> None:
    first, second = asked.put(case, "a.csv", b"1"), asked.put(case, "a.csv", b"12", role="parts")
    address = f"{case}/files/{second['id']}"

    moved = asked.client.patch(address, json={"role": "checked"})
    again = asked.client.patch(address, json={"role": "checked"})
    anew = asked.put(case, "corrected.csv", b"123", replaces=first["id"])
    gone = asked.client.delete(address)

    assert moved.json() == {**second, "role": "checked", "name": "a (2).csv"}
    assert again.json() == moved.json()
    assert anew == {**first, "bytes": 3}
    assert gone.status_code == 204
    assert asked.client.get(case).json()["files"] == [anew]
    for method, words in (("PATCH", b'{"role": "parts"}'), ("DELETE", b"")):
        assert code_of(asked.client.request(method, address, content=words)) == (404, "no-file")
    put = asked.client.put(f"{case}/files?name=a.csv&replaces=f9", content=b"")
    assert code_of(put) == (404, "no-file")


def test_reasons_have_no_other_role(asked: Asking, case: str) -> None:
    file = asked.put(case, "a.csv.statlint.toml", b"")
    address = f"{case}/files/{file['id']}"

    assert asked.client.patch(address, json={"role": "checked"}).json() == file


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "bad-name"),
        ("name=..", "bad-name"),
        ("name=a.csv&role=king", "bad-role"),
        ("name=a.csv&role=reasons", "bad-role"),
        ("name=a.csv&role=" + "x" * 300, "bad-words"),
    ],
)
def test_a_file_needs_a_name_and_a_role(asked: Asking, case: str, query: str, code: str) -> None:
    told = asked.client.put(f"{case}/files?{query}", content=b"1")

    assert code_of(told) == (400, code)
    assert asked.client.get(case).json()["files"] == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (b"[1]", "bad-words"),
        (b"{", "bad-words"),
        (b"\xff", "bad-words"),
        (b"[" * 100_000, "bad-words"),
        (b"x" * 300_000, "bad-words"),
        (b'{"form": 1}', "bad-words"),
        (b'{"form": "../form.toml"}', "bad-form"),
        (b'{"period": "2024-Q9"}', "bad-period"),
        (b'{"period": "' + b"9" * 300 + b'"}', "bad-words"),
        (b'{"kind_of_unit": "king"}', "bad-kind"),
    ],
)
def test_what_cannot_be_chosen_is_refused(
    asked: Asking, case: str, written: bytes, code: str
) -> None:
    told = asked.client.put(f"{case}/choices", content=written)

    assert code_of(told) == (400, code)
    assert asked.client.get(case).json()["choices"]["form"] is None


def test_choices_are_kept_until_others_come(asked: Asking, case: str) -> None:
    form = asked.client.get("about").json()["forms"][0]["id"]
    chosen = {"form": form, "period": "2024-Q1", "kind_of_unit": "town", "language": "en"}
    first = asked.client.put(f"{case}/choices", json=chosen).json()
    second = asked.client.put(f"{case}/choices", json={"form": None, "period": ""}).json()
    third = asked.client.put(f"{case}/choices", json={"language": "fr"}).json()

    assert first["choices"] == {"form": form, "period": "2024-Q1", "kind_of_unit": "town"}
    assert second["choices"] == {"form": None, "period": None, "kind_of_unit": "town"}
    assert [one["language"] for one in (first, second, third)] == ["en", "en", "en"]


def test_a_refusal_is_said_in_both_languages_and_in_that_of_who_asks(asked: Asking) -> None:
    told = asked.client.get("cases/none?lang=zh").json()["error"]

    assert set(told) == {"code", "zh", "en", "message"}
    assert told["message"] == told["zh"]
    assert code_of(asked.client.get("nowhere")) == (404, "not-found")
    assert code_of(asked.client.delete("about")) == (405, "bad-method")


def test_a_page_that_closes_takes_its_files_with_it(asked: Asking) -> None:
    case, _ = asked.checked({"a.csv": SMALL})
    folder = folder_of(asked, case)

    assert asked.client.post(f"{case}/alive").status_code == 204
    assert asked.client.post(f"{case}/close?now=1").status_code == 204
    assert not folder.exists()
    assert code_of(asked.client.get(case)) == (404, "gone")
    assert code_of(asked.client.post(f"{case}/close")) == (404, "gone")


def test_a_page_that_is_loaded_anew_finds_its_files(asked: Asking, case: str) -> None:
    asked.put(case, "a.csv", SMALL)
    found = asked.desk.cases.get(case.removeprefix("cases/"))
    asked.client.post(f"{case}/close")

    assert found.closing is not None
    assert [one["name"] for one in asked.client.get(case).json()["files"]] == ["a.csv"]
    assert found.closing is None
