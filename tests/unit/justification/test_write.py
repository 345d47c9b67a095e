"""Entries are put in and taken out; what people wrote stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.justification.model import Entry
from statlint.justification.sidecar import sidecar_of
from statlint.justification.write import UneditableError, changed, entry_text, quoted

NAME = "表.xlsx.statlint.toml"
NEW = Entry("P204", reason="moved here", date=date(2026, 11, 22))
WRITTEN = '''# At the top.
[[justified]]
rule = "A1"
reason = """
several lines
# no remark
[[justified]]
"""
# inside

# About B2.
[[justified]]
rule = "B2" # here
reason = "x"
# behind

# On its own.

# About C3.
[[justified]]
rule = "C3"
reason = 'y # no remark'

# At the end.
'''


def entries(text: str) -> list[Entry]:
    return list(sidecar_of(NAME, text.encode()).entries)


def after(out: list[str], new: list[Entry] | None = None, text: str = WRITTEN) -> str:
    """Change a sidecar: take out the entries of some rules, put in others."""
    gone = [one for one in entries(text) if one.rule in out]
    return changed(text, NAME, out=gone, new=new or [], language="en")


def test_a_new_one_begins_with_what_it_is_for() -> None:
    assert changed("", NAME, new=[NEW], language="zh") == (
        "# 填写说明：对 表.xlsx 审核结果的说明，由 statlint justify 写入；"
        "reason、by、until 可以手工修改。\n"
        "# 数据、规则或公式有了变化，或者过了期限，说明即失效，该处重新列出。\n\n"
        '[[justified]]\nrule = "P204"\nreason = "moved here"\ndate = 2026-11-22\n'
    )


def test_new_ones_stand_behind_the_others() -> None:
    assert after([], [NEW]) == WRITTEN + "\n" + entry_text(NEW) + "\n"


@pytest.mark.parametrize(
    ("out", "left"),
    [
        pytest.param(
            ["A1"],
            "# At the top.\n# About B2.\n" + WRITTEN.partition("# About B2.\n")[2],
            id="first",
        ),
        pytest.param(
            ["B2"],
            WRITTEN.partition("# About B2.")[0]
            + "# On its own."
            + WRITTEN.partition("# On its own.")[2],
            id="between",
        ),
        pytest.param(["C3"], WRITTEN.partition("# About C3.")[0] + "# At the end.\n", id="last"),
        pytest.param(
            ["A1", "B2", "C3"], "# At the top.\n# On its own.\n\n# At the end.\n", id="all"
        ),
    ],
)
def test_what_people_wrote_stays(out: list[str], left: str) -> None:
    assert after(out) == left


def test_a_remark_right_above_the_next_entry_belongs_to_that() -> None:
    text = "\n\n[[justified]]\nrule = 'A1'\n# About B2.\n[[justified]]\nrule = 'B2'\n"

    assert after(["A1"], text=text) == "# About B2.\n[[justified]]\nrule = 'B2'\n"


def test_nothing_stays_of_what_was_only_ours() -> None:
    text = changed("", NAME, new=[NEW], language="en")

    assert changed(text, NAME, out=entries(text), language="zh") == ""


def test_an_entry_is_found_where_it_stands_now() -> None:
    moved = [replace(one, starts=99) for one in entries(WRITTEN)[:1]]

    assert changed(WRITTEN, NAME, out=moved, language="en") == after(["A1"])


def test_of_two_alike_one_is_taken_out() -> None:
    text = entry_text(NEW) + "\n\n" + entry_text(NEW) + "\n"

    assert entries(changed(text, NAME, out=[NEW], language="en")) == [replace(NEW, starts=1)]


def test_line_ends_stay_as_they_are() -> None:
    text = WRITTEN.replace("\n", "\r\n")

    assert after(["B2"], [NEW], text) == after(["B2"], [NEW]).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "out"),
    [
        pytest.param("justified = [{ rule = 'A1' }]\n", [Entry("A1")], id="entries in one line"),
        pytest.param("a = = b\n", [], id="no TOML"),
        pytest.param(WRITTEN, [Entry("D4")], id="one that is not there"),
    ],
)
def test_what_cannot_be_changed_safely_is_left_alone(text: str, out: list[Entry]) -> None:
    with pytest.raises(UneditableError):
        changed(text, NAME, out=out, new=[NEW], language="en")


def test_entries_in_one_line_stay_alone() -> None:
    with pytest.raises(UneditableError):
        changed("justified = [{ rule = 'A1' }]\n", NAME, new=[NEW], language="en")


def test_long_lists_take_several_lines() -> None:
    text = entry_text(replace(NEW, figures=("123456789",) * 12))

    assert max(map(len, text.split("\n"))) <= 100
    assert text.count("123456789") == 12


CODES = st.sampled_from(["B101", "P204"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


OTHERS = st.none() | st.lists(st.sampled_from(["previous", "parts"])).map(tuple)


@given(
    st.builds(
        Entry, CODES, *[TEXTS] * 3, figures=st.lists(TEXTS, max_size=30).map(tuple), others=OTHERS
    )
)
def test_what_is_written_is_read_again(entry: Entry) -> None:
    text = changed("", NAME, new=[entry], language="en")

    (read,) = entries(text)
    assert replace(read, starts=0) == entry


@given(st.lists(st.builds(Entry, CODES, reason=TEXTS), max_size=5), st.data())
def test_taking_out_leaves_the_others(some: list[Entry], data: st.DataObject) -> None:
    text = changed("", NAME, new=some, language="en") if some else ""
    at = data.draw(st.sets(st.sampled_from(range(len(some))))) if some else set()

    left = changed(text, NAME, out=[some[one] for one in at], language="en")

    kept = [one for number, one in enumerate(some) if number not in at]
    assert sorted((one.rule, one.reason) for one in entries(left)) == sorted(
        (one.rule, one.reason) for one in kept
    )


def test_what_is_no_character_is_written_as_a_question() -> None:
    assert quoted('a\ud800"\x7f\n') == '"a?\\"\\u007f\\n"'
