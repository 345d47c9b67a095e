"""Write reasons into the sidecars of files, and say what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from statlint.cli.justify_words import say
from statlint.cli.terminal import show
from statlint.cli.words import fault
from statlint.finding import Finding
from statlint.justification.judge import Judged
from statlint.justification.model import Entry
from statlint.justification.terms import Flaw
from statlint.reporters.places import label_of, one_line, path_text, place_of
from statlint.run import reasons
from statlint.run.explained import Explained
from statlint.run.reasons import NoAuthorError, Reason, ReasonError, TooLateError
from statlint.values import Language


def write_reasons(
    of: Explained, given: Sequence[tuple[Finding, Reason]], language: Language
) -> None:
    """Write reasons for findings of one path, in the place of entries that count no more."""
    try:
        replaced = reasons.write_reasons(of, given, language)
    except ReasonError as error:
        raise _told(error, language) from error
    told = say("wrote", language, path=path_text(str(of.home.path)), count=len(given))
    if replaced:
        told += say("replaced", language, count=replaced)
    named = (f"  {_named(finding, language)}" for finding, _ in given)
    show("".join(f"{line}\n" for line in (told, *named)))


def prune(of: Explained, language: Language) -> None:
    """Take out the entries that accept nothing any more, and say what they said."""
    try:
        stale, is_left = reasons.prune(of, language)
    except ReasonError as error:
        raise _told(error, language) from error
    if not stale:
        return
    path = path_text(str(of.home.path))
    show(say("pruned", language, path=path, count=len(stale)) + "\n")
    show("".join(f"  {_taken(one, language)}\n" for one in stale))
    if not is_left:
        show(say("removed", language, path=path) + "\n")


def _told(error: ReasonError, language: Language) -> click.ClickException:
    """Say why a reason cannot be given, with the option that mends it."""
    if isinstance(error, NoAuthorError):
        return click.UsageError(fault("needs author", language))
    said = error.words.of(language)
    if isinstance(error, TooLateError):
        return click.UsageError(said)
    return click.ClickException(f"{error.path}: {said}" if error.path else said)


def why_stale(judged: Judged, language: Language) -> str:
    """Say why an entry accepts nothing."""
    if judged.unused:
        return say("unused", language)
    if judged.changes:
        words = (change.words.of(language) for change in judged.changes)
        return say("changed", language, changes=say("comma", language).join(words))
    return say("expired", language, end=judged.end) if judged.flaw is Flaw.EXPIRED else ""


def _named(finding: Finding, language: Language) -> str:
    parts = (finding.code, place_of(finding, language), label_of(finding))
    return "  ".join(part for part in parts if part)


def _taken(judged: Judged, language: Language) -> str:
    entry = judged.entry
    labels = " / ".join(one_line(label) for label in (entry.line, entry.head) if label)
    return "  ".join(_parts(entry, labels, why_stale(judged, language), language))


def _parts(entry: Entry, labels: str, why: str, language: Language) -> Iterator[str]:
    yield entry.rule
    if labels:
        yield labels
    yield why
    if entry.reason:
        yield say("reason", language, reason=one_line(entry.reason))
