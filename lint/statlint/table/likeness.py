"""How much a printed label is like the labels of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, KeysView, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from statlint.values import folded_key, label_key

EXACT = 1.0
_PREFIX = 0.8
_TYPING = 0.75
_SHORTEST_PREFIX = 3
_SHORTEST_TYPING = 4
_MOST_SLIPS = 2
_BRACKETS = re.compile(r"\([^()]*\)")


def within_typing(one: str, other: str, most: int) -> bool:
    """Tell whether at most so many signs must be changed, added or dropped (Levenshtein 1966)."""
    if abs(len(one) - len(other)) > most:
        return False
    previous = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        current = [row]
        for column, right in enumerate(other, start=1):
            current.append(
                min(
                    previous[column] + 1,
                    current[-1] + 1,
                    previous[column - 1] + (left != right),
                )
            )
        if min(current) > most:
            return False
        previous = current
    return previous[-1] <= most


def _most_slips(length: int) -> int:
    if length < _SHORTEST_TYPING:
        return 0
    return 1 if length < 2 * _SHORTEST_TYPING else _MOST_SLIPS


_MOST_KNOWN = 500
"""Texts whose scores are kept: labels come again in every file, titles and names do not."""


@lru_cache(maxsize=4096)
def printed_keys(text: str) -> tuple[str, ...]:
    """Give the comparable forms of a printed label: whole, levels unfolded, without brackets."""
    whole = label_key(text)
    bare = _BRACKETS.sub("", whole)
    return tuple(dict.fromkeys(key for key in (whole, folded_key(text), bare) if key))


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """The labels of some lines or heads, by index; scores of a text are kept once computed."""

    wanted: tuple[tuple[str, ...], ...]
    _signs: dict[str, frozenset[str]] = field(repr=False)
    _alphabet: frozenset[str] = field(repr=False)
    """The letters of all wanted labels, in both cases."""
    _exact: dict[str, set[int]] = field(repr=False)
    _near: dict[tuple[str, int | str], set[int]] = field(repr=False)
    """The labels by how they begin, how they end, and how long they are where one may mistype."""
    _known: dict[str, dict[int, float]] = field(repr=False, default_factory=dict)

    @classmethod
    def of(cls, labels: Iterable[Sequence[str]]) -> Likeness:
        """Prepare the wordings of each line or head."""
        wanted = tuple(
            tuple(dict.fromkeys(key for text in texts for key in printed_keys(text)))
            for texts in labels
        )
        exact: dict[str, set[int]] = {}
        for index, keys in enumerate(wanted):
            for key in keys:
                exact.setdefault(key, set()).add(index)
        signs = {key: frozenset(key) for keys in wanted for key in keys}
        letters = {sign for key in signs for sign in key if sign.isalpha()}
        alphabet = frozenset(letters | {sign.upper() for sign in letters})
        near: dict[tuple[str, int | str], set[int]] = {}
        for key, indexes in exact.items():
            for trait in _traits_of(key):
                near.setdefault(trait, set()).update(indexes)
        return cls(wanted, signs, alphabet, exact, near)

    def scores(self, text: str) -> dict[int, float]:
        """Score a printed label against every wanted one: 1 the same, less where only like it."""
        if text not in self._known:
            # Most texts of a sheet are figures: they share no letter with any label, and are one
            # only where they are the very digits of a head such as 2024.
            if text not in self._exact and self._alphabet.isdisjoint(text):
                return {}
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self._score(text)
        return self._known[text]

    @property
    def worded(self) -> bool:
        """Whether every wanted wording has a letter, so that no mere figure is like it."""
        return all(any(map(str.isalpha, key)) for key in self._exact)

    @property
    def keys(self) -> KeysView[str]:
        """Every wanted wording, made comparable."""
        return self._exact.keys()

    def _score(self, text: str) -> dict[int, float]:
        keys = printed_keys(text)
        for key in keys:
            if key in self._exact:
                return dict.fromkeys(self._exact[key], EXACT)
        near = {
            index for key in keys for trait in _sought(key) for index in self._near.get(trait, ())
        }
        return {
            index: score
            for index in sorted(near)
            if (score := max(self._like(*pair) for pair in product(keys, self.wanted[index])))
        }

    def _like(self, printed: str, wanted: str) -> float:
        prefix = _like_by_end(printed, wanted)
        slips = _most_slips(len(wanted))
        if prefix or not slips or abs(len(printed) - len(wanted)) > slips:
            return prefix
        # Each sign that is missing altogether is a slip: this spares most of the reckoning.
        if len(self._signs[wanted].difference(printed)) > slips:
            return 0.0
        return _TYPING if within_typing(printed, wanted, slips) else 0.0


def _traits_of(key: str) -> Iterator[tuple[str, int | str]]:
    """Give what a printed label must share with a wanted one to be like it: one trait at least."""
    yield "begins", key[:_SHORTEST_PREFIX]
    yield "ends", key[-_SHORTEST_TYPING:]
    if _most_slips(len(key)):
        yield "long", len(key)


def _sought(key: str) -> Iterator[tuple[str, int | str]]:
    """Give the traits of all wanted labels that a printed one may be like."""
    yield "begins", key[:_SHORTEST_PREFIX]
    yield "ends", key[-_SHORTEST_TYPING:]
    for length in range(len(key) - _MOST_SLIPS, len(key) + _MOST_SLIPS + 1):
        yield "long", length


def _like_by_end(printed: str, wanted: str) -> float:
    """Score a label that was cut short, or that has something before or after it."""
    shorter, longer = (printed, wanted) if len(printed) < len(wanted) else (wanted, printed)
    if len(shorter) >= _SHORTEST_PREFIX and longer.startswith(shorter):
        return _PREFIX
    if len(wanted) >= _SHORTEST_TYPING and printed.endswith(wanted):
        return _PREFIX
    return 0.0
