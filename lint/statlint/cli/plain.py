"""Plain command lines of `statlint check`, read without click.

What is in the least unusual is left to click, which knows all options and what is wrong with them:
this reader only gives the values that click would give.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from statlint.reporters import REPORTERS
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from statlint.cli.asked import CheckOptions

COMPLETING = "_STATLINT_COMPLETE"
"""The variable by which a shell asks for proposals."""
_FLAGS = frozenset(
    "preview no-infer force-exclude isolated no-cache quiet statistics no-baseline write-baseline"
    " exit-zero watch show-settings".split()
)
_ONE = frozenset("lang form units fail-level output-format baseline".split())
_SEVERAL = frozenset("previous parts output exclude config select ignore".split())
_OF_WORDS = frozenset(("select", "ignore"))
_LEFT = frozenset("period stdin-filename max-findings jobs executor".split())
"""Options with one value that is not taken as it is written: they are read by click alone."""


def plain_options(words: Sequence[str]) -> CheckOptions | None:
    """Read the words of a plain call of check; None where click has to read them."""
    if not words or words[0] != "check" or COMPLETING in os.environ:
        return None
    found: dict[str, list[str]] = {}
    paths: list[str] = []
    rest = iter(words[1:])
    for word in rest:
        if not word.startswith("-") or word == "-":
            paths.append(word)
        elif not _take("--quiet" if word == "-q" else word, rest, found):
            return None
    return _options(paths, found) if paths else None


def _take(word: str, rest: Iterator[str], found: dict[str, list[str]]) -> bool:
    """Take an option and its value; tell whether it was plain."""
    name, sign, value = word[2:].partition("=")
    if not word.startswith("--"):
        return False
    if name in _FLAGS:
        found[name] = []
        return not sign
    if name not in _SEVERAL and (name not in _ONE or name in found):
        return False
    value = value if sign else next(rest, "")
    found.setdefault(name, []).append(value)
    return bool(value) and not value.startswith("-") and _may_be(name, value)


def _may_be(name: str, value: str) -> bool:
    """Tell whether an option can have a value, where it has a choice of them."""
    match name:
        case "lang":
            return value in {"zh", "en"}
        case "fail-level":
            return value in {"error", "warning", "information"}
        case "output-format":
            return value in REPORTERS
    return True


def _options(paths: Sequence[str], found: dict[str, list[str]]) -> CheckOptions:
    """Give all options, with the usual values of those that were not asked for."""
    values: dict[str, object] = {"paths": tuple(paths)}
    values |= {name: name in found for name in _FLAGS}
    values |= {name: next(iter(found.get(name, ())), None) for name in (*_ONE, *_LEFT)}
    for name in _SEVERAL:
        several = found.get(name, [])
        values[name] = words_apart(several) if name in _OF_WORDS else tuple(several)
    values["output-format"] = values["output-format"] or "text"
    named = {name.replace("-", "_"): value for name, value in values.items()}
    return cast("CheckOptions", named)


def words_apart(values: Iterable[str]) -> tuple[str, ...]:
    """Take apart values that name several things with commas."""
    words = (word.strip() for one in values for word in one.replace("\uff0c", ",").split(","))
    return tuple(word for word in words if word)
