"""What `statlint check` does: run, report, exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

from statlint.cli.baseline import baseline_of, keep_baseline, refuse_odd_baseline
from statlint.cli.outputs import Output, deliver, outputs_of, refuse_unwritable
from statlint.cli.results_folder import results_folder
from statlint.cli.terminal import complain, look_at, show, show_for_programs
from statlint.cli.tree import tree_of
from statlint.cli.unknown import refuse_unknown_of_files, refuse_unknown_of_run
from statlint.cli.usage import missing_paths, wrong_usage
from statlint.cli.walk import files_named, not_excluded
from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.dataclass import dataclass, replace
from statlint.finding import Report
from statlint.reporters import Look
from statlint.run import check_paths
from statlint.run.paths import expand_paths, found_texts
from statlint.typed import TYPE_CHECKING
from statlint.values import Language

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from statlint.cli.asked import CheckOptions
    from statlint.cli.progress import Progress
    from statlint.justification.baseline_run import BaselineRun

_DASK = "dask="
_STDIN = "-"
_STDIN_NAME = "stdin"


@dataclass(frozen=True, slots=True)
class Done:
    """One run: its exit status, the settings it had, and the files it wrote."""

    status: int
    tree: SettingsTree
    written: tuple[Path, ...]


def run_check(options: CheckOptions, language: Language) -> int:
    """Check files and folders; give the exit status."""
    _refuse_odd(options, language)
    if options["show_settings"]:
        _show_settings(options, language)
        return 0
    if options["watch"]:
        return _watch(options, language)
    return _once(options, language).status


def _show_settings(options: CheckOptions, language: Language) -> None:
    """Show the settings of what would be checked."""
    from statlint.cli.show_settings import settings_json, settings_page

    paths = [_name_of(path, options) for path in options["paths"]]
    tree = tree_of(options, language, near=paths)
    refuse_unknown_of_run(tree)
    _refuse_unknown_beside(paths, tree)
    if options["output_format"] == "json":
        show_for_programs(settings_json(tree, paths, options))
    else:
        show(settings_page(tree, paths, options))


def _refuse_odd(options: CheckOptions, language: Language) -> None:
    """Refuse options that do not go together."""
    odd = next(_oddities(options), None)
    if odd is not None:
        from statlint.cli.words import fault

        raise wrong_usage(fault(odd, language, value=options["executor"]))
    refuse_odd_baseline(options, language)


def _oddities(options: CheckOptions) -> Iterator[str]:
    if _STDIN not in options["paths"] and options["stdin_filename"]:
        yield "needs dash"
    if _STDIN in options["paths"] and options["watch"]:
        yield "no watch"
    if options["watch"] and options["write_baseline"]:
        yield "watch and write"
    if options["executor"] is not None and not _is_executor(options["executor"]):
        yield "not an executor"


def _watch(options: CheckOptions, language: Language) -> int:
    """Check whenever something is saved."""
    from statlint.cli.watch import Checked, watch
    from statlint.cli.watched import Watched, watched_of

    def once() -> Checked:
        done = _once(options, language)
        watched = watched_of(options["paths"], done.tree, done.written)
        return Checked(watched, done.tree.run.language, done.status)

    return watch(once, Watched(options["paths"]))


def _once(options: CheckOptions, language: Language) -> Done:
    near = [_name_of(path, options) for path in options["paths"]]
    tree = tree_of(options, language, near=near)
    settings = tree.run
    refuse_unknown_of_run(tree)
    outputs = outputs_of(options["output"], options["output_format"])
    files = _files(options, tree, outputs) or _of_datasets(options["paths"], tree)
    baseline = baseline_of(options, tree)
    beside = [*_beside(settings, outputs), *([baseline.baseline.path] if baseline else ())]
    refuse_unwritable(outputs, [*files, *beside], settings.language)
    sources: list[str | tuple[str, bytes]] = [*_standard_input(options, settings.language), *files]
    if not sources:
        from statlint.cli.words import fault

        complain(fault("nothing", settings.language))
    settings = tree.settle(found_texts(options["paths"], files))
    _refuse_unknown_beside(sources, tree)
    report = _run(sources, tree, baseline, options["executor"])
    if baseline is not None and options["write_baseline"]:
        keep_baseline(baseline, settings.language)
    if any(output.needs_originals for output in outputs):
        from statlint.run.originals import with_originals

        report = with_originals(report, sources)
    if any(output.speaks_both for output in outputs):
        from statlint.cli.retold import retold

        report = retold(report, sources, tree)
    written = deliver(report, outputs, _look(options, report, settings))
    return Done(_status(report, settings, exit_zero=options["exit_zero"]), tree, written)


def _name_of(path: str, options: CheckOptions) -> str:
    """Give the path of a file; that of standard input is the name it was given."""
    return path if path != _STDIN else options["stdin_filename"] or _STDIN_NAME


def _look(options: CheckOptions, report: Report, settings: Settings) -> Look:
    look = look_at(sys.stdout, quiet=options["quiet"], statistics=options["statistics"])
    look = replace(
        look,
        most=options["max_findings"],
        pages=settings.pages,
        fail_level=settings.fail_level,
        status=_status_of(report, settings, exit_zero=options["exit_zero"]),
    )
    if not (look.links and report.findings) or options["output_format"] != "text":
        return look
    from statlint.cli.home_pages import home_pages

    codes = frozenset(one.code for one in report.findings)
    return look if look.pages else replace(look, home_pages=home_pages(codes, settings))


def _of_datasets(paths: Sequence[str], tree: SettingsTree) -> tuple[str, ...]:
    """Give the files that settings describe; without settings, paths must be named."""
    if paths:
        return ()
    if not tree.run.datasets:
        raise missing_paths()
    from statlint.run.datasets import files_of_each

    found = files_of_each(tree.run.datasets)
    return not_excluded(dict.fromkeys(path for _, files in found for path in files), tree)


def _files(options: CheckOptions, tree: SettingsTree, outputs: Iterable[Output]) -> tuple[str, ...]:
    return files_named(
        (path for path in options["paths"] if path != _STDIN),
        tree,
        outputs=(output.path for output in outputs if output.path and not output.is_folder),
        forced=options["force_exclude"],
        quiet=options["quiet"],
    )


def _beside(settings: Settings, outputs: Iterable[Output]) -> list[str | Path]:
    """Give what is read beside the files that are checked, where a report might overwrite it."""
    if not any(output.path for output in outputs):
        return []
    lists = [settings.due_file] if settings.due_file else []
    return [*lists, *expand_paths([*settings.previous, *settings.parts])]


def _standard_input(options: CheckOptions, language: Language) -> list[tuple[str, bytes]]:
    if _STDIN not in options["paths"]:
        return []
    if sys.stdin.isatty():
        from statlint.cli.words import fault

        # Somebody who typed a dash by mistake would wait for ever.
        complain(fault("reads input", language))
    return [(_name_of(_STDIN, options), sys.stdin.buffer.read())]


def _refuse_unknown_beside(sources: Iterable[str | tuple[str, bytes]], tree: SettingsTree) -> None:
    """Look at the settings of all files before the first is checked; hours may lie between."""
    for source in sources:
        tree.of(source if isinstance(source, str) else source[0])
    refuse_unknown_of_files(tree)


def _run(
    sources: Iterable[str | tuple[str, bytes]],
    tree: SettingsTree,
    baseline: BaselineRun | None,
    executor: str | None,
) -> Report:
    progress = _progress(tree.run.language)
    try:
        with _executor(executor, tree.run.language) as crew:
            return check_paths(
                sources,
                tree.run,
                progress=progress,
                settings_of=tree.of,
                baseline=baseline,
                cache=results_folder(tree.run),
                executor=crew,
            )
    finally:
        if progress is not None:
            progress.close()


def _progress(language: Language) -> Progress | None:
    if not sys.stderr.isatty():
        return None
    from statlint.cli.progress import progress_on_terminal

    return progress_on_terminal(language)


def _is_executor(written: str) -> bool:
    return written.startswith(_DASK) and "://" in written


def _executor(written: str | None, language: Language) -> AbstractContextManager[Executor | None]:
    """Give the cluster that was asked for, if one was."""
    if written is None:
        return nullcontext()
    from statlint.run.workers.cluster import cluster

    return cluster(written.removeprefix(_DASK), language)


def _status(report: Report, settings: Settings, *, exit_zero: bool) -> int:
    """Give the exit status, and say which rules crashed."""
    for crash in report.crashes:
        from statlint.cli.words import fault

        said = fault("crashed", settings.language, code=crash.code, error=crash.error)
        complain(f"{crash.path}: {said}")
    return _status_of(report, settings, exit_zero=exit_zero)


def _status_of(report: Report, settings: Settings, *, exit_zero: bool) -> int:
    """Give the exit status: 2 for a crashed rule, 1 for findings from the fail level on."""
    if report.crashes:
        return 2
    return int(report.fails(settings.fail_level) and not exit_zero)
