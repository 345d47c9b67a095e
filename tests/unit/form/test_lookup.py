"""What ranges stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.form import Name, Scope, Span, load_form, spanned

FORMS = Path(__file__).parents[3] / "rules" / "statlint_rules" / "forms"


def span(first: str, last: str) -> Span:
    """Make a range of two written names."""
    return Span(Name(tuple(first.split("."))), Name(tuple(last.split("."))))


@pytest.mark.parametrize(
    ("table", "found", "scope", "names"),
    [
        pytest.param(
            "applications",
            span("r2", "u1"),
            Scope.HEAD,
            "r2 d1 d2 d3 d4 d5 d6 d7 d8 u1",
            id="lines, headings left out",
        ),
        pytest.param("applications", span("nat", "soc"), Scope.LINE, "nat biz sci soc", id="heads"),
        pytest.param(
            "applications",
            span("n4.tot", "o1.tot"),
            Scope.ONCE,
            "n4.tot n5.tot o1.tot",
            id="figures under one head",
        ),
        pytest.param(
            "disclosure",
            span("rules.made", "rules.inforce"),
            Scope.ONCE,
            "rules.made rules.repealed rules.inforce",
            id="figures on one line",
        ),
        pytest.param(
            "disclosure",
            span("disclosure.punish.decided", "disclosure.force.decided"),
            Scope.ONCE,
            "disclosure.punish.decided disclosure.force.decided",
            id="figures with their table",
        ),
        pytest.param("disclosure", span("rules", "permit"), Scope.HEAD, "", id="two blocks"),
        pytest.param("reviews", span("rec", "aft.tot"), Scope.HEAD, "", id="unlike ends"),
        pytest.param("reviews", span("rec.up", "aft.tot"), Scope.ONCE, "", id="a rectangle"),
    ],
)
def test_spanned(table: str, found: Span, scope: Scope, names: str) -> None:
    form = load_form(FORMS / "cn-disclosure-annual-2021.toml")
    given = spanned(found, form.table(table), scope)

    assert [str(name) for name in given] == names.split()
