"""The rules of statlint with those of installed packs; a pack that would clash is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from statlint.config.installed import PackKind, find_pack
from statlint.errors import PackError, RulePackError
from statlint.finding import Level, Severity
from statlint.rule.model import PROSE, AnyRule, S, subjects
from statlint.rule.occasion import Occasion
from statlint.rule.registry import load_rules
from statlint.rule.status import Status
from statlint.schema import listing
from statlint.values import Language, Text

_CODE = "[A-Z]+[0-9]{3}"
_PARTS: Mapping[str, type] = MappingProxyType(
    {
        "level": Level,
        "severity": Severity,
        "messages": Mapping,
        "advice": Text,
        "doc": str,
        "status": Status,
        "requires": tuple,
    }
)
"""What a report needs of a rule."""


@cache
def rules_with(packs: tuple[str, ...], language: Language) -> tuple[AnyRule, ...]:
    """Give the built-in rules and those of packs, by code; raises PackError."""
    rules = list(load_rules())
    for name in dict.fromkeys(packs):
        for rule in _load(name, language):
            faults = [*_shape(rule), *_clashes(rule, rules)]
            if faults:
                raise _refused(name, *(fault.of(language) for fault in faults))
            rules.append(rule)
    return tuple(sorted(rules, key=lambda rule: rule.code))


def _load(name: str, language: Language) -> tuple[AnyRule, ...]:
    package = package_of(name, language)
    try:
        return load_rules(package)
    except RulePackError as error:
        raise _refused(name, str(error)) from error
    except (Exception, SystemExit) as error:
        # What a third party wrote may raise anything when it is imported.
        said = Text(f"规则包 {package} 无法载入", f"the pack {package} cannot be loaded")
        raise _refused(name, f"{said.of(language)}: {error!r}") from error


def _refused(name: str, *faults: str) -> PackError:
    return PackError(PackKind.RULES.key, name, tuple(f"{name}: {fault}" for fault in faults))


def package_of(pack: str, language: Language) -> str:
    """Give the package that holds the rules of a pack; raises PackError."""
    return find_pack(pack, PackKind.RULES, language).package


def _shape(rule: AnyRule) -> Iterator[Text]:
    """Say what a rule lacks to be run and shown: nobody has checked the types of its parts."""
    if not re.fullmatch(_CODE, rule.code):
        yield Text(
            f"规则编号 {rule.code} 应为大写字母加三位数字",
            f"the code {rule.code} must be capital letters and three digits",
        )
    wrong = [name for name, kind in _PARTS.items() if not isinstance(getattr(rule, name), kind)]
    wrong += [f"messages: {key}" for key, said in _messages(rule) if not isinstance(said, Text)]
    if not _are_occasions(rule.when):
        wrong.append("when")
    for name in wrong:
        yield Text(
            f"规则 {rule.code} 的 {name} 类型不对",
            f"{name} of the rule {rule.code} is of a wrong type",
        )
    if rule.on not in S.__constraints__ and rule.on != PROSE:
        known = listing(sorted(subjects()))
        kind = getattr(rule.on, "__name__", None) or repr(rule.on)
        yield Text(
            f"规则 {rule.code} 的检查对象 {kind} 不存在；可用的有：{known.zh}",
            f"the rule {rule.code} is on {kind}, which is no subject; there are: {known.en}",
        )


def _are_occasions(stated: object) -> bool:
    """Tell whether a rule names occasions: of another word it would be silent for ever."""
    return isinstance(stated, tuple) and all(isinstance(one, Occasion) for one in stated)


def _messages(rule: AnyRule) -> Iterable[tuple[object, object]]:
    stated: object = rule.messages
    return stated.items() if isinstance(stated, Mapping) else ()


def _clashes(rule: AnyRule, others: Iterable[AnyRule]) -> Iterator[Text]:
    for other in others:
        if rule.code == other.code:
            yield Text(
                f"规则编号 {rule.code} 已用于 {other.name}（{other.module}）",
                f"the code {rule.code} is that of {other.name} ({other.module})",
            )
        if rule.name == other.name:
            yield Text(
                f"规则名称 {rule.name} 已用于 {other.code}（{other.module}）",
                f"the name {rule.name} is that of {other.code} ({other.module})",
            )
