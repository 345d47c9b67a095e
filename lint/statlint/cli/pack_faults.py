"""What is wrong with the packs that settings name, told with the line that names them."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.config import Settings
from statlint.config.read import Stated
from statlint.config.written import refused
from statlint.errors import PackError, StatlintError
from statlint.rule.card import Listed
from statlint.run.pack import listed_of, sources_of
from statlint.schema import Fault
from statlint.values import Language, Text


def rules_in(settings: Settings, layers: Sequence[Stated]) -> Sequence[Listed]:
    """Give the rules that settings have to choose from; refuses packs that cannot be used.

    `layers` are what the settings were made of.
    """
    try:
        sources_of(settings)
        return listed_of(settings)
    except PackError as error:
        raise _placed(error, layers, settings.language) from error


def _placed(error: PackError, layers: Sequence[Stated], language: Language) -> StatlintError:
    for stated in reversed(layers):
        names = stated.values.get(error.key, ())
        if error.name in names:
            path = f"{error.key}[{names.index(error.name)}]"
            faults = [Fault(path, Text(one, one)) for one in error.faults]
            return refused(stated.written, faults, language)
    return error
