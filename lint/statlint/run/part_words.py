"""What happened to whole parts of a total, in the words of a clerk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from statlint.diagnosis import PartEvent, Slip
from statlint.values import Text

_SHOWN = 3
_HOW: Mapping[Slip, Text] = MappingProxyType(
    {
        Slip.OMITTED_PARTS: Text("合计未含{names}", "The total leaves out {names}"),
        Slip.COUNTED_TWICE: Text("合计重复计入{names}", "The total takes {names} in twice"),
        Slip.STALE_TOTAL: Text(
            "合计用的是{names}上期的数", "The total takes in {names} as it was a period before"
        ),
    }
)
_TOO_LARGE = Text(
    "{names}的数为应有的 {times} 倍，单位可能有误", "{names} has {times} times the figures due"
)
_TOO_SMALL = Text(
    "{names}的数只有应有的 1/{times}，单位可能有误", "{names} has 1/{times} of the figures due"
)
_COPIED = Text(
    "{names}的数与其上期完全相同，这 {count} 处差额可能由此而来，可能性 {percent}",
    "{names} has the figures of the period before throughout: these {count} differences may come "
    "from that, likelihood {percent}",
)
_ANOTHER = Text(
    "差额散见 {count} 处、大小不一，多半是汇总时某个下级用了另一版的表（上期的，或后来改过的），"
    "可能性 {percent}",
    "{count} differences of many sizes: most likely the total was reckoned with another file of "
    "one part (an earlier one, or one that was changed since), likelihood {percent}",
)
_DOUBLED = Text(
    "{names}的数完全相同，恐为同一份表报了两次，这 {count} 处差额可能由此而来，可能性 {percent}",
    "{names} have the same figures throughout, perhaps one table handed in twice: these {count} "
    "differences may come from that, likelihood {percent}",
)
_NOT_THERE = Text(
    "本表有 {count} 处大于下级之和，可能缺一个下级的表，其各数即这些差额，可能性 {percent}",
    "The total has more than its parts in {count} places: the file of one part may be missing, "
    "its figures would be the differences, likelihood {percent}",
)
_WHOLLY: Mapping[Slip, Text] = MappingProxyType(
    {Slip.COPIED: _COPIED, Slip.DOUBLED: _DOUBLED, Slip.MISSING_PART: _NOT_THERE}
)
_FITS = Text(
    "：与 {count} 处差额完全一致，可能性 {percent}",
    ": {count} differences are exactly its figures, likelihood {percent}",
)
_WHOLE = 100


def part_words(event: PartEvent, names: Sequence[str], count: int, probability: float) -> Text:
    """Say what happened to some parts, and how many differences it explains."""
    template = _template(event)
    percent = f"{min(int(_WHOLE * probability), _WHOLE - 1)}%"
    values = {"times": str(abs(event.factor)), "count": str(count), "percent": percent}
    return Text(
        template.zh.format(names=_listed(names, "「{}」", "、"), **values),
        template.en.format(names=_listed(names, "“{}”", ", "), **values),
    )


def _template(event: PartEvent) -> Text:
    if event.slip is Slip.COPIED and not event.paths:
        return _ANOTHER
    if event.slip in _WHOLLY:
        return _WHOLLY[event.slip]
    how = _HOW.get(event.slip) or (_TOO_LARGE if event.factor > 0 else _TOO_SMALL)
    return Text(how.zh + _FITS.zh, how.en + _FITS.en)


def _listed(names: Sequence[str], quoted: str, comma: str) -> str:
    return comma.join(quoted.format(name) for name in names[:_SHOWN])
