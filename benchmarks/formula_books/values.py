"""What formulas reckon with: figures, texts, blanks and errors, as Excel takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

_FIRST_DAY = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Wrong:
    """An error value such as #DIV/0!."""

    name: str


NO_FIGURE, BY_ZERO, NOT_FOUND = Wrong("#VALUE!"), Wrong("#DIV/0!"), Wrong("#N/A")

Value: TypeAlias = int | float | str | bool | Wrong | None
Block: TypeAlias = tuple[tuple[Value, ...], ...]
"""A range of cells, row by row."""
Argument: TypeAlias = Value | Block


class Failure(Exception):  # noqa: N818 - what Excel shows in the cell, not a failure of the program
    """Raised where a formula gives an error value."""

    def __init__(self, wrong: Wrong) -> None:
        """Keep the error value."""
        super().__init__(wrong)
        self.wrong = wrong


def serial(day: date) -> int:
    """Give the number that a date is for Excel."""
    return (day - _FIRST_DAY).days


def single(value: Argument) -> Value:
    """Give one value; the first of a range; raises Failure for an error value."""
    one = value[0][0] if isinstance(value, tuple) else value
    if isinstance(one, Wrong):
        raise Failure(one)
    return one


def number(value: Argument) -> int | float:
    """Give a value as a number, the way an operator takes it."""
    one = single(value)
    if one is None:
        return 0
    if isinstance(one, str):
        try:
            return float(one)
        except ValueError:
            raise Failure(NO_FIGURE) from None
    if isinstance(one, Wrong):
        raise Failure(one)
    return int(one) if isinstance(one, bool) else one


def text(value: Argument) -> str:
    """Give a value as a text, the way & takes it."""
    one = single(value)
    if isinstance(one, float):
        return f"{one:.15g}"
    return "" if one is None else str(one)


def spread(arguments: tuple[Argument, ...]) -> Iterator[Value]:
    """Give the values of ranges one by one; raises Failure at an error value."""
    for argument in arguments:
        for row in argument if isinstance(argument, tuple) else ((argument,),):
            for value in row:
                if isinstance(value, Wrong):
                    raise Failure(value)
                yield value


def figures(arguments: tuple[Argument, ...]) -> list[int | float]:
    """Give the numbers in ranges; texts, booleans and blanks are left out."""
    return [
        value
        for value in spread(arguments)
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]
