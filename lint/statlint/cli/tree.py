"""The settings of a run and of its files, as the options of a command leave them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from statlint.cli.usage import wrong_usage
from statlint.config import Settings
from statlint.config.language import language_asked
from statlint.config.model import FilePattern
from statlint.config.nearest import SettingsTree
from statlint.dataclass import replace
from statlint.finding import Severity
from statlint.typed import TYPE_CHECKING
from statlint.values import Language

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.cli.asked import SettingsOptions


def tree_of(
    options: SettingsOptions, language: Language, *, near: Sequence[str] = ()
) -> SettingsTree:
    """Make the settings of a run and of its files: usual, settings files, then the options.

    The settings file of the run is looked for from the current folder upwards, then from the first
    of the paths `near`; those of a file from its own folder upwards.
    """
    named, words = _config(options, language)
    return SettingsTree(
        Settings(language=language),
        near,
        named=named,
        isolated=options["isolated"],
        environment=_with_environment,
        words=words,
        last=lambda settings: _with_options(settings, options),
        kept=not options.get("no_cache"),
    )


def _with_environment(settings: Settings) -> Settings:
    return replace(settings, language=language_asked() or settings.language)


def _with_options(settings: Settings, options: SettingsOptions) -> Settings:
    return replace(
        settings,
        language=options["lang"] or settings.language,
        form=options["form"] or settings.form,
        period=options["period"] or settings.period,
        previous=options["previous"] or settings.previous,
        parts=options["parts"] or settings.parts,
        due_file=options["units"] or settings.due_file,
        select=options["select"] or settings.select,
        extend_select=() if options["select"] else settings.extend_select,
        ignore=(*settings.ignore, *options["ignore"]),
        preview=options["preview"] or settings.preview,
        infer=settings.infer and not options["no_infer"],
        exclude=(*settings.exclude, *map(_pattern, options["exclude"])),
        fail_level=Severity(options["fail_level"] or settings.fail_level),
        baseline=options.get("baseline") or settings.baseline,
        cache=settings.cache and not options.get("no_cache"),
        jobs=options.get("jobs") or settings.jobs,
    )


def _pattern(written: str) -> FilePattern:
    """Take a pattern as seen from the working folder; a shell completes names to ./old/."""
    start, rest = ("/", written[2:]) if written.startswith("./") else ("", written)
    return FilePattern(start + rest, os.getcwd())  # noqa: PTH109 - of texts


def _config(options: SettingsOptions, language: Language) -> tuple[Path | None, list[str]]:
    """Tell settings files from settings among what --config names."""
    if not options["config"]:
        return None, []
    from statlint.cli.words import fault

    files = [one for one in options["config"] if "=" not in one or os.path.lexists(one)]
    if files and options["isolated"]:
        raise wrong_usage(fault("config or isolated", language))
    if len(files) > 1:
        raise wrong_usage(fault("one config", language, files=" ".join(files)))
    words = [one for one in options["config"] if one not in files]
    if not files:
        return None, words
    from pathlib import Path

    return Path(files[0]), words
