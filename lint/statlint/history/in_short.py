"""Rolls that were called, without what the tables of their files hold."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from statlint.history.imprint import Imprint
from statlint.history.roll import Return, Roll

_Kind: TypeAlias = "tuple[tuple[str, str], bool]"


@dataclass(slots=True, eq=False)
class InCommon:
    """Leaves of each table of a roll what kind it is: one for all tables of a kind."""

    _kinds: dict[_Kind, Imprint] = field(default_factory=dict)

    def in_short(self, roll: Roll) -> Roll:
        """Give a roll whose tables say of what kind they are and no more."""
        lines = (
            replace(
                line, returns=self._returns(line.returns), elsewhere=self._returns(line.elsewhere)
            )
            for line in roll.lines
        )
        return replace(
            roll, lines=tuple(lines), strangers=self._returns(roll.strangers), matches={}
        )

    def _returns(self, returns: Iterable[Return]) -> tuple[Return, ...]:
        return tuple(
            replace(one, imprints=tuple(map(self._kind, one.imprints)), drifts=())
            for one in returns
        )

    def _kind(self, imprint: Imprint) -> Imprint:
        bare = replace(imprint, digest=b"", bits=array("d"), lines=b"")
        return self._kinds.setdefault((imprint.kind, imprint.fixed), bare)
