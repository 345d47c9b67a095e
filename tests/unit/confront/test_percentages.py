"""Shares written as fractions of 1 are taken as such where their figures say so."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation
from tables import confrontation_of, form_of, table_of

FORM = form_of(
    table_of(
        ["a Letter", "b Web", "all All"],
        ["number Number", {"key": "share", "label": "Share", "kind": "share", "unit": "%"}],
        {"rule": "share = 100 * number / all.number", "per": "line"},
        {"rule": "sum(a:b) = 100", "per": "head", "heads": ["share"], "kind": "shares"},
    )
)


def shared(*shares: str) -> Confrontation:
    rows = zip(["Letter,1", "Web,2", "All,3"], shares, strict=True)
    return confrontation_of(FORM, "Kind,Number,Share\n" + "\n".join(map(",".join, rows)))


def told(confrontation: Confrontation) -> tuple[list[str], list[str]]:
    failed = [f"{one.edit.id} {one.where}" for one in confrontation.instances if one.fails]
    return failed, [str(fact.cell) for fact in confrontation.fractions]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param(("33.3", "66.7", "100"), ([], []), id="per cent"),
        pytest.param(("0.333", "0.667", "1"), ([], ["C2"]), id="fractions"),
        pytest.param(("0.333", "", "1"), ([], ["C2"]), id="fractions and a blank"),
        pytest.param(("0.333", "0.557", "1"), (["E1 b", "E2 share"], ["C2"]), id="a wrong one"),
        pytest.param(
            ("0.333", "66.7", "100"), (["E1 a", "E2 share"], []), id="one fraction among per cent"
        ),
        pytest.param(
            ("0.333%", "0.667%", "1%"),
            (["E1 a", "E1 b", "E1 all", "E2 share"], []),
            id="with a per cent sign",
        ),
        pytest.param(
            ("0.1", "0.2", "0.3"),
            (["E1 a", "E1 b", "E1 all", "E2 share"], []),
            id="wrong either way",
        ),
    ],
)
def test_fractions_of_one(shares: tuple[str, ...], expected: tuple[list[str], list[str]]) -> None:
    assert told(shared(*shares)) == expected


def test_the_cells_still_say_what_is_written() -> None:
    confrontation = shared("0.333", "0.667", "1")

    (facts,) = confrontation.facts
    read = [(fact.text, str(figure.value)) for fact, figure in facts.with_figures()]
    assert read[1::2] == [("0.333", "33.3"), ("0.667", "66.7"), ("1", "100")]
