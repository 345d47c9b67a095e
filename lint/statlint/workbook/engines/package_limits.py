"""What a package may hold before anything of it is unpacked: so many parts, so large, so packed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.typed import TYPE_CHECKING
from statlint.values import Text
from statlint.values.limits import USUAL
from statlint.workbook.engines.details import inside
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

if TYPE_CHECKING:
    from statlint.values.limits import Limits

_LOCAL_HEADER = 30
_METHODS = frozenset({0, 8})
"""Stored and deflated."""
_RATIO_FROM = 8 << 20
"""Bytes below which it does not matter how well a part is packed."""
_PACKED_OTHERWISE = Text(
    "压缩方式不是办公软件所用的", "packed in a way that no office program uses"
)
_LEADS_OUT = Text("文件名指向工作簿之外", "its name leads out of the workbook")
_TWICE = Text("出现了两次", "it is there twice")
_NOWHERE = Text("在文件中找不到", "it is not where the list of contents says")
_OVERLAPS = Text("与另一个内部文件重叠", "it overlaps another part")


@dataclass(frozen=True, slots=True)
class Member:
    """One part as the list of contents has it: how it is packed, its sizes, where it begins."""

    name: str
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


def check_members(members: Sequence[Member], limits: Limits = USUAL) -> None:
    """Refuse a package that no office program writes, by its list of contents alone."""
    if len(members) > limits.parts:
        raise _beyond(limits, "parts", len(members))
    total = sum(member.size for member in members)
    if total > limits.unpacked:
        raise _beyond(limits, "unpacked", total)
    for member in members:
        _check_member(member, limits)
    _check_names(member.name for member in members)
    _check_places(members)


def _beyond(limits: Limits, key: str, found: float, part: str = "") -> Refusal:
    from statlint.workbook.limits import beyond

    return beyond(limits, key, found, part)


def _check_member(member: Member, limits: Limits) -> None:
    """Refuse one member that is too large, too well packed or packed in another way."""
    size, name = member.size, member.name
    if size > limits.part_size:
        raise _beyond(limits, "part_size", size, name)
    packed = max(member.packed, 1)
    if size > _RATIO_FROM and size > limits.ratio * packed:
        raise _beyond(limits, "ratio", size / packed, name)
    if member.method not in _METHODS:
        raise Refusal(Fault.DAMAGED, inside(name, _PACKED_OTHERWISE))
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
        raise Refusal(Fault.UNSAFE, inside(name, _LEADS_OUT))


def _check_names(names: Iterable[str]) -> None:
    """Refuse two members of one name: readers disagree on which of them counts."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Refusal(Fault.UNSAFE, inside(name, _TWICE))
        seen.add(name)


def _check_places(members: Sequence[Member]) -> None:
    """Refuse members that share bytes."""
    end = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset < 0:
            raise Refusal(Fault.DAMAGED, inside(member.name, _NOWHERE))
        if member.offset < end:
            raise Refusal(Fault.UNSAFE, inside(member.name, _OVERLAPS))
        end = member.offset + _LOCAL_HEADER + member.packed
