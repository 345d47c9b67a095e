"""Sums whose parts do not stand together: strides, gaps, pairs and twins."""

from __future__ import annotations

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.sums import find_sums


def found_in(text: str) -> list[str]:
    """Tell the sums of the lines of a table by their labels."""
    layout = layout_of(text)
    return [
        f"{layout.lines[one.aggregate].text} = "
        + " + ".join(layout.lines[part].text for part in one.parts)
        for one in find_sums(matrix_of(layout))
    ]


def test_one_strip_of_a_run_is_left_out() -> None:
    found = found_in("""
        Item,2021,2022,2023,2024
        Profit before tax,184224,178153,209008,206725
        Interest,42587,44028,46792,41895
        Other cost,1365,10145,3777,3991
        Hours worked,5120,5217,5401,5622
        Tax,140272,123980,158439,160839
        """)

    assert found == ["Profit before tax = Interest + Other cost + Tax"]


def test_two_strips_anywhere_near_add_up() -> None:
    found = found_in("""
        Item,2021,2022,2023,2024
        Liabilities,153613,171199,192300,226926
        Deposits,114146,124812,139717,152821
        Turnover,73712,80436,92763,101669
        Equity,11317,13036,13681,17779
        Cash,39599,41547,46223,40140
        Assets,164930,184235,205981,244705
        """)

    assert found == ["Assets = Liabilities + Equity"]


def test_every_second_line_adds_up() -> None:
    found = found_in("""
        Item,A,B,C,D
        Schools,412,388,297,367
        Pupils,98342,90133,71244,84510
        Primary,207,154,191,120
        in primary,45312,41022,33517,39915
        Middle,133,166,55,186
        in middle,33018,30077,23104,27530
        High,72,68,51,61
        in high,20012,19034,14623,17065
        """)

    assert found == [
        "Schools = Primary + Middle + High",
        "Pupils = in primary + in middle + in high",
    ]


def test_twins_carry_a_sum_whose_parts_are_withheld() -> None:
    found = found_in("""
        Region,2021,2022
        East,10422,10618
        Males,5120,5217
        Females,5302,5401
        West,8342,8537
        Males,4131,4223
        Females,4211,4314
        North,555,643
        Males,x,x
        Females,396,402
        """)

    assert found == [
        "East = Males + Females",
        "West = Males + Females",
        "North = Males + Females",
    ]


def test_a_twin_that_holds_nowhere_is_none() -> None:
    found = found_in("""
        Region,2021,2022
        East,10422,10618
        Males,5120,5217
        Females,5302,5401
        West,8342,8537
        Males,4131,4223
        Females,4211,4314
        Index,1041,1062
        Males,1033,1057
        Females,1052,1066
        """)

    assert found == ["East = Males + Females", "West = Males + Females"]
