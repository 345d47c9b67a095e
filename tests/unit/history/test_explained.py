"""What explains what."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from years import odd_in


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(["h0 = h1"], id="one follows from the other"),
        pytest.param(["h0 = h1", "h1 = h0"], id="each follows from the other"),
    ],
)
def test_of_figures_that_explain_one_another_one_is_told(rules: list[str]) -> None:
    edits = [{"id": f"E{at}", "rule": rule, "per": "line"} for at, rule in enumerate(rules)]
    form: Mapping[str, object] = {"edit": edits}

    told = odd_in(form, {"a": [100, 100], "b": [90, 90]}, {"a": [1000, 1000], "b": [95, 95]})

    assert len(told) == 1


def test_a_product_of_odd_figures_is_not_told() -> None:
    form = {"edit": [{"id": "P", "rule": "h2 = h0 / h1", "per": "line"}]}

    told = odd_in(form, {"a": [100, 2, 50]}, {"a": [1000, 2, 500]})

    assert told == ["factor figure: a.h0"]
