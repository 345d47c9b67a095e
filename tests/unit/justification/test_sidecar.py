"""From a sidecar to its entries, and to what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from statlint.justification.model import Entry
from statlint.justification.sidecar import Sidecar, read_sidecar, sidecar_of

NAME = "a.csv.statlint.toml"


def told(sidecar: Sidecar) -> list[str]:
    """Tell what is wrong, each with its line."""
    return [f"{one.line} {one.fault.say('en')}" for one in sidecar.wrongs]


def test_entries_are_read_with_the_lines_they_begin_in() -> None:
    text = """# why
[[justified]]
rule = "P204"
reason = '''
two lines
[[justified]]
'''
date = 2026-11-22
until = "2026-12-31"
figures = ["1", 2, 3.50]
edit-text = "a = b"
left = 12
with-other-files = ["previous"]

  [[ "justified" ]] # the next
rule = "B101"
edition = 3
date = 2026-11-22T08:00:00
"""
    assert sidecar_of(NAME, text.encode()).entries == (
        Entry(
            "P204",
            reason="two lines\n[[justified]]\n",
            date=date(2026, 11, 22),
            until=date(2026, 12, 31),
            figures=("1", "2", "3.50"),
            edit_text="a = b",
            left="12",
            others=("previous",),
            starts=2,
        ),
        Entry("B101", edition=3, date=date(2026, 11, 22), starts=15),
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("[[justified]]\n", ["1 rule: is missing"], id="no rule"),
        pytest.param(
            "[[justified]]\nrule = 'unusual-change'\n",
            ["1 rule: must be the code of a rule, such as P204"],
            id="a name for a code",
        ),
        pytest.param(
            "\n[[justified]]\nrule = 3\n", ["2 rule: must be a text in quotes"], id="no text"
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nleft = true\n",
            ["1 left: must be a text in quotes"],
            id="a flag for a figure",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nfigures = '1'\n",
            ["1 figures: must be a list of texts ([ … ])"],
            id="no list",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nwith-other-files = [1]\n",
            ["1 with-other-files: must be a list of texts ([ … ])"],
            id="a list of numbers",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nfigures = [[]]\n",
            ["1 figures: must be a list of texts ([ … ])"],
            id="a list of lists",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\ndate = 3\n",
            ["1 date: must be a day, such as 2026-12-31"],
            id="no day",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nedition = 0\n",
            ["1 edition: must be a whole number above 0"],
            id="no edition",
        ),
        pytest.param(
            "[[justified]]\nrule = 'B1'\nreasn = 'x'\n",
            ["1 reasn: is not a known key; did you mean reason?"],
            id="a misspelt key",
        ),
        pytest.param(
            "justified = [{ rule = 'B1', zzzz = 1 }]\n",
            ["0 justified[0].zzzz: is not a known key"],
            id="a list in one line, whose lines are not told",
        ),
        pytest.param(
            "justified = 1\n", ["0 justified: must be written as [[justified]]"], id="no tables"
        ),
        pytest.param(
            "justifed = 1\n",
            ["0 justifed: is not a known key; did you mean justified?"],
            id="a misspelt table",
        ),
        pytest.param("a = 1\na = 2\n", ["2 TOML, column 6: Cannot overwrite a value"], id="TOML"),
        pytest.param("a = " + "[" * 5000, ["0 is nested too deeply"], id="nested"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, wrong: list[str]) -> None:
    assert told(sidecar_of(NAME, text.encode())) == wrong


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    assert told(sidecar_of(NAME, "# a\n# 说明".encode("gbk"))) == [
        "2 is not UTF-8: save it anew as UTF-8"
    ]


def test_a_mark_at_the_beginning_and_other_line_ends_are_taken() -> None:
    text = "\ufeff[[justified]]\r\nrule = 'B101'\r\n"

    assert sidecar_of(NAME, text.encode()).entries == (Entry("B101", starts=1),)


def test_a_fault_of_one_entry_leaves_the_others() -> None:
    text = "[[justified]]\n[[justified]]\nrule = 'B101'\n"

    assert sidecar_of(NAME, text.encode()).entries == (Entry("B101", starts=2),)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    assert told(read_sidecar(tmp_path / NAME)) == ["0 cannot be read (Is a directory)"]


def test_what_is_too_large_is_told() -> None:
    assert told(sidecar_of(NAME, b"#" * 4_000_001)) == ["0 is too large"]


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("[[justified]]\nrule = 'B101'\n")

    assert read_sidecar(path) == Sidecar(str(path), (Entry("B101", starts=1),))


def test_the_code_of_a_rule_may_be_written_in_small_letters() -> None:
    [entry] = sidecar_of(NAME, b"[[justified]]\nrule = ' p204 '\n").entries

    assert entry.rule == "P204"
