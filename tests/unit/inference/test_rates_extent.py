"""Where a quotient is stated: under heads of its kind, on a stretch of the lines."""

from __future__ import annotations

from rates_told import rates_told


def test_lines_of_another_kind_are_left_out() -> None:
    lines = [
        f"Town {at},{400 + 7 * at},{100 + at * at},{(100 + at * at) / (400 + 7 * at):.4f}"
        for at in range(1, 9)
    ]
    text = "\n".join(["Town,Homes,Let,Ratio of let", *lines, "Change in per cent,3.1,2.2,7.7"])

    told = rates_told(text + "\n")

    assert told == ["heads 2 = division 1 0 at 8"]


def test_two_tables_on_one_another() -> None:
    upper = [
        f"{at},{431 + 17 * at},{113 + at * at},{100 * (113 + at * at) / (431 + 17 * at):.2f}"
        for at in range(1, 13)
    ]
    lower = [
        f"{at},{at * 131 % 89},{at * 57 % 101},{at * 7 % 13}.{at * 11 % 97:02}"
        for at in range(20, 42)
    ]
    text = "\n".join(["Line,Homes,Let,Per cent of homes", *upper, *lower]) + "\n"

    told = rates_told(text)

    assert told == ["heads 2 = division 1 0 x100 at 12"]


def test_heads_of_another_kind_are_left_out() -> None:
    rows = [("2021", [41, 377, 29, 512, 18, 301]), ("2022", [44, 401, 31, 477, 23, 299])]
    change = [
        f"{100 * (new - old) / old:.2f}" if at % 2 else str(at)
        for at, (old, new) in enumerate(zip(rows[0][1], rows[1][1], strict=True))
    ]
    text = (
        "\n".join(
            [
                "Year,Index,Sold,Index,Sold,Index,Sold",
                *(f"{year},{','.join(map(str, own))}" for year, own in rows),
                f"Change in per cent,{','.join(change)}",
            ]
        )
        + "\n"
    )

    told = rates_told(text)

    assert told == ["lines 2 = relative-change 1 0 x100 at 3"]
