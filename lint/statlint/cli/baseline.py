"""--baseline and --write-baseline: where the list of what is known lies, and writing it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from statlint.cli.outputs import write_file
from statlint.cli.terminal import complain
from statlint.cli.usage import wrong_usage
from statlint.config.nearest import SettingsTree
from statlint.typed import TYPE_CHECKING
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.cli.asked import BaselineOptions
    from statlint.justification.baseline_run import BaselineRun

USUAL_NAME = "statlint-baseline.json"
"""What the baseline is called where nobody names it otherwise."""
_STDIN = "-"


def refuse_odd_baseline(options: BaselineOptions, language: Language) -> None:
    """Refuse options that do not go together with those on the baseline."""
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
    path = baseline_path(tree, options["paths"])
    begins = options["write_baseline"] and not path.is_file()
    if not (tree.run.baseline or options["write_baseline"] or path.is_file()):
        return None
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
    path = Path(tree.run.baseline) if tree.run.baseline else _usual_place(tree, paths)
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # On another drive.
        return path


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


def _usual_place(tree: SettingsTree, paths: Iterable[str]) -> Path:
    """Give the usual path, beside the settings file; without one, as settings are looked for.

    That is from the working folder upwards, then from the first of the paths.
    """
    if tree.home:
        return tree.home / USUAL_NAME
    here = Path.cwd()
    first = next((Path(path).absolute() for path in paths if path != _STDIN), here)
    folders = (here, *here.parents, first, *first.parents)
    found = (folder / USUAL_NAME for folder in folders)
    return next((path for path in found if path.is_file()), here / USUAL_NAME)
