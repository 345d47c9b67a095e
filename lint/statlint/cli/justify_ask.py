"""Ask for a reason, finding by finding, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.cli.justify_pick import Picked
from statlint.cli.justify_words import say
from statlint.cli.justify_write import why_stale, write_reasons
from statlint.cli.terminal import show
from statlint.dataclass import replace
from statlint.finding import Finding
from statlint.reporters.places import label_of, one_line, path_text, place_of
from statlint.run.explained import Explained
from statlint.run.reasons import Reason
from statlint.values import Language

_END = frozenset({"q", "Q"})
_AS_BEFORE = "="


class _EndedError(Exception):
    """Raised where whoever is asked wants to answer no more."""


def ask_all(picked: Sequence[Picked], reason: Reason, language: Language) -> None:
    """Ask for the reason of each finding; each answer is written at once."""
    due = [(one.of, finding) for one in picked for finding in one.open]
    author = reason.by or None
    try:
        for number, (of, finding) in enumerate(due, 1):
            show(f"\n[{number}/{len(due)}] {_told(of, finding, language)}")
            text = _reason(of, finding, language)
            if text:
                # Who answers is asked once, and again only where a name must be given.
                if author is None or (not author and of.ground.terms.policy.by):
                    author = _author(of, language)
                given = replace(reason, text=text, by=author)
                write_reasons(of, [(finding, given)], language)
    except _EndedError:
        return


def _told(of: Explained, finding: Finding, language: Language) -> str:
    where = (path_text(of.path), place_of(finding, language), label_of(finding))
    lines = [
        "  ".join((finding.code, *filter(None, where))),
        one_line(finding.message),
    ]
    judged = of.judged_of(finding)
    if judged is not None and judged.entry.reason:
        why = why_stale(judged, language)
        aside = say("why", language, why=why) if why else ""
        earlier = one_line(judged.entry.reason)
        lines.append(say("earlier", language, why=aside, reason=earlier))
    return "".join(f"{line}\n" for line in lines)


def _reason(of: Explained, finding: Finding, language: Language) -> str:
    """Ask until there is a reason, or none is to be given."""
    judged = of.judged_of(finding)
    before = judged.entry.reason if judged else ""
    while True:
        answer = _answer(say("ask again" if before else "ask", language))
        if answer in _END:
            raise _EndedError
        if answer == _AS_BEFORE and before:
            return before
        if not answer or any(sign.isalnum() for sign in answer):
            return answer
        show(say("empty reason", language) + "\n")


def _author(of: Explained, language: Language) -> str:
    """Ask for a name, until there is one where the settings want it."""
    while True:
        answer = _answer(say("ask by name" if of.ground.terms.policy.by else "ask by", language))
        if answer or not of.ground.terms.policy.by:
            return answer


def _answer(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        raise _EndedError from None
