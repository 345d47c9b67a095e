"""Sums are stated where they are meant, and nowhere else."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.sums import find_sums


def stated(text: str) -> list[str]:
    """Tell under which heads the sums of lines are stated."""
    layout = layout_of(text)
    return [
        f"{layout.lines[one.aggregate].text}: "
        + " ".join(layout.heads[at].text for at in one.positions)
        + "".join(f" ({layout.heads[at].text})" for at in one.missed)
        for one in find_sums(matrix_of(layout))
    ]


RATES = """
Region,2022,2023,2024,{head}
Total,10463,10581,10703,{rates[0]}
East,4187,4212,4263,{rates[1]}
South,2951,2998,3007,{rates[2]}
West,3325,3371,3433,{rates[3]}
"""


@pytest.mark.parametrize(
    "head", ["Average income", "Change in %"], ids=["an average", "a growth rate"]
)
def test_a_head_of_rates_has_no_sums(head: str) -> None:
    text = RATES.format(head=head, rates=("30.1", "29.5", "31.2", "30.4"))

    assert stated(text) == ["Total: 2022 2023 2024"]


def test_shares_add_up_like_counts() -> None:
    text = RATES.format(head="Share (%)", rates=("100.0", "40.0", "28.2", "31.8"))

    assert stated(text) == ["Total: 2022 2023 2024 Share (%)"]


def test_hours_without_a_word_for_them_have_no_sums() -> None:
    text = RATES.format(head="Working week", rates=("30.1", "29.5", "31.2", "30.4"))

    assert stated(text) == ["Total: 2022 2023 2024"]


def test_a_wrong_subtotal_fails_alone_where_the_total_follows_from_its_parts() -> None:
    found = stated("""
        Revenue,2005,2006,2007
        Total revenue,253831,272932,289624
        Own revenue,203028,213105,226145
        Income tax,113712,120436,132763
        Sales tax,91316,92669,93382
        Transfers,48803,59827,63479
        """)

    assert found == [
        "Total revenue: 2005 2006 2007",
        "Own revenue: 2005 2006 2007 (2005)",
    ]


def test_heads_of_one_kind_where_a_sum_never_holds_are_left_out() -> None:
    found = stated("""
        Group,Hours,Number,Hours,Number,Hours,Number
        All,31.2,4312,31.4,4407,31.9,4523
        Men,33.5,2214,33.7,2307,34.0,2401
        Women,28.8,2098,29.0,2100,29.1,2122
        """)

    assert found == ["All: Number Number Number"]


def test_a_wrong_figure_closes_no_position_for_two_sums_with_it() -> None:
    found = stated(
        """
        Sex,2005,2006,2007
        Total,253831,272932,289624
        Men,113712,120436,132763
        Women,140119,152496,156861
        Urban,91316,92669,93382
        Rural,162519,180263,196242
        """.replace("253831", "258331")
    )

    assert found == ["Total: 2005 2006 2007 (2005)"] * 2
