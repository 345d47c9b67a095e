"""Which rules run: by code, family, or name."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.rule.rule import AnyRule, Status


def selected(
    rules: Sequence[AnyRule],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
) -> tuple[AnyRule, ...]:
    """Choose rules: all but preview rules, narrowed by `select`, less `ignore`.

    A word is the beginning of a code (B, B1, B101) or a rule's whole name.
    """
    return tuple(
        rule
        for rule in rules
        if (preview or rule.status is not Status.PREVIEW)
        and (not select or any(_matches(rule, word) for word in select))
        and not any(_matches(rule, word) for word in ignore)
    )


def _matches(rule: AnyRule, word: str) -> bool:
    return rule.code.startswith(word.upper()) or rule.name == word.casefold()
