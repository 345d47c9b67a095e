"""What a package may hold before anything of it is unpacked: so many parts, so large, so packed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from statlint.values import Text
from statlint.workbook.engines import limits
from statlint.workbook.engines.details import inside
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault

_LOCAL_HEADER = 30
_METHODS = frozenset({0, 8})
"""Stored and deflated."""
_GROWS = Text(
    f"解压后超过压缩大小的 {limits.RATIO} 倍", f"more than {limits.RATIO} times its packed size"
)
_PACKED_OTHERWISE = Text(
    "压缩方式不是办公软件所用的", "packed in a way that no office program uses"
)
_LEADS_OUT = Text("文件名指向工作簿之外", "its name leads out of the workbook")
_TWICE = Text("出现了两次", "it is there twice")
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


def check_members(members: Sequence[Member]) -> None:
    """Refuse a package that no office program writes, by its list of contents alone."""
    if len(members) > limits.MEMBERS:
        raise Refusal(Fault.TOO_LARGE, _too_many(len(members)))
    total = sum(member.size for member in members)
    if total > limits.PACKAGE_SIZE:
        size, limit = total >> 20, limits.PACKAGE_SIZE >> 20
        words = Text(f"解压后 {size} MB，上限 {limit} MB", f"{size} MB unpacked, limit {limit} MB")
        raise Refusal(Fault.TOO_LARGE, words)
    for member in members:
        _check_member(member)
    _check_names(member.name for member in members)
    _check_places(members)


def _too_many(members: int) -> Text:
    """Say that a package has more parts than any workbook has."""
    limit = limits.MEMBERS
    return Text(
        f"内部有 {members} 个文件，上限 {limit} 个", f"{members} parts inside, limit {limit}"
    )


def _check_member(member: Member) -> None:
    """Refuse one member that is too large, too well packed or packed in another way."""
    size, name = member.size, member.name
    if size > limits.MEMBER_SIZE:
        mebi, limit = size >> 20, limits.MEMBER_SIZE >> 20
        words = Text(f"{mebi} MB，上限 {limit} MB", f"{mebi} MB, limit {limit} MB")
        raise Refusal(Fault.TOO_LARGE, inside(name, words))
    if size > limits.RATIO_FROM and size > limits.RATIO * max(member.packed, 1):
        raise Refusal(Fault.TOO_LARGE, inside(name, _GROWS))
    if member.method not in _METHODS:
        raise Refusal(Fault.DAMAGED, inside(name, _PACKED_OTHERWISE))
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
        raise Refusal(Fault.DAMAGED, inside(name, _LEADS_OUT))


def _check_names(names: Iterable[str]) -> None:
    """Refuse two members of one name: readers disagree on which of them counts."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise Refusal(Fault.DAMAGED, inside(name, _TWICE))
        seen.add(name)


def _check_places(members: Sequence[Member]) -> None:
    """Refuse members that share bytes."""
    end = 0
    for member in sorted(members, key=lambda member: member.offset):
        if member.offset < end:
            raise Refusal(Fault.DAMAGED, inside(member.name, _OVERLAPS))
        end = member.offset + _LOCAL_HEADER + member.packed
