"""The same run once more in the other language, for a report that speaks both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from statlint.cli.results_folder import results_folder
from statlint.dataclass import replace
from statlint.finding import Report
from statlint.run import check_paths
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.config import Settings
    from statlint.config.nearest import SettingsTree

_OTHER: dict[Language, Language] = {"zh": "en", "en": "zh"}


def retold(
    report: Report, sources: Iterable[str | tuple[str, bytes]], tree: SettingsTree
) -> Report:
    """Let a report tell its run in the other language, with the figures of earlier periods."""
    again = tuple(sources)

    def tell() -> Report:
        of = _told_in(_OTHER[report.language])
        return check_paths(
            again,
            of(tree.run),
            settings_of=lambda path: of(tree.of(path)),
            cache=results_folder(tree.run),
        )

    return replace(report, retold=tell)


def _told_in(language: Language) -> Callable[[Settings], Settings]:
    """Give what turns settings into those of the other language: the same for the same ones."""
    known: dict[int, Settings] = {}

    def told(settings: Settings) -> Settings:
        if id(settings) not in known:
            known[id(settings)] = replace(settings, language=language, series=True)
        return known[id(settings)]

    return told
