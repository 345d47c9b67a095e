"""What the rolls of a run say: who handed in what, and what the rules found in that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.dataclass import dataclass, field
from statlint.finding import Crash, Finding, Outcomes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.values.overview import Overview


@dataclass(frozen=True, slots=True, eq=False)
class Called:
    """The rolls of a run, with what the rules say of them, by path."""

    rolls: tuple[Overview, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    crashes: tuple[Crash, ...] = ()
    outcomes: Outcomes = field(default_factory=Outcomes)
    ran: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The codes of the rules that looked at rolls, by where each was called."""
    dated: bool = False
    """Whether a rule asked for the day."""


@dataclass(frozen=True, slots=True, eq=False)
class Across:
    """What is said of all files together: of their rolls, and by which rules of which packages."""

    called: Called
    rules: tuple[str, ...]
    packs: tuple[str, ...]


def placed(own: Sequence[Finding], more: Sequence[Finding]) -> list[Finding]:
    """Put what is said of rolls among the findings of a file.

    What is said of a whole file comes before what is said of its cells.
    """
    whole = [one for one in own if one.cell is None]
    cells = [one for one in own if one.cell is not None]
    return sorted([*whole, *more], key=lambda one: one.code) + cells if more else list(own)
