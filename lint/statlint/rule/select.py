"""Which rules run, and how bad their findings are: by code, family, or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.finding import Severity
from statlint.finding.named import closeness
from statlint.rule.card import Listed
from statlint.rule.status import Status
from statlint.typed import TypeVar

R = TypeVar("R", bound=Listed)


def selected(
    rules: Sequence[R],
    *,
    select: Sequence[str] = (),
    extend: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
) -> tuple[R, ...]:
    """Choose rules: all but preview rules, or those of `select`; with `extend`, less `ignore`.

    A word is the beginning of a code (B, B1, B101) or a rule's whole name. Of two words that say
    opposite things of a rule the longer one counts: B101 is run where B is ignored and B101 is
    asked for. Where both say as much, it is ignored.
    """
    asked = (*select, *extend)
    ready = [rule for rule in rules if preview or rule.status is not Status.PREVIEW]
    if not (asked or ignore):
        return tuple(ready)
    return tuple(
        rule
        for rule in ready
        if _runs(_closest(rule, asked), _closest(rule, ignore), usual=not select)
    )


def left_out(rules: Sequence[R], words: Iterable[str]) -> tuple[R, ...]:
    """Give the rules without those that words name."""
    named = tuple(words)
    return tuple(rule for rule in rules if not _closest(rule, named))


def severity_of(
    code: str, name: str, severities: Sequence[tuple[str, Severity]]
) -> Severity | None:
    """Say how bad settings call the findings of a rule; None where they say nothing of it.

    The longest of the words that mean it counts, and of several as long the last.
    """
    told = [
        (close, at)
        for at, (word, _) in enumerate(severities)
        if (close := closeness(code, name, word))
    ]
    return severities[max(told)[1]][1] if told else None


def _runs(asked: int, ignored: int, *, usual: bool) -> bool:
    return asked > ignored or (usual and not ignored)


def _closest(rule: Listed, words: Iterable[str]) -> int:
    return max((closeness(rule.code, rule.name, word) for word in words), default=0)
