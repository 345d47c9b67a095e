"""The options of `statlint justify`, and the fresh check that reasons are written after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from statlint.cli.asked import BaselineOptions, SettingsOptions
from statlint.cli.baseline import baseline_of
from statlint.cli.terminal import complain
from statlint.cli.tree import tree_of
from statlint.cli.walk import files_named
from statlint.cli.words import fault
from statlint.config.nearest import SettingsTree
from statlint.finding import Report
from statlint.run import check_paths
from statlint.run.explained import Explained, explained_in
from statlint.run.paths import found_texts
from statlint.run.works import prepare
from statlint.values import Language, Period


class JustifyOptions(TypedDict):
    """The options of `justify`, as click hands them over."""

    paths: tuple[str, ...]
    copies: tuple[str, ...]
    code: tuple[str, ...]
    cell: tuple[str, ...]
    reason: str | None
    by: str | None
    until: str | None
    prune: bool
    form: str | None
    period: Period | None
    previous: tuple[str, ...]
    parts: tuple[str, ...]
    units: str | None
    preview: bool
    no_infer: bool
    config: tuple[str, ...]
    isolated: bool
    lang: Language | None


def tree_for(paths: Sequence[str], options: JustifyOptions, language: Language) -> SettingsTree:
    """Make the settings for paths; what is picked is picked from all findings."""
    asked: SettingsOptions = {
        "lang": options["lang"],
        "form": options["form"],
        "period": options["period"],
        "previous": options["previous"],
        "parts": options["parts"],
        "units": options["units"],
        "select": (),
        "ignore": (),
        "fail_level": None,
        "preview": options["preview"],
        "no_infer": options["no_infer"],
        "exclude": (),
        "config": options["config"],
        "isolated": options["isolated"],
    }
    return tree_of(asked, language, near=paths)


def checked(paths: tuple[str, ...], tree: SettingsTree) -> tuple[Report, list[Explained]]:
    """Check files; gives the report and each path of which anything is said or explained."""
    files = files_named(paths, tree)
    settings = tree.settle(found_texts(paths, files))
    usual: BaselineOptions = {"paths": paths, "no_baseline": False, "write_baseline": False}
    known = baseline_of(usual, tree)
    report = check_paths(files, settings, settings_of=tree.of, baseline=known)
    for crash in report.crashes:
        said = fault("crashed", settings.language, code=crash.code, error=crash.error)
        complain(f"{crash.path}: {said}")
    work = prepare(settings, settings_of=tree.of)
    return report, list(explained_in(report, work))
