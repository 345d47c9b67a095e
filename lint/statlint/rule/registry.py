"""The rules of a pack, found through its index."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from statlint.errors import RulePackError
from statlint.rule.rule import AnyRule, Rule

_BUILT_IN = "statlint_rules"


@cache
def load_rules(pack: str = _BUILT_IN) -> tuple[AnyRule, ...]:
    """Load the rules of a pack in the order of their codes; raises RulePackError.

    A pack is a package with an index RULES: the module of each rule by its code. The rule is the
    module's attribute with the module's own name.
    """
    index: dict[str, str] = import_module(pack).RULES
    return tuple(_load(code, module) for code, module in sorted(index.items()))


def _load(code: str, module: str) -> AnyRule:
    name = module.rpartition(".")[2]
    try:
        rule = getattr(import_module(module), name, None)
    except ModuleNotFoundError as error:
        message = f"the index names {module} for {code}, but {error}"
        raise RulePackError(message) from error
    if not isinstance(rule, Rule):
        message = f"{module} has no rule named {name}"
        raise RulePackError(message)
    if rule.code != code:
        message = f"the index says {code}, but the rule in {module} says {rule.code}"
        raise RulePackError(message)
    return rule
