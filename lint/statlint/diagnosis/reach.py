"""What matters for failed edits: the cells that may be wrong, and every edit that names one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from statlint.confront import Instance, Verdict
from statlint.dataclass import dataclass
from statlint.diagnosis.unread import waits
from statlint.facts import Fact
from statlint.finding import Reason

_OPEN = frozenset({Reason.BLANK_PARTS, Reason.UNREADABLE_PARTS})


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """`failed` edits, all `instances` that matter, the cells named by them.

    `free` are the cells of which every edit is among the instances: only these can be judged.
    """

    failed: tuple[Instance, ...]
    instances: tuple[Instance, ...]
    near: tuple[Fact, ...]
    free: frozenset[Fact]


def reach_of(instances: Sequence[Instance], unread: Collection[Fact] = ()) -> Reach:
    """Go two edits far from each failed one: a change there may have to be made up for.

    What is open for want of a figure counts too: a blank may be all that is wrong. What is open
    because of an `unread` cell counts as failed: that cell is wrong.
    """
    told = [one for one in instances if one.verdict is not Verdict.NOT_CHECKED or _is_open(one)]
    failed = tuple(one for one in told if one.fails or one.gapes or waits(one, unread))
    near = _cells(failed)
    free = _cells(_naming(near, told))
    instances = tuple(_naming(free, told))
    return Reach(failed, instances, tuple(near), frozenset(free))


def _is_open(instance: Instance) -> bool:
    return instance.reason in _OPEN


def _cells(instances: Iterable[Instance]) -> dict[Fact, None]:
    return dict.fromkeys(fact for one in instances for fact in one.facts)


def _naming(cells: Mapping[Fact, None], among: Iterable[Instance]) -> Iterator[Instance]:
    """Go through the edits that name one of some cells."""
    # No list of all cells is made: a total over thousands of files names as many.
    return (one for one in among if not cells.keys().isdisjoint(one.facts))
