"""What has changed since a finding was accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from statlint.dataclass import dataclass
from statlint.justification.model import Entry, Trait, traits_of
from statlint.values import Text

_NAMES = MappingProxyType(
    {
        "left": Text("左值", "left"),
        "right": Text("右值", "right"),
        "difference": Text("差额", "difference"),
        "value": Text("所填", "as written"),
    }
)
_OTHERS = Text("有关数字", "other figures")
_EDITION = Text("规则已修订", "the rule has a new edition")
_WORDS = MappingProxyType(
    {
        Trait.TABLE: Text("所在表", "table"),
        Trait.LINE: Text("行", "line"),
        Trait.HEAD: Text("栏", "head"),
        Trait.EDIT: Text("审核关系", "edit"),
        Trait.EDIT_TEXT: Text("审核公式", "text of the edit"),
        Trait.SENTENCE: Text("原句", "sentence"),
        Trait.ABOUT: Text("所指内容", "what is said"),
    }
)
_LONGEST = 40
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is no longer as it was: what, and in words how."""

    trait: Trait
    words: Text


def changes_between(then: Entry, now: Entry) -> tuple[Change, ...]:
    """Tell what differs between two entries of one rule."""
    before, after = traits_of(then), traits_of(now)
    return tuple(
        change
        for trait in Trait
        if before[trait] != after[trait]
        for change in _changes(trait, then, now)
    )


def _changes(trait: Trait, then: Entry, now: Entry) -> Iterator[Change]:
    if trait is Trait.EDITION:
        yield Change(trait, _EDITION)
    elif trait is Trait.FIGURES:
        yield from (Change(trait, words) for words in _of_figures(then, now))
    else:
        field = trait.value.replace("-", "_")
        yield Change(trait, _from_to(_WORDS[trait], getattr(then, field), getattr(now, field)))


def _of_figures(then: Entry, now: Entry) -> Iterator[Text]:
    for key, name in _NAMES.items():
        before, after = getattr(then, key), getattr(now, key)
        if before != after:
            yield _from_to(name, before, after)
    if sorted(then.figures) != sorted(now.figures):
        gone, new = _without(then.figures, now.figures), _without(now.figures, then.figures)
        yield _from_to(_OTHERS, _listed(gone), _listed(new))


def _without(these: Sequence[str], those: Sequence[str]) -> list[str]:
    left = list(these)
    for one in those:
        if one in left:
            left.remove(one)
    return left


def _listed(figures: Sequence[str]) -> str:
    return ", ".join(figures[:_SHOWN]) + (" …" if len(figures) > _SHOWN else "")


def _from_to(name: Text, before: str, after: str) -> Text:
    was, now = _cut(before), _cut(after)
    return Text(f"{name.zh} {was}→{now}", f"{name.en} {was} → {now}")


def _cut(text: str) -> str:
    shown = " ".join(text.split())
    return (shown[:_LONGEST] + "…" if len(shown) > _LONGEST else shown) or "—"
