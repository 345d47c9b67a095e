"""To which of several wholes a part belongs, by the place before its name and its folders."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def last_place(unit: str) -> str:
    """Give a place without those before it: 舒城县 for 安徽省六安市舒城县."""
    places = re.compile(_PLACE).findall(unit)
    return places[-1] if places and "".join(places) == unit else unit


def places_before(printed: str) -> list[str]:
    """Give the places that stand before a unit's own name."""
    places = re.compile(_PLACE).findall(printed)
    return places[:-1] if "".join(places) == printed else places


def _folders(part: Card) -> list[str]:
    return [one for one in _named_folders(part) if one not in {part.named, part.unit}]


def _named_folders(part: Card) -> Iterator[str]:
    """Give the nearest folder that is called like a place."""
    for folder in reversed(PurePath(part.path).parent.parts):
        name = unit_key(unit_in(folder))
        if rank_of(name):
            yield name
            return
