"""`statlint justify --from`: the reasons that somebody wrote into a marked copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

import click

from statlint.cli.days import read_until
from statlint.cli.justify_options import JustifyOptions, checked, tree_for
from statlint.cli.justify_words import say
from statlint.cli.justify_write import write_reasons
from statlint.cli.rules import refuse_unknown
from statlint.cli.terminal import complain, show
from statlint.finding import Finding, Report
from statlint.marking.review import Review, ReviewRow
from statlint.reporters.places import one_line, path_text, place_of
from statlint.run.explained import Explained
from statlint.run.reasons import Reason
from statlint.run.review_files import ReviewError, original_of, review_at
from statlint.run.reviewed import Taken, taken_from
from statlint.values import Language

_NOT_TOGETHER: Mapping[str, str] = MappingProxyType(
    {"reason": "--reason", "code": "--code", "cell": "--cell", "prune": "--prune"}
)


def justify_from(options: JustifyOptions, language: Language) -> int:
    """Write the reasons of marked copies; 1 where one that was written cannot be taken."""
    _refuse_odd(options, language)
    named = next(iter(options["paths"]), "")
    done = [_from(copy, named, options, language) for copy in options["copies"]]
    return max(done)


def _refuse_odd(options: JustifyOptions, language: Language) -> None:
    for key, name in _NOT_TOGETHER.items():
        if options.get(key):
            raise click.UsageError(say("not with from", language, name=name))
    if len(options["paths"]) > 1:
        raise click.UsageError(say("one original", language))


def _from(copy: str, named: str, options: JustifyOptions, language: Language) -> int:
    limits = tree_for((copy,), options, language).run.limits
    try:
        review = review_at(copy, limits)
        original = original_of(copy, review, named, limits)
    except ReviewError as error:
        message = f"{path_text(error.path)}: {error.words.of(language)}"
        raise click.ClickException(message) from error
    tree = tree_for((original,), options, language)
    refuse_unknown(tree.run, tree.layers_of())
    report, explained = checked((original,), tree)
    of = next((one for one in explained if one.path == original), None)
    taken = _taken(review, of, report, original)
    if of is not None and taken.given:
        _write(of, taken, options, tree.run.language)
    _tell(copy, taken, tree.run.language)
    return 2 if report.crashes else int(bool(taken.untaken))


def _taken(review: Review, of: Explained | None, report: Report, original: str) -> Taken:
    files = (file for file in report.files if file.path == original)
    ran = {code for file in files for code in file.ran}
    return taken_from(review, of, ran=ran, places_of=_places)


def _places(finding: Finding) -> set[str]:
    """Give what the place of a finding is called; the copy may be in another language."""
    return {place_of(finding, "zh"), place_of(finding, "en")}


def _write(of: Explained, taken: Taken, options: JustifyOptions, language: Language) -> None:
    today: date = of.ground.terms.today
    until = read_until(options["until"], today, language) if options["until"] else None
    by = (options["by"] or "").strip()
    given = [(found, Reason(text, by, today, until)) for found, text in taken.given]
    write_reasons(of, given, language)


def _tell(copy: str, taken: Taken, language: Language) -> None:
    """Say what became of all rows that are not among the reasons written."""
    path = path_text(copy)
    said = []
    if taken.known:
        said.append(say("known rows", language, count=taken.known))
    if taken.blank:
        said.append(say("blank rows", language, count=taken.blank))
    if not (taken.given or taken.known or taken.untaken):
        said = [say("nothing filled in", language)]
    if said:
        show(f"{path}{say('colon', language)}{say('comma', language).join(said)}\n")
    if taken.untaken:
        complain(say("untaken", language, path=path, count=len(taken.untaken)))
        complain(*(f"  {line}" for line in _untaken(taken, language)))


def _untaken(taken: Taken, language: Language) -> Iterator[str]:
    for row, why in taken.untaken:
        yield say(
            "untaken row",
            language,
            row=row.row,
            what=_what(row),
            why=why.words.of(language),
            reason=one_line(row.explanation),
        )


def _what(row: ReviewRow) -> str:
    return "  ".join(one_line(one) for one in (row.rule, row.place) if one)
