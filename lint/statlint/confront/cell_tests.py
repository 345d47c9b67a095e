"""Tests of cells: whether they are filled, what their words mention, whether figures rise."""

from __future__ import annotations

import re
from itertools import pairwise

from statlint.confront.scene import Scene
from statlint.confront.truth import Truth, all_of, any_of, compare
from statlint.facts import Fact
from statlint.form import Test, Words
from statlint.values import plain

_UNSURE = Truth(as_zero=None, surely=None)


def judge_test(test: Test, scene: Scene) -> Truth:
    """Judge a test of cells; a cell that the table does not have leaves it open."""
    facts = [
        fact
        for argument in test.arguments
        if not isinstance(argument, Words)
        for fact in scene.facts(argument)
    ]
    match test.function:
        case "filled":
            return all_of(
                [_sure(fact, filled=fact is not None and not fact.empty) for fact in facts]
            )
        case "mentions":
            words = [part.text for part in test.arguments if isinstance(part, Words)]
            return any_of([_sure(fact, filled=_mentions(fact, words)) for fact in facts])
        case _:
            return _rises(facts, scene)


def _sure(fact: Fact | None, *, filled: bool) -> Truth:
    return _UNSURE if fact is None else Truth(filled, filled)


def _mentions(fact: Fact | None, words: list[str]) -> bool:
    text = _squeezed(fact.text) if fact else ""
    return any(_squeezed(word) in text for word in words)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", plain(text)).casefold()


def _rises(facts: list[Fact | None], scene: Scene) -> Truth:
    """Judge whether figures never fall; what lies between two that cannot be read is left open."""
    figures = [scene.quantity(fact) for fact in facts if fact is not None and fact.figure]
    steps = [compare("<=", before, after) for before, after in pairwise(figures)]
    if not steps or any(fact is None or not (fact.figure or fact.empty) for fact in facts):
        steps.append(Truth(as_zero=None if steps else True, surely=None))
    return all_of(steps)
