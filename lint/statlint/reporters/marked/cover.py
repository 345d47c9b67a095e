"""The first sheet of a marked copy: what it says on top, and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import PurePath

from statlint import __version__
from statlint.dataclass import dataclass, field
from statlint.finding import FileReport, FileStatus, Finding, Nature, Severity
from statlint.marking import Cover, CoverRow, ReviewRow, Target, Told
from statlint.marking.cover import MOST_ROWS
from statlint.marking.model import MOST_NOTES
from statlint.reporters.marked.teller import Teller, weight
from statlint.reporters.marked.words import HEADS, SHEET
from statlint.reporters.places import one_line, path_text, place_of
from statlint.values import CellRef

_TIME = "%Y-%m-%d %H:%M"
_FIRST = CellRef(1, 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """What is listed of one file, in its order, and how many more findings a baseline knows.

    `earlier` are the rows of the copy that this one takes the place of, by their fingerprints.
    """

    file: FileReport
    findings: Sequence[Finding]
    known: int = 0
    earlier: Mapping[str, ReviewRow] = field(default_factory=dict)


def cover_of(listed: Listed, teller: Teller, told: Told | None) -> Cover:
    """Say what the first sheet is to say; `told` is None where it stands alone."""
    name = PurePath(listed.file.path).name
    rows = [*_rows(listed, teller, linked=told is not None), *_gone(listed, teller)]
    return Cover(
        name=teller.of(SHEET),
        title=teller.say("title", name=path_text(name)),
        facts=list(_facts(listed, teller)),
        remarks=list(_remarks(listed, teller, told)),
        heads=[teller.of(head) for head in HEADS],
        rows=rows,
        original=name,
        footer=teller.say("footer"),
    )


def _facts(listed: Listed, teller: Teller) -> Iterator[tuple[str, str]]:
    """Give what stands on top: file, form, unit, period, counts, time and version."""
    file, comma = listed.file, teller.say("comma")
    now = datetime.now(tz=UTC).astimezone().strftime(_TIME)
    facts = (
        ("file", path_text(PurePath(file.path).name)),
        ("form", comma.join(file.forms)),
        ("unit", one_line(file.unit_name or "")),
        ("period", str(file.period or "")),
        ("checked", _counts(file, teller) if file.status is FileStatus.CHECKED else ""),
        ("found", _found(listed, teller)),
        ("time", now),
        ("version", f"statlint {__version__}"),
    )
    return ((teller.say(label), said) for label, said in facts if said)


def _counts(file: FileReport, teller: Teller) -> str:
    """Say how many checks there were, passed, failed and stayed open."""
    found = file.outcomes
    checked = found.checked + found.not_checked
    told = teller.say("counts", checked=checked, passed=found.passed)
    more = (("failed", found.failed), ("not-checked", found.not_checked))
    return told + "".join(teller.say(key, count=count) for key, count in more if count)


def _found(listed: Listed, teller: Teller) -> str:
    """Count what was found by its severity, and what of it was accepted."""
    count = Counter(one.severity for one in listed.findings if one.justified is None)
    told = [
        teller.say("severity", severity=teller.of(one.words), count=count[one])
        for one in Severity
        if count[one]
    ]
    accepted = sum(one.justified is not None for one in listed.findings)
    if accepted:
        told.append(teller.say("accepted", count=accepted))
    return teller.say("comma").join(told) or teller.say("none")


def _remarks(listed: Listed, teller: Teller, told: Told | None) -> Iterator[str]:
    status = listed.file.status
    if status is FileStatus.UNREADABLE:
        yield teller.say("unread")
    elif status is FileStatus.NO_TABLE:
        yield teller.say("no-table")
    due = [one for one in listed.findings if one.justified is None]
    if any(map(_is_asked, listed.findings)):
        yield teller.say("explain")
    elif any(one.severity is not Severity.INFORMATION for one in due):
        yield teller.say("correct")
    counted = (
        ("unnoted", told.unnoted if told else 0),
        ("threads", told.threads if told else 0),
        ("known", listed.known),
        ("not-listed", max(0, len(listed.findings) - MOST_ROWS)),
    )
    for key, count in counted:
        if count:
            yield teller.say(key, count=count, most=MOST_NOTES)
    if told is None and status is not FileStatus.UNREADABLE:
        yield teller.say("listed")
    if told is not None and told.signed:
        yield teller.say("signed")
    if told is not None and told.untinted:
        yield teller.say("untinted")


def _rows(listed: Listed, teller: Teller, *, linked: bool) -> Iterator[CoverRow]:
    for one in listed.findings:
        earlier = listed.earlier.get(one.fingerprint)
        yield CoverRow(
            severity=weight(one),
            level=teller.level(one),
            rule=one.code,
            finding=teller.finding(one),
            place=place_of(one, teller.language),
            target=_target(one) if linked else None,
            left=one.left or "",
            right=one.right or "",
            difference=one.difference or "",
            proposal=teller.proposal(one),
            # What was typed into the copy before may not have been read back yet.
            explanation=(earlier.explanation if earlier else "") or teller.explanation(one),
            fingerprint=one.fingerprint,
            asked=_is_asked(one),
        )


def _is_asked(finding: Finding) -> bool:
    """Tell whether somebody is to put a finding right or to explain it."""
    weighs = finding.severity is not Severity.INFORMATION
    return finding.justified is None and finding.nature is Nature.QUERY and weighs


def _target(finding: Finding) -> Target | None:
    """Give the cell to jump to; of what is said of a whole sheet, its first."""
    return None if finding.sheet is None else Target(finding.sheet, finding.cell or _FIRST)


def _gone(listed: Listed, teller: Teller) -> Iterator[CoverRow]:
    """Keep what was explained before and is found no more: nobody's words are lost."""
    here = {one.fingerprint for one in listed.findings}
    for row in listed.earlier.values():
        if row.explanation and row.fingerprint not in here:
            yield CoverRow(
                severity=None,
                level=teller.say("gone"),
                rule=row.rule,
                finding=row.finding,
                place=row.place,
                target=None,
                left="",
                right="",
                difference="",
                proposal="",
                explanation=row.explanation,
                fingerprint=row.fingerprint,
            )
