"""How much a printed label is like the labels of a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from functools import lru_cache

from statlint.dataclass import dataclass, field
from statlint.pattern import pattern_of
from statlint.typed import TypeAlias
from statlint.values.text import label_keys

EXACT = 1.0
_PREFIX = 0.8
_TYPING = 0.75
_SHORTEST_PREFIX = 3
_SHORTEST_TYPING = 4
_MOST_SLIPS = 2
LikenessData: TypeAlias = "tuple[Mapping[str, Sequence[int]], str]"
NearData: TypeAlias = "tuple[Sequence[str], Sequence[Sequence[int]]]"
_BRACKETS = pattern_of(r"\([^()]*\)")


def within_typing(one: str, other: str, most: int) -> bool:
    """Tell whether at most so many signs must be changed, added or dropped (Levenshtein 1966)."""
    if abs(len(one) - len(other)) > most:
        return False
    one, other = _unlike(one, other)
    if not (one and other):
        return len(one or other) <= most
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


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Leave out how two words begin and end alike: it takes no slip."""
    ends = min(len(one), len(other))
    begin = next((at for at in range(ends) if one[at] != other[at]), ends)
    one, other = one[begin:], other[begin:]
    ends = min(len(one), len(other))
    end = next((at for at in range(ends) if one[-1 - at] != other[-1 - at]), ends)
    return one[: len(one) - end], other[: len(other) - end]


def _most_slips(length: int) -> int:
    if length < _SHORTEST_TYPING:
        return 0
    return 1 if length < 2 * _SHORTEST_TYPING else _MOST_SLIPS


@lru_cache(maxsize=4096)
def printed_keys(text: str) -> tuple[str, ...]:
    """Give the comparable forms of a printed label: whole, levels unfolded, without brackets."""
    whole, folded = label_keys(text)
    if whole == folded and "(" not in whole:
        return (whole,) if whole else ()
    return tuple(dict.fromkeys(key for key in (whole, folded, _BRACKETS.sub("", whole)) if key))


class Near:
    """Of each of some comparable labels, which others are like it: reckoned once, and kept."""

    __slots__ = ("_near", "_words")

    def __init__(self, words: Sequence[str], near: Sequence[Sequence[int]]) -> None:
        """Take labels, and for each the places of the others: where one may be mistyped, ~place."""
        self._words = words
        self._near = dict(zip(words, near, strict=True))

    @property
    def data(self) -> NearData:
        """Give it as plain data."""
        return self._words, list(self._near.values())

    def of(self, word: str) -> dict[str, float]:
        """Score the labels that are like one of them."""
        words = self._words
        return {
            words[at if at >= 0 else ~at]: _PREFIX if at >= 0 else _TYPING
            for at in self._near[word]
        }


class Lexicon:
    """Wanted labels, and how much printed ones are like them."""

    __slots__ = ("_keys", "_near", "_sorted")

    def __init__(self, keys: Iterable[str], near: Near | None = None) -> None:
        """Take comparable labels; of each it may be known already which others are near it."""
        self._keys = frozenset(keys)
        self._near = near
        self._sorted: _Sorted | None = None

    def like(self, printed: Iterable[str]) -> dict[str, float]:
        """Score the wanted labels that one of some printed ones, made comparable, is like."""
        scores: dict[str, float] = {}
        for key in printed:
            known = key in self._keys
            if known:
                scores[key] = EXACT
            near = self._near.of(key) if known and self._near is not None else self._search(key)
            for wanted, score in near.items():
                if score > scores.get(wanted, 0.0):
                    scores[wanted] = score
        return scores

    def near(self) -> Near:
        """Tell of each wanted label which others are like it."""
        words = sorted(self._keys)
        place = {word: at for at, word in enumerate(words)}
        return Near(
            words,
            [
                sorted(
                    place[one] if score == _PREFIX else ~place[one]
                    for one, score in self._search(word).items()
                )
                for word in words
            ],
        )

    def _search(self, printed: str) -> dict[str, float]:
        """Score the wanted labels that a comparable label is like without being the same."""
        if self._sorted is None:
            self._sorted = _Sorted.of(self._keys)
        return self._sorted.near(printed)


@dataclass(frozen=True, slots=True, eq=False)
class _Sorted:
    """Wanted labels, sorted by what a printed one that is like them has in common with them."""

    _begins: Mapping[str, Sequence[str]]
    _ends: Mapping[str, Sequence[str]]
    _long: Mapping[int, Sequence[str]]
    """Those that one may mistype, by their length."""
    _signed: dict[int, list[tuple[str, int]]] = field(default_factory=dict)
    """The same, each with its signs as bits; of the lengths that were asked for."""

    @classmethod
    def of(cls, keys: Iterable[str]) -> _Sorted:
        """Sort comparable labels."""
        begins: dict[str, list[str]] = {}
        ends: dict[str, list[str]] = {}
        long: dict[int, list[str]] = {}
        for key in keys:
            if len(key) >= _SHORTEST_PREFIX:
                begins.setdefault(key[:_SHORTEST_PREFIX], []).append(key)
            if len(key) >= _SHORTEST_TYPING:
                ends.setdefault(key[-_SHORTEST_TYPING:], []).append(key)
                long.setdefault(len(key), []).append(key)
        return cls(begins, ends, long)

    def near(self, printed: str) -> dict[str, float]:
        """Score those that a label may be, cut short, with more around it, or mistyped."""
        scores = dict.fromkeys(self._mistyped(printed), _TYPING)
        scores.update(dict.fromkeys(self._cut(printed), _PREFIX))
        scores.pop(printed, None)
        return scores

    def _cut(self, printed: str) -> Iterator[str]:
        """Go through those that were cut short, or that have something before or after them."""
        for wanted in self._begins.get(printed[:_SHORTEST_PREFIX], ()):
            if wanted.startswith(printed) or printed.startswith(wanted):
                yield wanted
        for wanted in self._ends.get(printed[-_SHORTEST_TYPING:], ()):
            if printed.endswith(wanted):
                yield wanted

    def _of_length(self, length: int) -> list[tuple[str, int]]:
        if length not in self._signed:
            self._signed[length] = [(key, _signs(key)) for key in self._long.get(length, ())]
        return self._signed[length]

    def _mistyped(self, printed: str) -> Iterator[str]:
        length, signs = len(printed), _signs(printed)
        for other in range(length - _MOST_SLIPS, length + _MOST_SLIPS + 1):
            slips = _most_slips(other)
            if slips and abs(length - other) <= slips:
                for wanted, its in self._of_length(other):
                    # Each sign that is missing altogether is a slip: this spares most reckoning.
                    if (its & ~signs).bit_count() > slips or wanted == printed:
                        continue
                    if within_typing(printed, wanted, slips):
                        yield wanted


def _signs(key: str) -> int:
    """Give the signs of a label as bits; some share one."""
    bits = 0
    for sign in key:
        bits |= 1 << (ord(sign) & 127)
    return bits


def wanted_keys(labels: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Make the wordings of each line or head comparable."""
    return tuple(
        tuple(dict.fromkeys(key for text in texts for key in printed_keys(text)))
        for texts in labels
    )


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """The labels of some lines or heads, by index."""

    _exact: Mapping[str, Sequence[int]]
    _alphabet: frozenset[str] = field(repr=False)
    """The letters of all wanted labels, in both cases."""

    @classmethod
    def of(cls, labels: Iterable[Sequence[str]]) -> Likeness:
        """Prepare the wordings of each line or head."""
        exact: dict[str, list[int]] = {}
        for index, keys in enumerate(wanted_keys(labels)):
            for key in keys:
                exact.setdefault(key, []).append(index)
        letters = set(filter(str.isalpha, "".join(exact)))
        return cls(exact, frozenset(letters.union(map(str.upper, letters))))

    @classmethod
    def read(cls, data: LikenessData) -> Likeness:
        """Take it out of plain data."""
        exact, alphabet = data
        return cls(exact, frozenset(alphabet))

    def data(self) -> LikenessData:
        """Give it as plain data."""
        return self._exact, "".join(sorted(self._alphabet))

    @property
    def keys(self) -> KeysView[str]:
        """Every wanted wording, made comparable."""
        return self._exact.keys()

    def scores(self, text: str) -> Mapping[int, float]:
        """Score a printed label against every wanted one: 1 the same, less where only like it."""
        return self.scored(text, Lexicon(self.keys).like(printed_keys(text)))

    def scored(self, text: str, like: Mapping[str, float]) -> Mapping[int, float]:
        """Score a printed label, given all wordings of any form that it is like."""
        # Most texts of a sheet are figures: they share no letter with any label, and are one only
        # where they are the very digits of a head such as 2024.
        if text not in self._exact and self._alphabet.isdisjoint(text):
            return {}
        for key in printed_keys(text):
            if key in self._exact:
                return dict.fromkeys(self._exact[key], EXACT)
        scores: dict[int, float] = {}
        for wanted, score in like.items():
            for index in self._exact.get(wanted, ()):
                scores[index] = max(score, scores.get(index, score))
        return dict(sorted(scores.items()))
