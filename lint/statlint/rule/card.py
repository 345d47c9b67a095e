"""What is known of a rule before its module is loaded: in most files most have nothing to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from statlint.dataclass import dataclass, fields
from statlint.rule.occasion import Occasion
from statlint.rule.status import Status
from statlint.typed import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from statlint.rule.model import AnyRule


@dataclass(frozen=True, slots=True)
class Card:
    """A rule as the index of its pack tells it; `subject` names the kind that it is made for."""

    code: str
    name: str
    module: str
    subject: str
    status: Status = Status.STABLE
    requires: tuple[str, ...] = ()
    needs_form: bool = False
    edition: int = 1
    when: tuple[Occasion, ...] = ()

    @classmethod
    def of(cls, rule: AnyRule) -> Card:
        """Write the card of a rule."""
        return cls(
            code=rule.code,
            name=rule.name,
            module=rule.module,
            subject=rule.subject,
            status=rule.status,
            requires=rule.requires,
            needs_form=rule.needs_form,
            edition=rule.edition,
            when=rule.when,
        )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Card:
        """Read a card as it was written; what it says nothing of is as in most rules."""
        told = dict(values)
        if "status" in told:
            told["status"] = Status(told["status"])
        if "requires" in told:
            told["requires"] = tuple(told["requires"])
        if "when" in told:
            told["when"] = tuple(map(Occasion, told["when"]))
        return cls(**told)

    def loaded(self) -> AnyRule:
        """Load the rule; raises RulePackError where the index is wrong."""
        from statlint.rule.registry import load_rule

        return load_rule(self.code, self.module)

    def values(self) -> Mapping[str, object]:
        """Give what is not as in most rules."""
        stated = ((getattr(self, one.name), one) for one in fields(self))
        return {one.name: value for value, one in stated if value != one.default}


Listed: TypeAlias = "AnyRule | Card"
"""A rule that may run: at hand, or to be loaded when it has something to look at."""


def index_text(rules: Iterable[AnyRule]) -> str:
    """Write the cards of rules as the index of their pack, each on a line."""
    import json

    lines = [json.dumps(Card.of(rule).values(), ensure_ascii=False) for rule in rules]
    return "[\n" + ",\n".join(lines) + "\n]\n"
