"""Form files that were found good, kept compiled: nobody parses or checks an unchanged one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from statlint.config import Settings
from statlint.config.cache_folder import cache_folder, private_folder
from statlint.config.kept_entries import KeptEntries, stamps
from statlint.form import Form
from statlint.form.compiled import read_compiled
from statlint.form.load import form_of, parse_form, read_form_text

_MOST = 1000
_ROOMS = ("form", "schema", "values")
"""What reads and checks a form."""


class KeptForms:
    """The forms of files whose content is known."""

    def __init__(self, folder: Path | None) -> None:
        """Keep in a folder; nowhere without one."""
        self._entries = KeptEntries(folder, _MOST)

    def load(self, path: Path, settings: Settings) -> Form:
        """Load a form file; raises FormError with every fault, in the language of the settings."""
        language, place = settings.language, str(path)
        text = read_form_text(path, language=language)
        entry = self._entries.find((_edition(), text))
        if entry is not None:
            return read_compiled(entry.decode())
        from statlint.form.compile import compiled

        form = form_of(parse_form(text, place, language=language), place, language=language)
        self._entries.keep((_edition(), text), compiled(form).encode())
        return form


def kept_forms(settings: Settings) -> KeptForms:
    """Give what is kept for this user, where the settings do not forbid it."""
    folder = cache_folder(settings.cache_folder) if settings.cache else None
    return KeptForms(private_folder(folder, "forms") if folder else None)


@cache
def _edition() -> str:
    from statlint import __version__

    home = Path(__file__).parent.parent
    files = [path for room in _ROOMS for path in sorted((home / room).glob("*.py"))]
    return f"{__version__} {stamps(files)}"
