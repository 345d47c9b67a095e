"""Forms of tables that are kept as they were found."""

from __future__ import annotations

import pytest

from statlint.errors import FormError
from statlint.finding import Origin
from statlint.form import Arrangement, EditKind, edit_words
from statlint.values import Text
from tables import form_of, table_of

RULE = {"rule": "men + women = both", "per": "line", "origin": "inferred"}


def test_an_inferred_edit_says_what_it_rests_on() -> None:
    basis = {"zh": "在其余 6 行均成立", "en": "holds on the other 6 lines"}
    table = table_of(
        ["all 总人口"],
        ["men 男", "women 女", "both 合计"],
        {**RULE, "basis": basis},
        arrangement="as-found",
    )

    form = form_of(table)

    edit = form.tables[0].edits[0]
    assert form.tables[0].arrangement is Arrangement.AS_FOUND
    assert (edit.origin, edit.basis) == (Origin.INFERRED, Text(basis["zh"], basis["en"]))


def test_a_form_has_tables_as_found_or_others_but_not_both() -> None:
    one = table_of(["all 总人口"], ["men 男"], key="one", arrangement="as-found")
    other = table_of(["all 总人口"], ["men 男"], key="other")

    with pytest.raises(FormError) as raised:
        form_of(one, other)

    assert raised.value.faults == (
        'table: either all tables have the arrangement "as-found" or none',
    )


RANKED = ("place(score, a.score:c.score) = rank", "dense(score, a.score, c.score) = rank")


@pytest.mark.parametrize("rule", RANKED)
def test_a_place_among_figures_that_are_named(rule: str) -> None:
    edit = {"rule": rule, "per": "line", "lines": ["a", "c"]}

    form = form_of(table_of(["a A", "b B", "c C"], ["score Score", "rank Rank"], edit))

    assert form.tables[0].edits[0].kind is EditKind.RANK
    assert edit_words(form.tables[0].edits[0], form, "table", "en").startswith("the place of Score")


def test_a_place_among_figures_that_are_not_there() -> None:
    edit = {"rule": "place(score, a.score:d.score) = rank", "per": "line"}

    with pytest.raises(FormError) as raised:
        form_of(table_of(["a A", "b B"], ["score Score", "rank Rank"], edit))

    assert raised.value.faults == ("table[0].edit[0].rule: no line d",)
