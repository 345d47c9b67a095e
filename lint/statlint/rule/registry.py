"""The rules of a pack, found through its index."""

from __future__ import annotations

from collections.abc import Mapping
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
    index = _attribute(pack, "RULES", f"the pack {pack}")
    if not isinstance(index, Mapping):
        message = f"{pack} has no index named RULES"
        raise RulePackError(message)
    if not all(isinstance(one, str) for entry in index.items() for one in entry):
        message = f"the index RULES of {pack} must name the module of each code"
        raise RulePackError(message)
    return tuple(_load(code, module) for code, module in sorted(index.items()))


def _attribute(module: str, name: str, what: str) -> object:
    try:
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError as error:
        message = f"{what} cannot be loaded: {error}"
        raise RulePackError(message) from error


def _load(code: str, module: str) -> AnyRule:
    name = module.rpartition(".")[2]
    rule = _attribute(module, name, f"the rule {code} of the index")
    if not isinstance(rule, Rule):
        message = f"{module} has no rule named {name}"
        raise RulePackError(message)
    if rule.code != code:
        message = f"the index says {code}, but the rule in {module} says {rule.code}"
        raise RulePackError(message)
    return rule
