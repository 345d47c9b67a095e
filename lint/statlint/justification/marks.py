"""How a finding that was there before is known again: by what it says, not by where it stands."""

from __future__ import annotations

from statlint.finding import Finding, Level, Origin
from statlint.finding.named import family_of
from statlint.justification.model import Trait, entry_of, traits_of
from statlint.values.blake import blake2b

_DIGEST = 10
_LEFT_OUT = frozenset({Trait.EDITION, Trait.EDIT_TEXT})
"""A new edition of a rule, or other words for an edit, make nothing new of what was known."""
_ACROSS_FILES = "X"
"""The family of rules that hold files against one another."""


def mark_of(finding: Finding) -> str:
    """Give a short text that is the same for the same finding of any run, in any file.

    Neither cell nor sheet nor the file's name is in it: lines may be inserted, files renamed.
    """
    traits = traits_of(entry_of(finding, edition=0))
    parts = ("\x1e".join(traits[trait]) for trait in Trait if trait not in _LEFT_OUT)
    text = "\x1f".join(parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()


def leans_on_others(finding: Finding) -> bool:
    """Tell whether it may be for other files that something was found: alone, nothing may be.

    So it is with earlier tables and those of parts, and with relations that the figures of many
    files of one layout show.
    """
    return (
        finding.level >= Level.SAME_SOURCE
        or family_of(finding.code) == _ACROSS_FILES
        or any(other.path for other in finding.related)
        or (finding.edit is not None and finding.edit.origin is Origin.INFERRED)
    )
