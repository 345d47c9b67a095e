"""What all tasks of a run share: settings, the day, forms; sent as bytes, unpacked once."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from typing import cast

from statlint import __version__
from statlint.config import Settings
from statlint.dataclass import dataclass
from statlint.form import Form
from statlint.run.edition import libraries
from statlint.run.means import Means, Stock
from statlint.run.plain_pickle import dumps
from statlint.run.work import Work
from statlint.run.workers.lost import OtherEditionError

_DIST = ".dist-info"


@dataclass(frozen=True, slots=True, eq=False)
class SentWork:
    """The settings of some files, and the rules that they leave out.

    Where workers do not see the user's own forms these are sent: those that are looked for, and
    the one that was asked for.
    """

    settings: Settings
    without: tuple[str, ...]
    forms: tuple[Form, ...] | None = None
    wanted: Form | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What is sent with every task."""

    settings: Settings
    today: date
    works: tuple[SentWork, ...]


def packed_ground(work: Work, works: Iterable[Work], *, is_far: bool = False) -> bytes:
    """Pack what all tasks share; workers that are far do not see the files of forms."""
    several = tuple(_sent(one, is_far=is_far) for one in works)
    return pickle.dumps((edition(), dumps(Ground(work.settings, work.today, several))))


def _sent(work: Work, *, is_far: bool) -> SentWork:
    settings, without = work.settings, work.means.without
    if not is_far:
        return SentWork(settings, without)
    wanted = work.wanted.form if work.wanted else None
    if not (settings.forms or settings.form_packs):
        return SentWork(settings, without, None, wanted)
    from statlint.run.own_forms import own_forms

    forms = tuple(one.form for one in own_forms(settings))
    return SentWork(settings, without, forms, wanted)


def edition() -> tuple[str, ...]:
    """Tell this statlint, and the libraries that it reads files with."""
    return (f"statlint-{__version__}", *libraries(sys.path))


_HERE: dict[bytes, tuple[Work, ...]] = {}


@contextmanager
def at_hand(ground: bytes, works: Iterable[Work]) -> Iterator[None]:
    """Leave works as they are to processes that go on from this one; what is loaded they have."""
    _HERE[ground] = tuple(works)
    try:
        yield
    finally:
        del _HERE[ground]


def works_of(ground: bytes) -> tuple[Work, ...]:
    """Give the works of a run; raises OtherEditionError."""
    return _HERE.get(ground) or _unpacked(ground)


@lru_cache(maxsize=2)
def _unpacked(ground: bytes) -> tuple[Work, ...]:
    theirs, content = cast("tuple[tuple[str, ...], bytes]", pickle.loads(ground))  # noqa: S301 - from the command that this process works for
    if theirs != edition():
        raise OtherEditionError(_differences(theirs, edition()))
    own: Ground = pickle.loads(content)  # noqa: S301 - as above
    shared = Stock(own.settings)
    return tuple(
        Work(one.settings, own.today, Means(one.settings, _stock(one, shared), one.without))
        for one in own.works
    )


def _stock(sent: SentWork, shared: Stock) -> Stock:
    """Give the stock that all works share; one that forms were sent for has its own."""
    if sent.forms is None and sent.wanted is None:
        return shared
    stock = Stock(shared.settings, wanted=sent.wanted)
    if sent.forms is not None:
        from statlint.run.pack import shipped_plans
        from statlint.table import FormPlan

        stock.stand_in(sent.settings, (*map(FormPlan, sent.forms), *shipped_plans()))
    return stock


def _differences(here: Collection[str], there: Collection[str]) -> str:
    more, less = (
        ", ".join(sorted(one)).replace(_DIST, "") or "none of these"
        for one in ({*there} - {*here}, {*here} - {*there})
    )
    return f"the workers have other versions than this command: there {more}; here {less}"
