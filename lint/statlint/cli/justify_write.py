"""Write reasons into the sidecars of files, and say what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from statlint.cli.justify_words import say
from statlint.cli.terminal import show
from statlint.cli.words import fault
from statlint.dataclass import dataclass, replace
from statlint.finding import Finding, Policy
from statlint.justification.judge import Judged
from statlint.justification.keep import keep, read_text
from statlint.justification.model import Entry
from statlint.justification.terms import Flaw, later
from statlint.justification.write import UneditableError, changed
from statlint.reporters.places import label_of, one_line, path_text, place_of
from statlint.run.explained import Explained
from statlint.values import Language


@dataclass(frozen=True, slots=True)
class Reason:
    """Why findings are accepted, by whom, since when and until when (None: no end is asked for)."""

    text: str
    by: str
    since: date
    until: date | None = None

    def entry_for(self, finding: Finding, of: Explained, language: Language) -> Entry:
        """Make the entry of a finding on the terms of its file; raises UsageError."""
        policy = of.ground.terms.policy
        if policy.by and not self.by:
            raise click.UsageError(fault("needs author", language))
        return replace(
            of.entry_of(finding),
            reason=self.text,
            by=self.by,
            date=self.since,
            until=self._until(policy, language),
        )

    def _until(self, policy: Policy, language: Language) -> date | None:
        if policy.days is None:
            return self.until
        last = later(self.since, policy.days)
        if self.until is None:
            return last
        if self.until > last:
            values = {"days": policy.days, "last": last.isoformat()}
            raise click.UsageError(fault("too late", language, **values))
        return self.until


def write_reasons(
    of: Explained, findings: Sequence[Finding], reason: Reason, language: Language
) -> None:
    """Write a reason for findings of one path, in the place of entries that count no more."""
    new = [reason.entry_for(one, of, language) for one in findings]
    judged = (of.judged_of(one) for one in findings)
    out = [one.entry for one in judged if one is not None]
    _change(of, out, new, language)
    told = say("wrote", language, path=path_text(str(of.home.path)), count=len(new))
    if out:
        told += say("replaced", language, count=len(out))
    show(
        "".join(f"{line}\n" for line in (told, *(f"  {_named(one, language)}" for one in findings)))
    )


def prune(of: Explained, language: Language) -> None:
    """Take out the entries that accept nothing any more, and say what they said."""
    stale = [one for one in of.judged if is_stale(one)]
    if not stale:
        return
    is_left = _change(of, [one.entry for one in stale], [], language)
    path = path_text(str(of.home.path))
    show(say("pruned", language, path=path, count=len(stale)) + "\n")
    show("".join(f"  {_taken(one, language)}\n" for one in stale))
    if not is_left:
        show(say("removed", language, path=path) + "\n")


def is_stale(judged: Judged) -> bool:
    """Tell whether an entry accepts nothing: there is nothing, it changed, its day is past."""
    return judged.unused or bool(judged.changes) or judged.flaw is Flaw.EXPIRED


def why_stale(judged: Judged, language: Language) -> str:
    """Say why an entry accepts nothing."""
    if judged.unused:
        return say("unused", language)
    if judged.changes:
        words = (change.words.of(language) for change in judged.changes)
        return say("changed", language, changes=say("comma", language).join(words))
    return say("expired", language, end=judged.end) if judged.flaw is Flaw.EXPIRED else ""


def _change(of: Explained, out: Sequence[Entry], new: Sequence[Entry], language: Language) -> bool:
    """Change the sidecar of a path; tell whether anything is left in it."""
    path = of.home.path
    try:
        text = changed(read_text(path), str(path), out=out, new=new, language=language)
        keep(path, text)
    except (UneditableError, UnicodeDecodeError):
        said = fault("by hand", language)
    except OSError as error:
        said = fault("no write", language, reason=error.strerror or str(error))
    else:
        return bool(text)
    message = f"{path}: {said}"
    raise click.ClickException(message)


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
