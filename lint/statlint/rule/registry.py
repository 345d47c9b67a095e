"""The rules of a pack, found through its index."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from statlint.errors import RulePackError
from statlint.plain_json import read_json
from statlint.rule.card import Card, Listed
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from statlint.rule.model import AnyRule

_BUILT_IN = "statlint_rules"
CARDS = "rules.index"
"""The file beside a pack's modules that tells of its rules without loading them."""


def listed_rules() -> tuple[Listed, ...]:
    """Give the rules of statlint in the order of their codes, most of them not loaded yet."""
    return _listed(tuple(sorted(_index_of(_BUILT_IN).items())))


def listed_in(pack: str) -> tuple[Listed, ...]:
    """Give the rules of a pack in the order of their codes; raises RulePackError.

    Those of another pack than that of statlint are loaded.
    """
    return listed_rules() if pack == _BUILT_IN else load_rules(pack)


@cache
def _listed(index: tuple[tuple[str, str], ...]) -> tuple[Listed, ...]:
    cards = _cards()
    return tuple(cards.get(entry) or load_rule(*entry) for entry in index)


@cache
def _cards() -> Mapping[tuple[str, str], Card]:
    """Read the cards of the rules of statlint, by code and module."""
    places = import_module(_BUILT_IN).__path__
    with open(f"{next(iter(places))}/{CARDS}", encoding="utf-8") as file:  # noqa: PTH123
        cards = map(Card.read, cast("list[Mapping[str, object]]", read_json(file.read())))
        return MappingProxyType({(card.code, card.module): card for card in cards})


@cache
def load_rules(pack: str = _BUILT_IN) -> tuple[AnyRule, ...]:
    """Load the rules of a pack in the order of their codes; raises RulePackError.

    A pack is a package with an index RULES: the module of each rule by its code. The rule is the
    module's attribute with the module's own name.
    """
    return tuple(load_rule(code, module) for code, module in sorted(_index_of(pack).items()))


def _index_of(pack: str) -> Mapping[str, str]:
    index = _attribute(pack, "RULES", f"the pack {pack}")
    if not isinstance(index, Mapping):
        message = f"{pack} has no index named RULES"
        raise RulePackError(message)
    if not all(isinstance(one, str) for entry in index.items() for one in entry):
        message = f"the index RULES of {pack} must name the module of each code"
        raise RulePackError(message)
    return index


def _attribute(module: str, name: str, what: str) -> object:
    try:
        return getattr(import_module(module), name, None)
    except ModuleNotFoundError as error:
        message = f"{what} cannot be loaded: {error}"
        raise RulePackError(message) from error


@cache
def load_rule(code: str, module: str) -> AnyRule:
    """Load the rule of a module; raises RulePackError where the index is wrong."""
    from statlint.rule.model import Rule

    name = module.rpartition(".")[2]
    rule = _attribute(module, name, f"the rule {code} of the index")
    if not isinstance(rule, Rule):
        message = f"{module} has no rule named {name}"
        raise RulePackError(message)
    if rule.code != code:
        message = f"the index says {code}, but the rule in {module} says {rule.code}"
        raise RulePackError(message)
    return rule
