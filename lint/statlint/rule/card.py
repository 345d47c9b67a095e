"""What is known of a rule before its module is loaded: in most files most have nothing to see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from statlint.rule.status import Status

if TYPE_CHECKING:
    from statlint.rule.rule import AnyRule


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
        )

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Card:
        """Read a card as it was written."""
        status = Status(values.get("status", Status.STABLE))
        return cls(**{**values, "status": status, "requires": tuple(values.get("requires", ()))})

    def is_for(self, subject: object) -> bool:
        """Tell whether it is made for this kind of subject."""
        return type(subject).__name__ == self.subject

    def loaded(self) -> AnyRule:
        """Load the rule; raises RulePackError where the index is wrong."""
        from statlint.rule.registry import load_rule

        return load_rule(self.code, self.module)

    def values(self) -> Mapping[str, object]:
        """Give what is not as in most rules."""
        usual = {one.name: one.default for one in fields(self) if one.default is not MISSING}
        stated = asdict(self).items()
        return {name: value for name, value in stated if usual.get(name, MISSING) != value}


Listed: TypeAlias = "AnyRule | Card"
"""A rule that may run: at hand, or to be loaded when it has something to look at."""


def index_text(rules: Iterable[AnyRule]) -> str:
    """Write the cards of rules as the index of their pack, each on a line."""
    import json

    lines = [json.dumps(Card.of(rule).values(), ensure_ascii=False) for rule in rules]
    return "[\n" + ",\n".join(lines) + "\n]\n"
