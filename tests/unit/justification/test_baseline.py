"""Baselines as text: written to compare well, read back, refused where they are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.errors import BaselineError
from statlint.justification.baseline import (
    Baseline,
    Known,
    KnownFile,
    baseline_text,
    read_baseline,
)

ROLES = st.none() | st.lists(st.text()).map(tuple)
KNOWN = st.builds(Known, st.text(), st.text(), st.text(), ROLES)
FILES = st.dictionaries(
    st.text(), st.builds(KnownFile, st.lists(KNOWN, min_size=1).map(tuple), st.text())
)
FIRST = KnownFile((Known("ab", "B101", "表一!B4"), Known("cd", "X202", "", ("parts",))), "ef")


def written(folder: Path, text: str) -> Path:
    path = folder / "statlint-baseline.json"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return path


def test_writes_a_finding_a_line_and_files_by_path() -> None:
    text = baseline_text({"乙.csv": FIRST, "b.csv": KnownFile((Known("ab", "B101", "B4"),))})

    assert text == (
        "{\n"
        ' "statlint-baseline": 1,\n'
        ' "files": {\n'
        '  "b.csv": {\n'
        '   "findings": [\n'
        '    {"rule": "B101", "place": "B4", "mark": "ab"}\n'
        "   ]\n"
        "  },\n"
        '  "乙.csv": {\n'
        '   "content": "ef",\n'
        '   "findings": [\n'
        '    {"rule": "B101", "place": "表一!B4", "mark": "ab"},\n'
        '    {"rule": "X202", "place": "", "mark": "cd", "with-other-files": ["parts"]}\n'
        "   ]\n"
        "  }\n"
        " }\n"
        "}\n"
    )


def test_refuses_a_word_where_a_list_is_due(tmp_path: Path) -> None:
    text = baseline_text({"a.csv": FIRST}).replace('["parts"]', '"parts"')

    with pytest.raises(BaselineError):
        read_baseline(written(tmp_path, text), "en")


def test_writes_one_without_any_finding() -> None:
    assert baseline_text({}) == '{\n "statlint-baseline": 1,\n "files": {}\n}\n'


@given(FILES)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, KnownFile]
) -> None:
    path = written(tmp_path_factory.mktemp("baseline"), baseline_text(files))

    assert read_baseline(path, "en") == Baseline(path, files)


def test_counts_its_findings() -> None:
    assert Baseline(Path("a.json"), {"a.csv": FIRST, "b.csv": FIRST}).size == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            '{\n<<<<<<< HEAD\n "files": {}}',
            "第 2 行不成 JSON（可能留有合并冲突的标记）",
            id="a merge left its marks",
        ),
        *(
            pytest.param(
                text, "不是本版本能读的基线文件；可由 --write-baseline 写出", id=text or "nothing"
            )
            for text in (
                "[]",
                "[" * 100_000,
                '{"files": {}}',
                '{"statlint-baseline": 2, "files": {}}',
                '{"statlint-baseline": 1}',
                '{"statlint-baseline": 1, "files": {"a": []}}',
                '{"statlint-baseline": 1, "files": {"a": {}}}',
                '{"statlint-baseline": 1, "files": {"a": {"findings": [1]}}}',
                '{"statlint-baseline": 1, "files": {"a": {"findings": [{"rule": "B101"}]}}}',
                '{"statlint-baseline": 1, "files": {"a": {"findings": [], "content": 1}}}',
                '{"statlint-baseline": 1, "files": {"a": {"findings": ["B101"]}}}',
                '{"statlint-baseline": 1, "files": {"a": {"findings":[{"rule": "a", "mark": 1}]}}}',
            )
        ),
    ],
)
def test_refuses_what_is_no_baseline(tmp_path: Path, text: str, said: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(BaselineError) as refused:
        read_baseline(path, "zh")

    assert str(refused.value) == f"{path}: {said}"


def test_says_that_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="there is no such baseline"):
        read_baseline(tmp_path / "none.json", "en")


def test_says_why_it_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="cannot be read"):
        read_baseline(tmp_path, "en")


def test_refuses_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BaselineError, match="is no baseline"):
        read_baseline(path, "en")
