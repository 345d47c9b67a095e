"""The command `statlint`: finds the language, calls a command, ends with its status."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from itertools import pairwise

from statlint import __version__
from statlint.cli.plain import plain_options
from statlint.config.language import language_asked, language_named, language_of_locale
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

    from statlint.cli.asked import CheckOptions
    from statlint.values import Language

_PLAIN = "statlint check"
"""The command that is called without click where the call is plain."""
_NEW_OBJECTS = 50_000
"""How many objects may be made before Python looks for cycles of them that nothing needs."""


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit with one of four statuses; `words` stand for those of the process.

    What is plain does without click, whose import would be a good part of its time.
    """
    words = sys.argv[1:] if words is None else list(words)
    language = _language_in(words)
    # A check makes millions of objects that live as long as it does, and hardly a cycle: to go
    # through them at every 700, as Python would, takes a seventh of the time. Only the command
    # may say so; the process that calls the library is not ours.
    gc.set_threshold(_NEW_OBJECTS)
    plain = plain_options(words)
    try:
        status = _run(words, plain, language)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - Python would end with 1, for findings
        from statlint.cli.endings import status_after

        status = status_after(error, language, _PLAIN if plain else None)
    # Python would go through all objects once more before it ends, to find none that hold anything.
    gc.freeze()
    sys.exit(status)


def _run(words: Sequence[str], plain: CheckOptions | None, language: Language) -> int | None:
    if plain is not None:
        from statlint.cli.check import run_check

        return run_check(plain, language)
    if words == ["--version"]:
        from statlint.cli.terminal import show

        show(f"statlint {__version__}\n")
        return 0
    from statlint.cli.group import statlint

    ended: int | None = statlint.main(words, "statlint", standalone_mode=False, obj=language)
    return ended


def _language_in(words: Sequence[str]) -> Language:
    """Find the language before anything is parsed: help and wrong usage speak it too."""
    asked = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(words) if word == "--lang"]
    named = [language for language in map(language_named, asked) if language]
    return named[0] if named else language_asked() or language_of_locale()
