"""--baseline and --write-baseline: where the list of what is known lies, and writing it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from statlint.cli.outputs import write_file
from statlint.cli.terminal import complain
from statlint.cli.usage import wrong_usage
from statlint.config.nearest import SettingsTree
from statlint.typed import TYPE_CHECKING
from statlint.values import Language

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.cli.asked import BaselineOptions
    from statlint.justification.baseline_run import BaselineRun

USUAL_NAME = "statlint-baseline.json"
"""What the baseline is called where nobody names it otherwise."""
_STDIN = "-"


def refuse_odd_baseline(options: BaselineOptions, language: Language) -> None:
    """Refuse options that do not go together with those on the baseline."""
    if not (options["no_baseline"] or options["write_baseline"]):
        return
    from statlint.cli.words import fault

    if options["no_baseline"] and (options.get("baseline") or options["write_baseline"]):
        raise wrong_usage(fault("baseline or none", language))
    if options["write_baseline"] and _STDIN in options["paths"]:
        raise wrong_usage(fault("baseline of files", language))


def baseline_of(options: BaselineOptions, tree: SettingsTree) -> BaselineRun | None:
    """Read the baseline of a run, where there is one or one is about to be written.

    Raises BaselineError for one that cannot be read, or that is named and not there.
    """
    if options["no_baseline"]:
        return None
    asked = tree.run.baseline or options["write_baseline"]
    if not (asked or _place_in_use(tree, options["paths"])):
        return None
    path = baseline_path(tree, options["paths"])
    begins = options["write_baseline"] and not path.is_file()
    from statlint.justification.baseline import Baseline, read_baseline
    from statlint.justification.baseline_run import BaselineRun

    baseline = Baseline(path, {}) if begins else read_baseline(path, tree.run.language)
    walked = [one for one in options["paths"] if one != _STDIN]
    return BaselineRun(
        baseline,
        walked or [str(tree.home or path.absolute().parent)],
        begins=begins,
        writes=options["write_baseline"],
    )


def baseline_path(tree: SettingsTree, paths: Iterable[str]) -> Path:
    """Give the path of the baseline of a run over some paths, whether there is one or not."""
    from pathlib import Path

    path = tree.run.baseline or _usual_place(tree, paths)
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # On another drive.
        return Path(path)


def keep_baseline(run: BaselineRun, language: Language) -> None:
    """Write what a baseline begins with, or what is left of it, and say so."""
    from statlint.justification.baseline import Baseline, baseline_text

    settled, path = run.settle(), run.baseline.path
    left = Baseline(path, run.with_contents(settled.files))
    if run.begins or left != run.baseline:
        write_file(path, [baseline_text(left.files)], language)
    counts = {"count": left.size, "files": len(left.files), "gone": len(settled.gone)}
    key = "baseline begun" if run.begins else "baseline kept"
    from statlint.cli.words import fault

    told = [fault(key, language, path=path, **counts)]
    if settled.new:
        key = "baseline barred" if run.begins else "baseline new"
        told.append(fault(key, language, path=path, count=settled.new))
    complain(*told)


def _usual_place(tree: SettingsTree, paths: Iterable[str]) -> str:
    """Give the usual path, beside the settings file; without one, as settings are looked for."""
    if tree.home:
        return str(tree.home / USUAL_NAME)
    return _place_in_use(tree, paths) or os.path.join(os.getcwd(), USUAL_NAME)  # noqa: PTH109, PTH118


def _place_in_use(tree: SettingsTree, paths: Iterable[str]) -> str | None:
    """Give the usual path where there is a baseline.

    Without a settings file it is looked for from the working folder upwards, then from the first
    of the paths.
    """
    if tree.home:
        folders = [str(tree.home)]
    else:
        here = os.getcwd()  # noqa: PTH109 - of texts, as all paths here
        first = next((os.path.join(here, path) for path in paths if path != _STDIN), here)  # noqa: PTH118
        folders = [*_upwards(here), *_upwards(first)]
    found = (os.path.join(folder, USUAL_NAME) for folder in folders)  # noqa: PTH118
    return next((path for path in found if os.path.isfile(path)), None)  # noqa: PTH113


def _upwards(path: str) -> Iterator[str]:
    """Give a path and all folders above it."""
    yield path
    while (above := os.path.dirname(path)) != path:  # noqa: PTH120
        yield (path := above)
