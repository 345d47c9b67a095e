"""What settings say that results depend on, with the content of the files that they name."""

from __future__ import annotations

from statlint.config import Settings
from statlint.dataclass import dataclass, field, fields
from statlint.run.contents import Contents
from statlint.run.digests import digest, told
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.run.work import Work

AFTERWARDS = frozenset(
    (
        *("severities", "policy", "baseline", "fail_level"),
        *("exclude", "gitignore", "cache", "cache_folder", "pages", "jobs"),
    )
)
"""Settings that are applied to results, or that decide which files there are."""
TOLD_OTHERWISE = frozenset(
    (
        # By what files are held against, and where these stand.
        *("previous", "parts", "datasets", "due", "due_file"),
        # By what they say of one file.
        *("found_texts", "ignored_in"),
    )
)


@dataclass(slots=True, eq=False)
class Stated:
    """Digests of settings; `edition` tells the program. None is for what cannot be told."""

    edition: bytes
    contents: Contents
    _known: dict[int, tuple[Work, bytes | None]] = field(default_factory=dict)

    def of(self, work: Work) -> bytes | None:
        """Tell the settings of files that share them."""
        if id(work) not in self._known:
            self._known[id(work)] = work, self._digest(work)
        return self._known[id(work)][1]

    def lists(self, settings: Settings) -> bytes | None:
        """Tell the units of which files are due."""
        stated = [(settings.due_file, settings.due)]
        stated += [(one.units_file, one.units) for one in settings.datasets]
        contents = [self.contents.of(file) for file, _ in stated if file]
        return None if None in contents else digest(told(stated), contents)

    def _digest(self, work: Work) -> bytes | None:
        settings = work.settings
        stated = [
            (one.name, told(getattr(settings, one.name)))
            for one in fields(settings)
            if one.name not in AFTERWARDS | TOLD_OTHERWISE
        ]
        named = (settings.form, *(one.form for one in settings.datasets))
        # Of a form that is named by its id there is no such file: the edition tells it.
        forms = [self.contents.of(form) for form in named if form]
        sources = self._sources(settings)
        if None in sources:
            return None
        return digest(self.edition, stated, work.means.without, forms, sources, _office(settings))

    def _sources(self, settings: Settings) -> list[bytes | None]:
        """Tell the rules and forms of third parties, and the user's own forms."""
        if not (settings.packs or settings.form_packs or settings.forms):
            return []
        from statlint.run.pack import sources_of

        return [self.contents.of(str(path)) for path in sources_of(settings)]


def _office(settings: Settings) -> str:
    """Tell which LibreOffice makes files readable, where it may."""
    if not settings.convert:
        return ""
    from statlint.workbook.convert_find import find_libreoffice

    return find_libreoffice() or ""
