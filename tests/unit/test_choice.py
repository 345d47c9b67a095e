"""Words of a closed list answer as those of the standard library's enumerations do."""

from __future__ import annotations

import copy
import enum
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from statlint import choice


class Kind(choice.StrEnum):
    """What a line is."""

    ITEM = "item"
    TOTAL = "total"
    SUM = "total"
    _hidden = "no word"

    @property
    def counts(self) -> bool:
        """Tell whether it is counted."""
        return self is Kind.ITEM


class Usual(enum.StrEnum):
    """The same as the standard library makes it."""

    ITEM = "item"
    TOTAL = "total"
    SUM = "total"

    @property
    def counts(self) -> bool:
        """Tell whether it is counted."""
        return self is Usual.ITEM


USES: dict[str, Callable[[Any], object]] = {
    "all": lambda kind: [(one.name, one.value, one.counts, str(one), f"{one:>6}") for one in kind],
    "backwards": lambda kind: [str(one) for one in reversed(kind)],
    "names": lambda kind: {name: one.value for name, one in kind.__members__.items()},
    "how many": lambda kind: (len(kind), bool(kind)),
    "by value": lambda kind: kind("total") is kind.TOTAL is kind.SUM is kind(kind.TOTAL),
    "by name": lambda kind: kind["SUM"] is kind.TOTAL,
    "equal": lambda kind: (kind.ITEM == "item", hash(kind.ITEM) == hash("item"), {kind.ITEM: 1}),
    "among": lambda kind: (kind.ITEM in kind, kind.TOTAL in {kind.ITEM, "b"}),
    "class": lambda kind: (isinstance(kind.ITEM, kind), isinstance(kind.ITEM, str)),
    "packed": lambda kind: pickle.loads(pickle.dumps(kind.SUM)) is kind.TOTAL,  # noqa: S301
    "copied": lambda kind: copy.copy(kind.ITEM) is copy.deepcopy(kind.ITEM) is kind.ITEM,
    "written": lambda kind: json.dumps({"kind": kind.ITEM, kind.TOTAL: 1}),
    "shown": lambda kind: (repr(kind.ITEM).partition(".")[2], repr(kind)[:6]),
    "matched": lambda kind: _matched(kind, kind.TOTAL),
}
WRONG: dict[str, Callable[[Any], object]] = {
    "no such value": lambda kind: kind("none"),
    "what is no value": lambda kind: kind([]),
    "no such name": lambda kind: kind["NONE"],
    "a word of the class": lambda kind: kind.NONE,
    "another value": lambda kind: setattr(kind.ITEM, "value", "other"),
}


def _matched(kind: Any, word: object) -> str:  # noqa: ANN401 - either of the classes
    match word:
        case kind.ITEM:
            return "item"
        case kind.TOTAL:
            return "total"
    return "neither"


@pytest.mark.parametrize("use", USES)
def test_words_answer_as_those_of_the_standard_library_do(use: str) -> None:
    ours, theirs = USES[use](Kind), USES[use](Usual)

    assert str(ours).replace("Kind", "Usual") == str(theirs)


@pytest.mark.parametrize("use", WRONG)
def test_what_is_wrong_is_refused_alike(use: str) -> None:
    with pytest.raises((ValueError, KeyError, AttributeError)) as theirs:
        WRONG[use](Usual)
    with pytest.raises(theirs.type):
        WRONG[use](Kind)
