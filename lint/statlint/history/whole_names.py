"""To which of several wholes a part belongs, by the place before its name and its folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from statlint.history.card import Card
from statlint.history.unit_names import rank_of, unit_in, unit_key

_PLACE = r".{1,8}?(?:自治州|自治县|自治旗|[省市县区旗州盟])"

_CITY = 2


def is_of_another(part: Card, whole: Card) -> bool:
    """Tell whether a part says that it belongs to another unit of the rank of its whole.

    It says so by what it prints before its name (霍山县诸佛庵镇), or by the folder it lies in.
    """
    own = last_place(whole.unit)
    rank = rank_of(own)
    # Over a town that names a city may stand one of the county's rank, which it does not name.
    open_city = rank == _CITY and rank_of(part.unit) > _CITY + 1
    if not rank or open_city or part.unit == whole.unit:
        return False
    for places in (places_before(part.printed), _folders(part)):
        alike = [one for one in places if rank_of(one) == rank]
        if alike:
            return not any(own.endswith(one) or one.endswith(own) for one in alike)
    return False


def places_in(paths: Iterable[str]) -> frozenset[str]:
    """Give the places that files are called after, or else their folders."""
    return frozenset(name for path in paths for name in (_place_of(PurePath(path)),) if name)


def _place_of(path: PurePath) -> str:
    own = unit_key(unit_in(path.stem))
    return own if rank_of(own) else next(_places_above(path), "")


def are_several(whole: Card, places: Iterable[str]) -> bool:
    """Tell whether there is another whole of the same rank."""
    own = last_place(whole.unit)
    others = (last_place(one) for one in places)
    return any(
        rank_of(one) == rank_of(own) and not (own.endswith(one) or one.endswith(own))
        for one in others
        if rank_of(own)
    )


def says_whose(part: Card, whole: Card) -> bool:
    """Tell whether a part says of which unit of the rank of its whole it is."""
    rank = rank_of(last_place(whole.unit))
    return any(rank_of(one) == rank for one in (*places_before(part.printed), *_folders(part)))


def last_place(unit: str) -> str:
    """Give a place without those before it: 舒城县 for 安徽省六安市舒城县."""
    places = re.compile(_PLACE).findall(unit)
    return places[-1] if places and "".join(places) == unit else unit


def places_before(printed: str) -> list[str]:
    """Give the places that stand before a unit's own name."""
    places = re.compile(_PLACE).findall(printed)
    return places[:-1] if "".join(places) == printed else places


def _folders(part: Card) -> list[str]:
    above = _places_above(PurePath(part.path))
    return [one for one in above if one not in {part.named, part.unit}]


def _places_above(path: PurePath) -> Iterator[str]:
    """Give the nearest folder that is called like a place."""
    for folder in reversed(path.parent.parts):
        name = unit_key(unit_in(folder))
        if rank_of(name):
            yield name
            return
