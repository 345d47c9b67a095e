"""Claims made by hand of the figures of a text, confronted and told by the rules."""

from __future__ import annotations

from datetime import date

from rules.confronting import shipped_rules
from statlint.claims import Claim, Claims, Mention, Relation, find_claims
from statlint.claims.stated import stated
from statlint.config import Settings
from statlint.confront import Confrontation, confront
from statlint.prose import read_prose
from statlint.run.documents import text_alone, with_text
from statlint.run.engine import FileRun
from statlint.run.roster import Roster
from statlint.values import Text
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Give the figures of a text, each line of which is a paragraph."""
    return read(text).mentions


def read(text: str) -> Claims:
    """Read the claims of a text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    paragraphs = (
        Paragraph(Place.of("paragraph", number), line) for number, line in enumerate(lines, 1)
    )
    return find_claims(read_prose(Document(tuple(paragraphs))))


def claim_of(
    relation: Relation,
    stated_one: Mention | None,
    *others: Mention,
    sure: bool = True,
    listed: tuple[str, ...] = (),
) -> Claim:
    """Make a claim of figures of a text."""
    return Claim(relation, stated_one, others, Text("其中", "of which"), sure, listed)


def confronted(text: str, relation: Relation, *, sure: bool = True) -> Confrontation:
    """Take the first figure of a text for what is stated of all others, and confront that."""
    found = read(text)
    first, *others = found.mentions
    claim = claim_of(relation, first, *others, sure=sure)
    return confronted_all(Claims(found.prose, found.mentions, (claim,)))


def confronted_all(claims: Claims) -> Confrontation:
    """Confront all claims of a text by itself."""
    alone = text_alone()
    return confront(alone, (), text=stated(claims, alone, ()))


def told(confrontation: Confrontation) -> list[tuple[str, str, str]]:
    """Tell code, severity and message of what all rules say of a confrontation."""
    rules = tuple(shipped_rules().values())
    run = FileRun("a.docx", Roster(rules), Settings(language="zh"), date(2026, 11, 22))
    run.apply(confrontation, filled=with_text(text_alone(), confrontation.text))
    assert run.crashes == []
    return [(one.code, str(one.severity), one.message) for one in run.findings]
