"""What a made table consists of: lines and heads, and how the figures of each come about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Leaf:
    """Figures of its own: their size beside the other strips, how far they vary, their decimals.

    What does not add up (a price, a rate of its own) is left blank in totals of the other axis.
    """

    size: float = 1.0
    spread: float = 0.6
    decimals: int = 0
    adds: bool = True
    cap: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A label without figures."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of other strips, less some."""

    parts: tuple[int, ...]
    less: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """A part of another strip that others need not make full."""

    whole: int
    share: float


@dataclass(frozen=True, slots=True)
class Rest:
    """What some parts leave of a whole; with them it adds up."""

    whole: int
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """One strip by another (division), or its change from another (relative-change)."""

    operator: str
    new: int
    old: int
    times: int = 100
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Compound:
    """Strips added up, less one perhaps, by others added up."""

    top: tuple[int, ...]
    below: tuple[int, ...]
    less: tuple[int, ...] = ()
    times: int = 100
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The mean of other strips without the highest and the lowest of them."""

    parts: tuple[int, ...]
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of other strips."""

    parts: tuple[int, ...]
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class Product:
    """One head times another."""

    first: int
    second: int
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of each line by the figures of a head, the highest first or the lowest."""

    of: int
    lowest: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """What the figures of a head add up to, line by line."""

    of: int


@dataclass(frozen=True, slots=True)
class Portion:
    """The share that each line has in the first line that is a total, under a head."""

    of: int
    decimals: int = 1


How: TypeAlias = (
    Leaf
    | Group
    | Total
    | Within
    | Rest
    | Rate
    | Compound
    | Trimmed
    | Mean
    | Product
    | Rank
    | Running
    | Portion
)


@dataclass(frozen=True, slots=True)
class Item:
    """One line or head: its labels, the outermost first, its depth, how its figures come about."""

    path: tuple[str, ...]
    how: How = field(default_factory=Leaf)
    level: int = 0
    unit: str = ""

    @property
    def text(self) -> str:
        """Its own label."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Stated:
    """One relation between strips of an axis."""

    operator: str
    aggregate: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A table without its figures; `fine` counts the digits that rounding took from all figures."""

    name: str
    language: str
    title: str
    stubhead: str
    unit: str
    lines: tuple[Item, ...]
    heads: tuple[Item, ...]
    size: float = 1000.0
    fine: int = 0
    sparse: float = 0.0
    """The share of figures that are zero."""


def stated(items: tuple[Item, ...]) -> list[Stated]:
    """Give the relations that the strips of one axis have by the way they come about."""
    found = []
    for index, item in enumerate(items):
        match item.how:
            case Total(parts, ()) if parts:
                found.append(Stated("sum", index, parts))
            case Total((whole,), less):
                found.append(Stated("sum", whole, (index, *less)))
            case Rest(whole, others):
                found.append(Stated("sum", whole, (*others, index)))
            case Rate(operator, new, old):
                found.append(Stated(operator, index, (new, old)))
            case Compound(top, below, less):
                found.append(Stated("division", index, (*top, *less, *below)))
            case Mean(parts):
                found.append(Stated("average", index, parts))
            case Product(first, second):
                found.append(Stated("product", index, (first, second)))
            case Rank(of):
                found.append(Stated("rank", index, (of,)))
            case _:
                continue
    return found
