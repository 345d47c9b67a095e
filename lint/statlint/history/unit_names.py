"""Names of reporting units: when two of them stand for one unit, and whose name a file has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.values import label_key, plain
from statlint.values.due_units import DueUnit

# Patterns are compiled at their first use: most runs hold no list against anything.
_GOVERNMENT = (
    r"(?<=[省市县区旗州盟镇乡])(?:人民)?政府|^(?:人民)?政府(?=办公室$)"
    r"|(?<=街道)办(?:事处)?(?!公)|(?<=区)管(?:理委员|委)会$"
)
"""What the name of a place has behind it where the body that governs it is meant."""
_SEAL = r"\((?:本级|盖章|公章|章)\)$"
_PLACE = r"(?:.{0,9}?[省市县区旗州盟])+"
"""What may stand before a unit's name: 安徽省六安市, 舒城县, 县."""
_BODY = r"(?:[省市县区旗州盟镇乡局委会厅部院处]|街道)$"
"""How the names of those end that have an office."""
_UNIT = (
    r"(?:[省市县区旗州盟镇乡村局委会厅部院处室办所站校队厂社司]"
    r"|街道|中心|集团|银行|分行|支行|医院|学校|部门)$"
)
_TOWN = r"(?:[镇乡村]|街道|社区)$"
_OFFICE = "办公室"
_SHORTEST = 2

_TIME = (
    r"(?<!\d)(?:19|20)\d\d(?!\d)(?:-?[QH]\d|-?M?[01]\d(?!\d))?(?:年度?)?(?!度?报)"
    r"|\d\d?-\d\d?月份?|\d\d?月份?|第?[一二三四1-4]季度|[上下]半年|年度(?=政府信息|报|统计)"
)
_REPORT = r"(?:工作|统计|年度|半年|季度|年|季|月)*(?:报告|报表|年报|季报|月报|统计表|汇总表|报送表)"
_SUBJECT = rf"(?:政府信息|政务|信息)公开.*|{_REPORT}.*|(?:自查)?评分表.*"
_VERSION = (
    r"(?:\((?:\d+|终稿|定稿|修改|修订|盖章|[^()]*版)\)|终稿|最终版?|定稿|修改[后稿版]?|副本)$"
)
_EDGES = r"^(?:附件\d*:?|\d{1,3}(?!\d)|[\s\-_.、,()+#])+|[\s\-_.、,(+#]+$"


_RANKS = (
    r"(?:省|自治区|特别行政区)$",
    r"(?:市|州|盟|地区)$",
    r"(?:县|旗|(?<![发新园范景社库矿牧验])区)$",
    r"(?:镇|乡|街道|苏木)$",
    r"(?:村|社区)$",
)
"""How the names of places end, from the highest; 市 may be a city of either rank."""


class Likeness(StrEnum):
    """By what a name is taken for one on the list."""

    NAME = "name"
    ALIAS = "alias"
    NEAR = "near"
    """A place in front more or less, or an office behind; no other name would do as well."""


@dataclass(frozen=True, slots=True)
class Match:
    """The unit on a list that a name stands for: its place in the list."""

    due: int
    likeness: Likeness


def unit_key(name: str) -> str:
    """Make the name of a unit comparable: 瑶海区人民政府 and 瑶 海 区政府 are 瑶海区."""
    key = re.compile(_SEAL).sub("", label_key(name))
    return re.compile(_GOVERNMENT).sub("", key) or key


def is_unit_name(name: str) -> bool:
    """Tell whether a name ends as those of reporting units do: 瑶海区, 教育局, 政务服务中心."""
    return re.compile(_UNIT).search(unit_key(name)) is not None


def rank_of(name: str) -> int:
    """Give the rank of a place by its comparable name, 1 for a province, 5 for a village; else 0.

    What may be of either rank, as a 社区, counts for the lower one.
    """
    found = [at for at, ending in enumerate(_RANKS, 1) if re.compile(ending).search(name)]
    return 1 if found[:1] == [1] else max(found, default=0)


def unit_in(stem: str) -> str:
    """Read the unit's name in that of its file: 瑶海区 in 01_瑶海区2019年政府信息公开年报(终稿).

    Gives nothing where the name says nothing but the time and the subject.
    """
    name = re.compile(_VERSION).sub("", plain(stem).strip())
    edges = re.compile(_EDGES)
    name = edges.sub("", re.compile(_TIME).sub("", name))
    return edges.sub("", re.compile(_SUBJECT).sub("", name))


def match_units(names: Sequence[str], due: Sequence[DueUnit]) -> Mapping[str, Match]:
    """Say which of some names stands for which unit of a list; strangers are left out.

    Names and aliases go first. A name that only has another place in front, or an office behind,
    is taken for a unit where nothing else fits either of the two. Of a town there must be nothing
    else: every county has its 城关镇.
    """
    keys = {name: unit_key(name) for name in names}
    by_name = _index((unit.name,) for unit in due)
    by_alias = _index(unit.aliases for unit in due)
    found: dict[str, Match] = {}
    for name, key in keys.items():
        for index, likeness in ((by_name, Likeness.NAME), (by_alias, Likeness.ALIAS)):
            if len(index.get(key, ())) == 1:
                found.setdefault(name, Match(min(index[key]), likeness))
    taken = {match.due for match in found.values()}
    open_keys = {keys[name] for name in names if name not in found and keys[name] not in by_name}
    town = re.compile(_TOWN)
    near = _near(
        open_keys,
        [
            () if at in taken and town.search(unit_key(unit.name)) else unit.names
            for at, unit in enumerate(due)
        ],
    )
    for name, key in keys.items():
        if key in near:
            found.setdefault(name, Match(near[key], Likeness.NEAR))
    return found


def _index(names: Iterator[tuple[str, ...]]) -> dict[str, set[int]]:
    """Note which units of a list each comparable name stands for."""
    index: dict[str, set[int]] = {}
    for at, several in enumerate(names):
        for name in several:
            index.setdefault(unit_key(name), set()).add(at)
    return index


def _near(keys: set[str], due: Sequence[tuple[str, ...]]) -> Mapping[str, int]:
    """Pair names that are alike, where either is like no other."""
    forms: dict[str, set[int]] = {}
    for at, names in enumerate(due):
        for form in (form for name in names for form in _forms(unit_key(name))):
            forms.setdefault(form, set()).add(at)
    exact = _index(iter(due))
    fits = {
        key: set().union(*(exact.get(form, set()) for form in _forms(key)), forms.get(key, set()))
        for key in keys
    }
    fitting = Counter(at for found in fits.values() for at in found)
    return {
        key: min(found)
        for key, found in fits.items()
        if len(found) == 1 and fitting[min(found)] == 1
    }


def _forms(key: str) -> Iterator[str]:
    """Go through the shorter forms of a name: without the places in front, without its office."""
    place, body = re.compile(_PLACE), re.compile(_BODY)
    for form in dict.fromkeys((key, key.removesuffix(_OFFICE))):
        if form != key:
            if not body.search(form):
                continue
            yield form
        for at in range(1, len(form) - _SHORTEST + 1):
            if place.fullmatch(form, 0, at):
                yield form[at:]
                # 区教育局 is said within a district for 瑶海区教育局.
                yield form[at - 1 :]
