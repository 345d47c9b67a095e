"""The cells of an edit that holds over thousands of files, found again when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from statlint.confront.ranking import own_names
from statlint.confront.scene import Scene
from statlint.dataclass import dataclass
from statlint.facts import Fact
from statlint.form import Edit


@dataclass(frozen=True, slots=True, eq=False)
class Recalled(Sequence[Fact]):
    """The cells of an edit at one place, each once, in the order written; none is held."""

    _edit: Edit
    _scene: Scene

    def __iter__(self) -> Iterator[Fact]:
        """Go through the cells."""
        seen: set[Fact] = set()
        for name in self._scene.spread(own_names(self._edit)):
            fact = self._scene.resolve(name)
            if fact is not None and fact not in seen:
                seen.add(fact)
                yield fact

    def __len__(self) -> int:
        """Count the cells."""
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Fact]: ...
    def __getitem__(self, at: int | slice) -> Fact | Sequence[Fact]:
        """Give one cell, or several."""
        return next(iter(self)) if at == 0 else tuple(self)[at]
