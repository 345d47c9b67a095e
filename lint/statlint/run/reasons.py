"""Write reasons into the sidecars of files, on the terms of the settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from statlint.dataclass import dataclass, replace
from statlint.errors import StatlintError
from statlint.finding import Finding, Policy
from statlint.justification.judge import Judged
from statlint.justification.keep import keep, read_text
from statlint.justification.model import Entry
from statlint.justification.terms import Flaw, later
from statlint.justification.write import UneditableError, changed
from statlint.run.explained import Explained
from statlint.values import Language, Text

_NO_AUTHOR = Text("按设置，须写明说明人", "the settings ask by whom it is justified")
_TOO_LATE = Text(
    "按设置，说明最长 {days} 天，不晚于 {last}",
    "the settings let a reason hold for {days} days, until {last}",
)
_BY_HAND = Text(
    "写法特殊，改写会丢失手工写的内容；请手工修改",
    "cannot be changed without losing what is written there by hand; edit it",
)
_NO_WRITE = Text("无法写入（{reason}）", "cannot be written ({reason})")


class ReasonError(StatlintError):
    """Raised where a reason cannot be given as it is; `words` say why, without a place."""

    def __init__(self, words: Text, path: str = "") -> None:
        """Keep why, and the path of the sidecar where it is for that."""
        super().__init__(f"{path}: {words.en}" if path else words.en)
        self.words = words
        self.path = path


class NoAuthorError(ReasonError):
    """Raised where the settings ask for a name and there is none."""


class TooLateError(ReasonError):
    """Raised where a reason is to hold longer than the settings let one hold."""


class UnkeptError(ReasonError):
    """Raised where a sidecar cannot be changed: it is written in an odd way, or not to be had."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is accepted, by whom, since when and until when (None: no end is asked for)."""

    text: str
    by: str
    since: date
    until: date | None = None

    def entry_for(self, finding: Finding, of: Explained) -> Entry:
        """Make the entry of a finding on the terms of its file.

        Raises NoAuthorError and TooLateError.
        """
        policy = of.ground.terms.policy
        if policy.by and not self.by:
            raise NoAuthorError(_NO_AUTHOR)
        return replace(
            of.entry_of(finding),
            reason=self.text,
            by=self.by,
            date=self.since,
            until=self._until(policy),
        )

    def _until(self, policy: Policy) -> date | None:
        if policy.days is None:
            return self.until
        last = later(self.since, policy.days)
        if self.until is None:
            return last
        if self.until > last:
            values = {"days": policy.days, "last": last.isoformat()}
            raise TooLateError(Text(_TOO_LATE.zh.format(**values), _TOO_LATE.en.format(**values)))
        return self.until


def write_reasons(
    of: Explained, given: Sequence[tuple[Finding, Reason]], language: Language
) -> int:
    """Write reasons for findings of one path; tells how many entries they took the place of.

    Those are entries that were written for the same finding, or for what it was before. `language`
    is that of the heading of a new sidecar. Raises ReasonError; then nothing is written.
    """
    new = [reason.entry_for(finding, of) for finding, reason in given]
    out = _entries(of, (finding for finding, _ in given))
    _change(of, out, new, language)
    return len(out)


def take_back(of: Explained, findings: Iterable[Finding], language: Language) -> int:
    """Take the reasons of findings out again; tells how many there were. Raises ReasonError."""
    out = _entries(of, findings)
    if out:
        _change(of, out, [], language)
    return len(out)


def prune(of: Explained, language: Language) -> tuple[tuple[Judged, ...], bool]:
    """Take out the entries that accept nothing any more; gives them, and whether any are left.

    Raises ReasonError.
    """
    stale = tuple(one for one in of.judged if is_stale(one))
    if not stale:
        return (), True
    return stale, _change(of, [one.entry for one in stale], [], language)


def is_stale(judged: Judged) -> bool:
    """Tell whether an entry accepts nothing: there is nothing, it changed, its day is past."""
    return judged.unused or bool(judged.changes) or judged.flaw is Flaw.EXPIRED


def _entries(of: Explained, findings: Iterable[Finding]) -> list[Entry]:
    judged = map(of.judged_of, findings)
    return [one.entry for one in judged if one is not None]


def _change(of: Explained, out: Sequence[Entry], new: Sequence[Entry], language: Language) -> bool:
    """Change the sidecar of a path; tell whether anything is left in it."""
    path = of.home.path
    try:
        text = changed(read_text(path), str(path), out=out, new=new, language=language)
        keep(path, text)
    except (UneditableError, UnicodeDecodeError) as error:
        raise UnkeptError(_BY_HAND, str(path)) from error
    except OSError as error:
        why = {"reason": error.strerror or str(error)}
        words = Text(_NO_WRITE.zh.format(**why), _NO_WRITE.en.format(**why))
        raise UnkeptError(words, str(path)) from error
    return bool(text)
