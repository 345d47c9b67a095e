"""Where an entry stands and what it is about."""

from __future__ import annotations

import pytest

from statlint.justification.judge import Explanations
from statlint.justification.model import Entry
from statlint.justification.sidecar import Sidecar
from statlint.justification.words import of_entry, subject, where
from statlint.values import Text
from unit.justification.found import FOUND

EXPLANATIONS = Explanations(Sidecar("2024/a.csv.statlint.toml"))


def test_the_sidecar_is_named_without_its_folder() -> None:
    assert where(EXPLANATIONS, 0).en == "a.csv.statlint.toml"
    assert where(EXPLANATIONS, 7) == Text(
        "a.csv.statlint.toml 第 7 行", "a.csv.statlint.toml, line 7"
    )


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param(Entry("F010"), Text("F010 ", "F010"), id="a file"),
        pytest.param(Entry("B101", line="甲"), Text("B101「甲」", "B101 “甲”"), id="a line"),
        pytest.param(
            Entry("B101", line="甲", head="乙"),
            Text("B101「甲」「乙」", "B101 “甲”, “乙”"),
            id="a line and a head",
        ),
    ],
)
def test_an_entry_is_about_its_line_and_head(entry: Entry, said: Text) -> None:
    assert subject(entry) == said


def test_a_finding_about_an_entry_has_its_labels() -> None:
    found = of_entry(FOUND, Entry("B101", line="甲"))

    assert (found.table, found.line, found.head) == (None, "甲", None)
