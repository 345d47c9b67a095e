"""The rules of a run by what they are made for: which of them a subject gives reason to ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from statlint.dataclass import dataclass, field
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.rule.card import Listed
    from statlint.rule.occasion import Occasion


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """The rules to be asked of a subject, and the codes of those that have nothing to say of it."""

    rules: tuple[Listed, ...]
    silent: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Duty:
    """The rules on one kind of subject; `looks` is whether what a subject shows matters to any."""

    rules: tuple[Listed, ...]
    looks: bool
    _asked: dict[Collection[Occasion], Asked] = field(default_factory=dict, repr=False)

    def asked(self, shown: frozenset[Occasion] | None) -> Asked:
        """Choose the rules for what a subject shows; all of them where nobody looked."""
        if shown is None:
            return Asked(self.rules, frozenset())
        known = self._asked.get(shown)
        if known is None:
            # What is required of other rules is known only when these were asked.
            rules = tuple(one for one in self.rules if one.requires or _may_speak(one.when, shown))
            silent = frozenset(one.code for one in self.rules if one not in rules)
            known = self._asked[shown] = Asked(rules, silent)
        return known


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The rules of a run, grouped when a subject of their kind comes up."""

    rules: Sequence[Listed]
    _duties: dict[tuple[str, bool], Duty] = field(default_factory=dict, repr=False)

    def has(self, kind: str) -> bool:
        """Tell whether there is a rule on a kind of subject."""
        return bool(self.duty(kind, as_found=False).rules)

    def duty(self, kind: str, *, as_found: bool) -> Duty:
        """Give the rules on a kind of subject; fewer, of tables that follow no stated form."""
        known = self._duties.get((kind, as_found))
        if known is None:
            rules = tuple(
                one
                for one in self.rules
                if one.subject == kind and not (as_found and one.needs_form)
            )
            known = Duty(rules, any(one.when for one in rules))
            self._duties[kind, as_found] = known
        return known


def _may_speak(when: Collection[Occasion], shown: frozenset[Occasion]) -> bool:
    return not when or not shown.isdisjoint(when)
