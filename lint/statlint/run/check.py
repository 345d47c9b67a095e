"""Check files with settings: the one room that knows forms, rules and readers together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from statlint.config import Settings
from statlint.finding import Report
from statlint.form import Form
from statlint.rule import AnyRule
from statlint.rule.registry import load_rules
from statlint.rule.select import selected
from statlint.run.one import Begun, FileResult, begin, crashed, finish
from statlint.run.open_checks import open_checks
from statlint.run.pack import find_form, shipped_plans
from statlint.run.paths import spread
from statlint.run.read import Work, read
from statlint.run.stamp import stamped
from statlint.run.together import Waiting
from statlint.table import FormPlan
from statlint.workbook import Opening, Packed, open_workbook

Source: TypeAlias = "str | Path | tuple[str, bytes] | Packed"
Progress: TypeAlias = Callable[[int, int, str], None]
"""Called before each file with how many are done, how many there are, and the file's path."""


def check_paths(
    paths: Iterable[Source],
    settings: Settings,
    *,
    progress: Progress | None = None,
    today: date | None = None,
) -> Report:
    """Check files (paths, or names with their bytes) and report on all of them.

    Raises FormError for a form that cannot be used and RulePackError for an inconsistent pack.
    """
    sources = list(spread(paths))
    work = prepare(settings, today=today)
    results: list[FileResult] = []
    waiting = Waiting()
    for done, source in enumerate(sources):
        if progress is not None:
            progress(done, len(sources), _name(source))
        checked = _check(source, work)
        if isinstance(checked, Begun):
            results += waiting.add(checked)
        else:
            results.append(checked)
    return report_of([*results, *waiting.finish()], work)


def _check(source: Source, work: Work) -> FileResult | Begun:
    """Check a file by itself; one that other files matter for waits for them."""
    opening = _open(source, work.settings)
    # A defect of ours on one strange file must not take the report on all the others along.
    try:
        begun = begin(read(opening, work), work)
        return begun if begun.filings or begun.layouts else finish(begun)
    except Exception as error:  # noqa: BLE001
        return crashed(opening, error)


def prepare(
    settings: Settings,
    *,
    today: date | None = None,
    forms: Sequence[Form] | None = None,
    rules: Sequence[AnyRule] | None = None,
) -> Work:
    """Gather what every file needs; `forms` and `rules` stand in for the shipped ones."""
    wanted = FormPlan(find_form(settings.form, settings.language)) if settings.form else None
    plans: tuple[FormPlan, ...] = ()
    if forms is not None:
        plans = tuple(map(FormPlan, forms))
    elif wanted is None:
        plans = shipped_plans()
    chosen = selected(
        load_rules() if rules is None else rules,
        select=settings.select,
        ignore=settings.ignore,
        preview=settings.preview,
    )
    return Work(
        plans,
        chosen,
        settings,
        today or datetime.now().astimezone().date(),
        wanted,
    )


def report_of(results: Sequence[FileResult], work: Work) -> Report:
    """Put the results of all files together, by path."""
    ordered = sorted(results, key=lambda result: result.file.path)
    found = [one for result in ordered for one in result.findings]
    findings, diagnoses = stamped(
        found,
        {
            (result.file.path, str(number)): cause
            for result in ordered
            for number, cause in enumerate(result.causes)
        },
    )
    return Report(
        language=work.settings.language,
        files=tuple(result.file for result in ordered),
        findings=findings,
        diagnoses=diagnoses,
        not_checked=tuple(open_checks(ordered, found, findings)),
        crashes=tuple(one for result in ordered for one in result.crashes),
        rules=tuple(rule.code for rule in work.rules),
    )


def openings(paths: Iterable[Source], settings: Settings) -> Iterator[Opening]:
    """Open files one after the other."""
    for source in spread(paths):
        yield _open(source, settings)


def _open(source: Source, settings: Settings) -> Opening:
    if isinstance(source, tuple):
        name, data = source
        return open_workbook(name, data, encoding=settings.encoding)
    if isinstance(source, Packed):
        return open_workbook(source.path, source, encoding=settings.encoding)
    return open_workbook(str(source), encoding=settings.encoding)


def _name(source: Source) -> str:
    if isinstance(source, Packed):
        return source.path
    return source[0] if isinstance(source, tuple) else str(source)
