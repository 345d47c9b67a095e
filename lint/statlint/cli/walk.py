"""Which files a run checks: those that are named, and what the folders hold that are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from statlint.cli.terminal import complain
from statlint.config.model import FilePattern
from statlint.config.nearest import SettingsTree
from statlint.reporters.places import path_text
from statlint.run.paths import expand_paths, plain_files
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.run.passed_by import PassedBy

_MOST_LONELY = 5


def files_named(
    paths: Iterable[str],
    tree: SettingsTree,
    *,
    outputs: Iterable[Path] = (),
    forced: bool = False,
    quiet: bool = False,
) -> tuple[str, ...]:
    """Give the files of paths, folders walked; says on standard error how much was left out.

    With `forced`, what the settings exclude is left out although it is named.
    """
    paths, limits = tuple(paths), tree.run.limits
    found = None if forced else plain_files(paths, limits)
    if found is not None:
        return tuple(found)
    passed_by = passed_by_of(tree, forced=forced)
    walked = expand_paths(paths, outputs=tuple(outputs), passed_by=passed_by, limits=limits)
    if not quiet:
        _say(passed_by)
    return tuple(map(str, walked))


def passed_by_of(tree: SettingsTree, *, forced: bool = False) -> PassedBy:
    """Give what a walk through folders passes by."""
    from statlint.run.passed_by import PassedBy

    run = tree.run
    return PassedBy(_patterns_of(tree), git=run.gitignore, forced=forced, language=run.language)


def not_excluded(paths: Iterable[str], tree: SettingsTree) -> tuple[str, ...]:
    """Give those of some files that the settings do not exclude."""
    from statlint.run.passed_by import PassedBy

    passed_by = PassedBy(_patterns_of(tree), forced=True, language=tree.run.language)
    return tuple(path for path in paths if not passed_by.is_refused(path, is_folder=False))


def _patterns_of(tree: SettingsTree) -> Callable[[str], Sequence[FilePattern]]:
    """Give what finds the patterns for a path: those of the run, then those nearest to it."""

    def patterns(path: str) -> Sequence[FilePattern]:
        return tuple(dict.fromkeys((*tree.run.exclude, *tree.of(path).exclude)))

    return patterns


def _say(passed_by: PassedBy) -> None:
    from statlint.cli.words import fault

    if passed_by.files or passed_by.folders:
        files, folders = passed_by.files, passed_by.folders
        complain(fault("left out", passed_by.language, files=files, folders=folders))
    if passed_by.lonely:
        from statlint.schema import listing

        some = listing(path_text(path) for path in passed_by.lonely[:_MOST_LONELY])
        count, paths = len(passed_by.lonely), some.of(passed_by.language)
        more = " …" if count > _MOST_LONELY else ""
        complain(fault("lonely", passed_by.language, count=count, paths=paths + more))
