"""The kind of an edit, told from its shape."""

from __future__ import annotations

import pytest

from statlint.form import EditKind, parse_edit
from statlint.form.shape import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sum(r1:o3) = total", EditKind.BALANCE),
        ("total = a + b - c", EditKind.BALANCE),
        ("a = b", EditKind.BALANCE),
        ("100 * a = total", EditKind.BALANCE),
        ("new + carry = total + next", EditKind.FLOW),
        ("part <= whole", EditKind.PART),
        ("max(a:c) <= new + carry", EditKind.PART),
        ("sum(a:c) >= whole", EditKind.PART),
        ("o3 <= 0.5 * total", EditKind.PART),
        ("a >= 0", EditKind.RANGE),
        ("0 < a", EditKind.RANGE),
        ("a = 5", EditKind.RANGE),
        ("decimals(a) <= 2", EditKind.RANGE),
        ("sum(a:c) = 100", EditKind.SHARES),
        ("a + b = 100", EditKind.SHARES),
        ("share = 100 * part / total", EditKind.RATIO),
        ("mean(a:c) = d", EditKind.RATIO),
        ("a / 100 = b", EditKind.BALANCE),
        ("a + b >= 0", EditKind.CONDITION),
        ("a / b <= c", EditKind.CONDITION),
        ("max(a:c) = d", EditKind.CONDITION),
        ("a * b = c", EditKind.CONDITION),
        ("place(score, unit) = rank", EditKind.RANK),
        ("rank = dense(score, unit)", EditKind.RANK),
        ("place(score, unit) <= rank", EditKind.PART),
        ("tally(unit) = total", EditKind.BALANCE),
        ("remainder(a, 0.5) = 0", EditKind.RANGE),
        ("remainder(a - b, steps(c)) = 0", EditKind.CONDITION),
        ("filled(a)", EditKind.CONDITION),
        ("rises(a, b)", EditKind.CONDITION),
        ("a != b", EditKind.CONDITION),
        ("count(a > 0, b > 0) < 2", EditKind.CONDITION),
        ("if a > 0 then b > 0", EditKind.CONDITION),
        ("a = 0 iff b = 0", EditKind.CONDITION),
        ("not a = b", EditKind.CONDITION),
        ("a = b and b = c", EditKind.CONDITION),
    ],
)
def test_kind(text: str, kind: EditKind) -> None:
    told = kind_of(parse_edit(text))

    assert told is kind
