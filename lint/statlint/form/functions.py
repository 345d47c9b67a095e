"""The functions of the edit language: what each takes, and what is said when it is given more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from statlint.form.edits import IN_TIME, Name, Operand, Span, Words
from statlint.values import Text

Argument: TypeAlias = Operand | Span | Words

LISTING = ("sum", "mean", "min", "max")
"""They take any number of figures and ranges, and a repeated line stands for all its lines."""
RANKING = ("place", "dense", "place_low", "dense_low")
TESTS = ("filled", "mentions", "rises")
"""They are conditions; all others are figures."""
FUNCTIONS = (
    *LISTING,
    "last",
    "abs",
    "decimals",
    "count",
    "remainder",
    "steps",
    *RANKING,
    "tally",
    *TESTS,
)


def misuse(function: str, arguments: tuple[Argument, ...]) -> Text | None:
    """Say what is wrong with the arguments of a function; None where nothing is."""
    return None if _TAKES[function](arguments) else _SAYS[function]


def _figures(arguments: tuple[Argument, ...]) -> bool:
    return not any(isinstance(argument, Words) for argument in arguments)


def _figure(arguments: tuple[Argument, ...]) -> bool:
    return len(arguments) == 1 and not isinstance(arguments[0], Span | Words)


def _name(arguments: tuple[Argument, ...]) -> bool:
    return len(arguments) == 1 and isinstance(arguments[0], Name)


def _one_of_several(arguments: tuple[Argument, ...]) -> bool:
    """Take the figure of each of several periods: quarterly.staff."""
    return (
        len(arguments) == 1
        and isinstance(arguments[0], Span)
        and arguments[0].is_each
        and arguments[0].first.source in IN_TIME
    )


def _two_figures(arguments: tuple[Argument, ...]) -> bool:
    return len(arguments) == len("ab") and not any(
        isinstance(argument, Span | Words) for argument in arguments
    )


def _ranked(arguments: tuple[Argument, ...]) -> bool:
    """Take a figure, and what it is ranked among: a repeated line, or figures named in full."""
    first, *among = arguments
    if not (isinstance(first, Name) and len(first.parts) == 1 and among):
        return False
    ends = [_ends(argument) for argument in among]
    alone = len(ends) == 1 and [len(end.parts) for end in ends[0]] == [1]
    return alone or all(own and all(len(end.parts) > 1 for end in own) for own in ends)


def _ends(argument: Argument) -> tuple[Name, ...]:
    match argument:
        case Name():
            return (argument,)
        case Span(first=first, last=last):
            return (first, last)
        case _:
            return ()


def _name_and_texts(arguments: tuple[Argument, ...]) -> bool:
    first, *rest = arguments
    texts = [argument.text for argument in rest if isinstance(argument, Words)]
    return isinstance(first, Name) and len(texts) == len(rest) > 0 and all(texts)


def _names(arguments: tuple[Argument, ...]) -> bool:
    return all(isinstance(argument, Name | Span) for argument in arguments)


_TAKES: Mapping[str, Callable[[tuple[Argument, ...]], bool]] = MappingProxyType(
    dict.fromkeys(LISTING, _figures)
    | dict.fromkeys(RANKING, _ranked)
    | {
        "abs": _figure,
        "decimals": _name,
        "last": _one_of_several,
        "remainder": _two_figures,
        "steps": _name,
        "tally": _name,
        "filled": _name,
        "mentions": _name_and_texts,
        "rises": _names,
    }
)
_SAYS: Mapping[str, Text] = MappingProxyType(
    {
        function: Text(f"{function} 只带数，不带文字", f"{function} takes figures, no texts")
        for function in LISTING
    }
    | {
        function: Text(
            f"{function} 带一个列，和一个重复的行或各数，例如 {function}(score, unit)",
            f"{function} takes a head, and a repeated line or figures: {function}(score, unit)",
        )
        for function in RANKING
    }
    | {
        "abs": Text("abs 只带一个数", "abs takes a single figure"),
        "decimals": Text("decimals 只带一个名称", "decimals takes the name of one figure"),
        "last": Text(
            "last 只带各期的一个数，例如 last(quarterly.staff)",
            "last takes a figure of several periods, such as last(quarterly.staff)",
        ),
        "remainder": Text(
            "remainder 带两个数，例如 remainder(a, 0.5)",
            "remainder takes two figures, such as remainder(a, 0.5)",
        ),
        "steps": Text("steps 只带一个文字列的名称", "steps takes the name of one text head"),
        "tally": Text("tally 只带一个重复的行", "tally takes the name of one repeated line"),
        "filled": Text("filled 只带一个名称", "filled takes the name of one cell"),
        "mentions": Text(
            'mentions 带一个名称和加引号的文字，例如 mentions(note, "倒扣")',
            'mentions takes a name and texts in quotes, such as mentions(note, "倒扣")',
        ),
        "rises": Text("rises 只带名称和区间", "rises takes names and ranges"),
    }
)
