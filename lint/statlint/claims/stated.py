"""From the claims of a text to edits, and to the figures that they are confronted with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.claims.model import Claims, Mention, Relation
from statlint.claims.quoted import quotations
from statlint.claims.quoted_labels import quoted_by_labels
from statlint.claims.since import LastYear, since_last_year
from statlint.claims.stated_edits import edits_of
from statlint.claims.stated_facts import facts_of_text, told_of
from statlint.dataclass import replace
from statlint.facts import Facts
from statlint.table import FilledForm

_NOTHING = LastYear()


def stated(
    claims: Claims, filled: FilledForm, tables: Sequence[Facts], last: LastYear = _NOTHING
) -> Facts:
    """Give the figures of a text as a table, with an edit for all that the text says of them.

    The text is held against itself, against the tables of the form that stands in it, and against
    last year's report.
    """
    told = told_of(_mentions(claims)) | told_of(_shares(claims))
    figures = tuple(told.values())
    edits = [edit for claim in claims.claims for edit in edits_of(claim, told)]
    if filled.form.id:
        edits += quotations(figures, _denied(claims), filled)
    else:
        edits += quoted_by_labels(figures, tables)
    since, taken = since_last_year(claims, told, filled, last)
    return facts_of_text(figures, [*edits, *since], claims.prose, taken)


def _denied(claims: Claims) -> frozenset[str]:
    """Give the keys of what is said not to have happened."""
    return frozenset(
        claim.stated.key
        for claim in claims.claims
        if claim.relation is Relation.NONE and claim.stated is not None
    )


def _mentions(claims: Claims) -> Iterator[Mention]:
    """Go through all figures that a text relates, or that it may quote from a table."""
    yield from claims.mentions
    for claim in claims.claims:
        yield from claim.others
        if claim.stated is not None:
            yield claim.stated


def _shares(claims: Claims) -> Iterator[Mention]:
    """Name shares by what they are shares of: nothing but 占 stands before them."""
    for claim in claims.claims:
        if claim.relation is Relation.SHARE and claim.stated is not None:
            yield replace(claim.stated, label=_name_of_share(claim.stated, claim.others[0]))


def _name_of_share(share: Mention, part: Mention) -> str:
    """Call a share as the text does (办结率), else by what it is a share of."""
    if share.label[-1:] in {"率", "重"}:
        return share.label
    if any("\u4e00" <= sign <= "\u9fff" for sign in share.sentence.text):
        return f"{part.label}占比"
    return f"share of {part.label}" if part.label else "share"
