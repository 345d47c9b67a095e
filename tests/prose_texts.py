"""Prose from plain text, one paragraph a line."""

from __future__ import annotations

from statlint.claims import Claim, find_claims
from statlint.prose import Prose, read_prose
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph


def prose_of(text: str) -> Prose:
    """Read lines as the paragraphs of a document."""
    lines = [line for line in text.splitlines() if line.strip()]
    return read_prose(
        Document(
            tuple(Paragraph(Place.of("paragraph", at), line) for at, line in enumerate(lines, 1))
        )
    )


def claims_of(text: str) -> list[str]:
    """Give the claims of a text as lines: `parts 80 = 49 + 31`."""
    return [_line(claim) for claim in find_claims(prose_of(text)).claims]


def _line(claim: Claim) -> str:
    stated = claim.stated.quantity.figure.value if claim.stated else "-"
    others = [str(one.quantity.figure.value) for one in claim.others]
    doubt = "" if claim.sure else "?"
    listed = [f"({len(claim.listed)} listed)"] if claim.listed else []
    return " ".join([f"{claim.relation}{doubt}", str(stated), "<-", *others, *listed])
