"""Filled forms that are laid out alike, of which only the readings are kept."""

from __future__ import annotations

import gc
from dataclasses import replace
from decimal import Decimal

from statlint.facts import Facts, Filing, Moulds, read_facts, solid
from statlint.values import Figure
from tables import filled_of, form_of, table_of

FORM = form_of(table_of(["a A", "b B"], ["x X", "y Y"]))


def filing(text: str, path: str = "a.csv", *, form_id: str = "own") -> Filing:
    filled = filled_of(FORM, text)
    filled = replace(filled, form=replace(filled.form, id=form_id))
    return Filing(path, filled, tuple(map(read_facts, filled.tables)))


def cast(moulds: Moulds, one: Filing) -> Facts:
    kept = moulds.cast(one)
    assert kept is not None
    return kept.facts[0]


def told(facts: Facts) -> list[tuple[str, str, str, str, str]]:
    return [(one.line.key, one.head.key, str(one.cell), one.text, one.head_label) for one in facts]


def test_a_cast_says_what_the_file_says() -> None:
    moulds = Moulds()
    files = [filing("Case,X,Y\nA,1,2\nB,3,..", "a.csv"), filing("Case,X,Y\nA,5,6.0\nB,,8", "b.csv")]

    casts = [cast(moulds, one) for one in files]

    assert [told(one) for one in casts] == [told(one.facts[0]) for one in files]
    assert [fact.path for one in casts for fact in one] == ["a.csv"] * 4 + ["b.csv"] * 4


def test_files_laid_out_alike_have_their_table_in_common() -> None:
    moulds = Moulds()
    one, other = (cast(moulds, filing(f"Case,X,Y\nA,1,{n}\nB,3,4")) for n in (2, 5))

    assert one.table is other.table
    assert [len(part.grid) for part in one.table.parts] == [0]


def test_a_file_with_a_line_less_is_laid_out_otherwise() -> None:
    moulds = Moulds()
    one = cast(moulds, filing("Case,X,Y\nA,1,2\nB,3,4"))
    other = cast(moulds, filing("Case,X,Y\nB,3,4"))

    assert (len(one), len(other)) == (4, 2)
    assert one.table is not other.table


def test_a_cell_that_is_held_stays_the_same_fact() -> None:
    facts = cast(Moulds(), filing("Case,X,Y\nA,1,2\nB,3,4"))
    held = facts.get("b", "y")
    gc.collect()

    assert list(facts)[-1] is held
    assert facts.get("b", "z") is None


def test_the_same_cell_of_two_files_is_two_facts() -> None:
    moulds = Moulds()
    one, other = (cast(moulds, filing("Case,X,Y\nA,1,2\nB,3,4")) for _ in range(2))

    assert one.get("a", "x") is not other.get("a", "x")


def test_figures_that_are_needed_again_and_again_are_all_made() -> None:
    thin = cast(Moulds(), filing("Case,X,Y\nA,1,2\nB,3,4"))
    facts = solid(thin)

    assert told(facts) == told(thin)
    assert isinstance(facts.by_place, dict)
    assert solid(facts) is facts


def test_a_table_without_a_form_has_no_mould() -> None:
    assert Moulds().cast(filing("Case,X,Y\nA,1,2\nB,3,4", form_id="")) is None


def test_equal_figures_that_are_written_otherwise_stay_apart() -> None:
    moulds = Moulds()
    figures = [Figure(1, "1"), Figure(Decimal(1), "1"), Figure(1, "1.0"), Figure(1, "1")]
    own = filing("Case,X,Y\nA,1,2\nB,3,4")
    read = own.facts[0].reading_as(dict(zip(own.facts[0], figures, strict=True)))

    kept = [fact.reading for fact in cast(moulds, replace(own, facts=(read,)))]

    assert [str(one) for one in kept] == [str(one) for one in figures]
    assert kept[3] is kept[0]
